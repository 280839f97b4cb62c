import { sheetKinds } from '../../shared/ledger/kinds.ts';
import type { Count, LedgerReport } from '../../shared/ledger/report.ts';
import { useWords } from '../lib/words.ts';
import styles from './ledger.module.css';

const parts = [
  'imported',
  'provisional',
  'already',
  'leftOut',
  'doubtful',
] as const satisfies readonly (keyof Count)[];

/** The counts on one line while the user works: what was read of each kind, and whatever of it is not nothing. */
export function CountStrip({ counts }: Pick<LedgerReport, 'counts'>) {
  const words = useWords().ledger;
  return (
    <dl className={styles['strip']}>
      {sheetKinds
        .filter((kind) => counts[kind].read > 0)
        .map((kind) => (
          <div key={kind} className={styles['kind']}>
            <dt>
              {words.kinds[kind]} <b>{counts[kind].read}</b>
            </dt>
            <dd>
              {parts
                .filter((part) => counts[kind][part] > 0)
                .map((part) => (
                  <span key={part} data-part={part}>
                    {words.count[part]} {counts[kind][part]}
                  </span>
                ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}
