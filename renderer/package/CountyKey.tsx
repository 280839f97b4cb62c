import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { fill } from '../../shared/messages/fill.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { builtText } from './built-text.ts';
import { CountyCard } from './CountyCard.tsx';
import { CountyKeyForm } from './CountyKeyForm.tsx';
import styles from './package.module.css';

type Keys = Awaited<ReturnType<typeof api.package.keys>>;

/** What is entered of the county: the key to encrypt for and the key that signs receipts; and the ways to enter them. */
export function CountyKey({ county, countySigner }: Pick<Keys, 'county' | 'countySigner'>) {
  const { packages, packageLife } = useWords();
  const [texts, card] = [packages.county, packageLife.card];
  const language = useLanguage();
  const [byHand, { open, close }] = useDisclosure(false);
  return (
    <div className={styles['stack']}>
      <p className={styles['explain']}>{card.lead}</p>
      {county ? (
        <section>
          <h3 className={styles['heading']}>{texts.label}</h3>
          <p className={styles['key']}>{county.recipient}</p>
          {county.next !== null && (
            <>
              <p className={styles['quiet']}>{card.next}</p>
              <p className={styles['key']}>{county.next}</p>
            </>
          )}
          <p className={styles['quiet']}>
            {fill(texts.recordedOn, { date: builtText(county.recordedAt, language) })}
          </p>
        </section>
      ) : (
        <div>
          <StatusBadge tone="attention">{texts.missing}</StatusBadge>
        </div>
      )}
      {countySigner && (
        <section>
          <h3 className={styles['heading']}>{card.signer}</h3>
          <p className={styles['code']}>{countySigner.spoken}</p>
          <p className={styles['quiet']}>
            {fill(card.signerOn, { date: builtText(countySigner.recordedAt, language) })}
          </p>
        </section>
      )}
      {county && !countySigner && (
        <div>
          <StatusBadge tone="attention">{card.missing}</StatusBadge>
        </div>
      )}
      <CountyCard />
      {byHand ? (
        <CountyKeyForm changing={county !== null} close={close} />
      ) : (
        <div>
          <Button variant="subtle" size="compact-md" onClick={open}>
            {card.byHand}
          </Button>
        </div>
      )}
    </div>
  );
}
