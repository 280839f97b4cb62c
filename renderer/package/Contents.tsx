import { formatFen } from '../../shared/money/money.ts';
import { readingOrder, totalNames } from '../../shared/package/tables.ts';
import { useWords } from '../lib/words.ts';
import styles from './package.module.css';
import type { PreflightAnswer } from './paths.ts';

type Props = Pick<PreflightAnswer, 'counts' | 'totals'>;

/** What a package holds: rows of each table, and the sums of pay. */
export function Contents({ counts, totals }: Props) {
  const words = useWords().packages;
  return (
    <>
      <dl className={styles['counts']}>
        {readingOrder.map((name) => (
          <div key={name}>
            <dt>{words.tables[name]}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      <dl className={styles['totals']}>
        {totalNames.map((name) => (
          <div key={name}>
            <dt>{words.totals[name]}</dt>
            <dd>{formatFen(totals[name])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
