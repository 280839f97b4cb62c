import type { ReactNode } from 'react';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { spanWord } from './resident-words.ts';
import styles from './residents.module.css';

export type Span = {
  readonly id: string;
  readonly what: ReactNode;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly endReason: string | null;
};

/** Times with their two ends, newest first: stays, pairings, devices in hand. */
export function SpanList({ spans, none }: { readonly spans: readonly Span[]; readonly none: string }) {
  const texts = useWords().residents;
  const language = useLanguage();
  if (spans.length === 0) return <p className={styles['quiet']}>{none}</p>;
  return (
    <ul className={styles['spans']}>
      {spans.map(({ id, what, startsOn, endsOn, endReason }) => (
        <li key={id} className={styles['span']}>
          <strong>{what}</strong>
          <span>{spanWord(texts, startsOn, endsOn, language)}</span>
          {endReason && <small>{endReason}</small>}
        </li>
      ))}
    </ul>
  );
}
