import type { FairnessLedger } from '../../shared/roster/fairness-contract.ts';
import type { Measure } from '../../shared/roster/fairness.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Column } from '../kit/table.ts';
import {
  deviation,
  figure,
  monthsOfRecord,
  signed,
  type FairnessWords,
  type LedgerPerson,
} from './fairness-figures.ts';
import styles from './fairness.module.css';

/** The year's done, share and difference, then each month of record with what was done and how far it was from the share. */
export function fairnessColumns(
  ledger: FairnessLedger,
  measure: Measure,
  words: FairnessWords,
): Column<LedgerPerson>[] {
  const figureTotal = (amount: (person: LedgerPerson) => number) => (rows: readonly LedgerPerson[]) =>
    String(
      figure(
        measure,
        rows.reduce((total, person) => total + amount(person), 0),
      ),
    );
  return [
    { key: 'name', title: words.name, width: 96, value: ({ name }) => name, filter: 'text' },
    {
      key: 'days',
      title: words.days,
      width: 76,
      align: 'end',
      value: ({ year }) => year[measure].days,
    },
    {
      key: 'done',
      title: words.done,
      width: 68,
      align: 'end',
      value: ({ year }) => figure(measure, year[measure].done),
      total: figureTotal(({ year }) => year[measure].done),
    },
    {
      key: 'share',
      title: words.share,
      width: 68,
      align: 'end',
      value: ({ year }) => figure(measure, year[measure].share),
      total: figureTotal(({ year }) => year[measure].share),
    },
    {
      key: 'deviation',
      title: words.deviation,
      width: 76,
      align: 'end',
      value: ({ year }) => deviation(measure, year[measure]),
      cell: ({ year }) => {
        const off = deviation(measure, year[measure]);
        return <span className={off === 0 ? undefined : styles['off']}>{signed(off)}</span>;
      },
    },
    ...monthsOfRecord(ledger).map(({ index, number }): Column<LedgerPerson> => ({
      key: `month-${number}`,
      title: fill(words.month, { number }),
      width: 62,
      align: 'end',
      value: ({ months }) => {
        const portion = months[index]?.[measure];
        return portion && portion.days + portion.done > 0 ? figure(measure, portion.done) : null;
      },
      cell: ({ months }) => {
        const portion = months[index]?.[measure];
        return portion && portion.days + portion.done > 0 ? figure(measure, portion.done) : '–';
      },
      total: figureTotal(({ months }) => months[index]?.[measure].done ?? 0),
    })),
  ];
}
