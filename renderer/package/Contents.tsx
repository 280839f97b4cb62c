import { formatFen } from '../../shared/money/money.ts';
import { useWords } from '../lib/words.ts';
import styles from './package.module.css';
import type { PreflightAnswer } from './paths.ts';

/** The people first, then what was done for them, then the money: the order in which a director checks. */
const order = [
  'residents',
  'caregivers',
  'stays',
  'pairings',
  'devices',
  'checkups',
  'roster',
  'attendance',
  'pay',
] as const;
const totalOrder = ['gross_fen', 'deduction_fen', 'tax_fen', 'net_fen'] as const;

type Props = Pick<PreflightAnswer, 'counts' | 'totals'>;

/** What a package holds: rows of each table, and the sums of pay. */
export function Contents({ counts, totals }: Props) {
  const words = useWords().packages;
  return (
    <>
      <dl className={styles['counts']}>
        {order.map((name) => (
          <div key={name}>
            <dt>{words.tables[name]}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      <dl className={styles['totals']}>
        {totalOrder.map((name) => (
          <div key={name}>
            <dt>{words.totals[name]}</dt>
            <dd>{formatFen(totals[name])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
