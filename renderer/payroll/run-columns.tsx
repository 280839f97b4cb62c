import { formatFen, sum } from '../../shared/money/money.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { RunLine } from '../../shared/payroll/shapes.ts';
import { moneyColumns, type Amounts, type MoneyColumn } from '../../shared/payroll/sheet.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import styles from './payroll.module.css';
import { warningText } from './warning-text.ts';

/** Columns that stand even when nobody has an amount in them. */
const always: ReadonlySet<MoneyColumn> = new Set([
  'base',
  'leave',
  'night',
  'holiday',
  'gross',
  'tax',
  'net',
]);

/** The lines of a run as the screen shows them: the columns of the sheet that hold anything, and what to look at. */
export function runColumns(
  totals: Amounts,
  lines: readonly RunLine[],
  words: Words<Messages>,
): Column<RunLine>[] {
  const texts = words.payroll;
  const used = moneyColumns.filter(
    (column) =>
      always.has(column) || totals[column] !== 0 || lines.some((line) => line.amounts[column] !== 0),
  );
  const money = (column: MoneyColumn): Column<RunLine> => ({
    key: column,
    title: texts.columns[column],
    // Nine pixels a digit and the padding: the total is the longest text of its column.
    width: Math.max(82, formatFen(totals[column]).length * 9 + 22),
    align: 'end',
    value: (line) => line.amounts[column] / 100,
    cell: (line) => {
      const amount = line.amounts[column];
      const style = column === 'net' || column === 'gross' ? 'strong' : amount === 0 ? 'zero' : 'money';
      return <span className={styles[style]}>{formatFen(amount)}</span>;
    },
    total: (rows) => formatFen(sum(rows.map((line) => line.amounts[column]))),
  });
  return [
    { key: 'position', title: texts.position, width: 56, align: 'end', value: (line) => line.position },
    { key: 'name', title: texts.name, width: 78, value: (line) => line.name },
    {
      key: 'engagement',
      title: texts.engagement,
      width: 86,
      value: (line) => words.policy.engagements[line.engagement],
    },
    { key: 'days', title: texts.days, width: 56, align: 'end', value: (line) => line.days },
    { key: 'nights', title: texts.nights, width: 56, align: 'end', value: (line) => line.nights },
    ...used.map(money),
    {
      key: 'warnings',
      title: texts.warnings,
      value: (line) => line.warnings.map((each) => warningText(each, words)).join('；'),
      cell: (line) =>
        line.warnings.length > 0 ? (
          <span title={line.warnings.map((each) => warningText(each, words)).join('\n')}>
            <StatusBadge tone="attention">
              {line.warnings.map((each) => texts.warningNames[each.code]).join(' · ')}
            </StatusBadge>
          </span>
        ) : (
          ''
        ),
    },
  ];
}
