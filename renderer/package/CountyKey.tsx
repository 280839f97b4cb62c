import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { fill } from '../../shared/messages/fill.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { builtText } from './built-text.ts';
import { CountyKeyForm } from './CountyKeyForm.tsx';
import styles from './package.module.css';

type Keys = Awaited<ReturnType<typeof api.package.keys>>;

/** The county's public key as it was entered, or the form for it; changing it takes one step more, since it is rare. */
export function CountyKey({ county }: Pick<Keys, 'county'>) {
  const texts = useWords().packages.county;
  const language = useLanguage();
  const [changing, { open, close }] = useDisclosure(false);
  return (
    <div className={styles['stack']}>
      <p className={styles['explain']}>{texts.lead}</p>
      {county ? (
        <section>
          <p className={styles['key']}>{county.recipient}</p>
          <p className={styles['quiet']}>
            {fill(texts.recordedOn, { date: builtText(county.recordedAt, language) })}
          </p>
        </section>
      ) : (
        <div>
          <StatusBadge tone="attention">{texts.missing}</StatusBadge>
        </div>
      )}
      {county && !changing ? (
        <div>
          <Button variant="default" onClick={open}>
            {texts.change}
          </Button>
        </div>
      ) : (
        <CountyKeyForm changing={county !== null} close={close} />
      )}
    </div>
  );
}
