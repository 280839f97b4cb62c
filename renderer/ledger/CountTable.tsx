import { sheetKinds } from '../../shared/ledger/kinds.ts';
import type { LedgerReport } from '../../shared/ledger/report.ts';
import { useWords } from '../lib/words.ts';
import styles from './ledger.module.css';

const parts = ['read', 'imported', 'provisional', 'already', 'leftOut', 'doubtful'] as const;

/** How many rows of each kind there are, and what becomes of them. */
export function CountTable({ counts }: Pick<LedgerReport, 'counts'>) {
  const words = useWords().ledger;
  return (
    <table className={styles['counts']}>
      <thead>
        <tr>
          <th scope="col">{words.report.columns.kind}</th>
          {parts.map((part) => (
            <th key={part} scope="col">
              {words.count[part]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheetKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{words.kinds[kind]}</th>
            {parts.map((part) => (
              <td key={part} data-attention={part === 'doubtful' && counts[kind][part] > 0}>
                {counts[kind][part]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
