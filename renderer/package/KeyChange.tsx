import { Alert, Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useState } from 'react';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { saveFile } from '../lib/bytes.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './package.module.css';

type Keys = Awaited<ReturnType<typeof api.package.keys>>;

/** Changes the signing key in good order: the old key vouches for the new one, and both are good for a while. */
export function KeyChange({ nextSigning }: Pick<Keys, 'nextSigning'>) {
  const texts = useWords().packageLife.rotation;
  const rotate = useCommand(api.package.rotateKey, {
    done: (file) => {
      saveFile(file);
      announce(texts.made);
    },
  });
  const notYet = useWords().packageLife.chain.keep;
  const use = useCommand(api.package.useNextKey, { done: () => announce(texts.used) });
  const ask = () =>
    modals.openConfirmModal({
      title: texts.useAsk,
      children: texts.useWarning,
      labels: { confirm: texts.use, cancel: notYet },
      onConfirm: () => void use.run({}),
    });
  return (
    <div className={styles['stack']}>
      <p className={styles['explain']}>{texts.lead}</p>
      {nextSigning && (
        <section>
          <h3 className={styles['heading']}>{texts.next}</h3>
          <p className={styles['spoken']}>{nextSigning.spoken}</p>
        </section>
      )}
      <div className={styles['acts']}>
        <Button
          variant="default"
          leftSection={<IconDownload size="1.125rem" aria-hidden />}
          loading={rotate.running}
          onClick={() => void rotate.run({})}
        >
          {nextSigning ? texts.again : texts.make}
        </Button>
        {nextSigning && (
          <Button variant="default" loading={use.running} onClick={ask}>
            {texts.use}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Ends the key at once: it may be in other hands. The reason goes into the log. */
export function KeyLost() {
  const texts = useWords().packageLife.lost;
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const replace = useCommand(api.package.replaceLostKey, {
    notify: false,
    done: (file) => {
      saveFile(file);
      announce(texts.done);
      setReason('');
      close();
    },
  });
  return (
    <div className={styles['stack']}>
      <p className={styles['explain']}>{texts.lead}</p>
      {opened ? (
        <form
          className={styles['keyForm']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void replace.run({ reason });
          }}
        >
          <Alert color="persimmon">{texts.warning}</Alert>
          <TextInput
            label={texts.reason}
            description={texts.reasonHint}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {replace.refusal !== null && <RefusalNotice refusal={replace.refusal} />}
          <div className={styles['acts']}>
            <Button type="submit" color="brick" disabled={reason.trim().length < 2} loading={replace.running}>
              {texts.act}
            </Button>
            <Button variant="default" onClick={close}>
              {texts.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button variant="default" color="brick" onClick={open}>
            {texts.open}
          </Button>
        </div>
      )}
    </div>
  );
}
