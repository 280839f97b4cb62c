import { Alert, Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { FileContent } from '../../shared/contract/file.ts';
import { FilePick } from '../kit/FilePick.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './package.module.css';

type Card = Awaited<ReturnType<typeof api.package.readCountyCard>>;

/** The county's card: its fingerprint is shown large, compared by a person with the stamped form, and only then entered. */
export function CountyCard() {
  const { packages, packageLife } = useWords();
  const texts = packageLife.card;
  const recipientLabel = packages.county.label;
  const [read, setRead] = useState<{ file: FileContent; card: Card } | null>(null);
  const [compared, setCompared] = useState(false);
  const look = useCommand(
    async (file: FileContent) => ({ file, card: await api.package.readCountyCard({ file }) }),
    { notify: false, saves: false, refresh: false, done: setRead },
  );
  const close = () => {
    setRead(null);
    setCompared(false);
  };
  const enter = useCommand(api.package.setCountyCard, {
    notify: false,
    done: () => {
      announce(texts.saved);
      close();
    },
  });
  if (!read) {
    return (
      <>
        <FilePick label={texts.pick} kinds={['.county']} onPick={(file) => void look.run(file)} />
        {look.refusal !== null && <RefusalNotice refusal={look.refusal} />}
      </>
    );
  }
  const { card, file } = read;
  return (
    <div className={styles['stack']}>
      {card.signerKnown ? (
        <Alert color="slate">{texts.sameSigner}</Alert>
      ) : (
        <section>
          <p className={styles['explain']}>{texts.compare}</p>
          <p className={styles['spoken']}>{card.spoken}</p>
          <Checkbox
            label={texts.compared}
            checked={compared}
            onChange={(event) => setCompared(event.currentTarget.checked)}
          />
        </section>
      )}
      <section>
        <h3 className={styles['heading']}>{recipientLabel}</h3>
        <p className={styles['key']}>{card.recipient}</p>
      </section>
      {enter.refusal !== null && <RefusalNotice refusal={enter.refusal} />}
      <div className={styles['acts']}>
        <Button
          disabled={!card.signerKnown && !compared}
          loading={enter.running}
          onClick={() => void enter.run({ file, fingerprint: card.fingerprint })}
        >
          {texts.save}
        </Button>
        <Button variant="default" onClick={close}>
          {texts.another}
        </Button>
      </div>
    </div>
  );
}
