import type { Insertable } from 'kysely';
import type { payRunQueries, PayItemRow, PayLineRow } from '../../db/pay-runs.ts';
import type { PayItemTable, PayLineTable } from '../../db/tables/payroll.ts';
import type { Day, Month } from '../../shared/calendar/day.ts';
import type { RunHead } from '../../shared/payroll/shapes.ts';
import { Basis, PayItem } from '../../shared/payroll/items.ts';
import type { PayLine } from '../../shared/payroll/line.ts';
import type { YearToDate } from '../../shared/payroll/withholding.ts';
import type { ComputedLine } from './payroll-facts.ts';

type HeadRow = NonNullable<Awaited<ReturnType<ReturnType<typeof payRunQueries>['head']>>>;

/** What a line keeps besides its sums: how insurance stood, what was to be looked at, the year before this month. */
type LineFacts = Pick<PayLine, 'minutes' | 'schemes' | 'warnings'> & { readonly before: YearToDate };

export function runHead(row: HeadRow): RunHead {
  return {
    id: row.id,
    month: row.month as Month,
    number: row.number,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    payOn: row.pay_on as Day,
    made: { at: row.made_at, by: row.maker ?? '' },
    reviewed: row.reviewed_at === null ? null : { at: row.reviewed_at, by: row.reviewer ?? '' },
    locked: row.locked_at === null ? null : { at: row.locked_at, by: row.locker ?? '' },
    reversedBy: row.reversed_by,
    people: row.people ?? 0,
    gross: row.gross ?? 0,
    net: row.net ?? 0,
  };
}

/** The rows of one line, ready to be written. */
export function lineRows(
  { caregiverId, line, before }: Pick<ComputedLine, 'caregiverId' | 'line' | 'before'>,
  runId: string,
  position: number,
  newId: () => string,
): { line: Insertable<PayLineTable>; items: Insertable<PayItemTable>[] } {
  const id = newId();
  const facts: LineFacts = {
    minutes: line.minutes,
    schemes: line.schemes,
    warnings: line.warnings,
    before,
  };
  return {
    line: {
      id,
      run_id: runId,
      caregiver_id: caregiverId,
      position,
      engagement: line.engagement,
      days: line.days,
      nights: line.nights,
      gross_fen: line.gross,
      deduction_fen: line.deduction,
      tax_fen: line.tax,
      net_fen: line.net,
      insurance_fen: line.insurance,
      special_deduction_fen: line.special,
      facts: JSON.stringify(facts),
    },
    items: line.items.map((item, index) => ({
      id: newId(),
      line_id: id,
      position: index + 1,
      side: item.side,
      kind: item.kind,
      amount_fen: item.amount,
      basis: JSON.stringify(item.basis),
    })),
  };
}

export function payItem(row: PayItemRow): PayItem {
  return PayItem.parse({
    side: row.side,
    kind: row.kind,
    amount: row.amount_fen,
    basis: Basis.parse(JSON.parse(row.basis)),
  });
}

/** The line as the rules made it, out of its rows. */
export function storedLine(row: PayLineRow, items: readonly PayItemRow[]): PayLine & { before: YearToDate } {
  const facts = JSON.parse(row.facts) as LineFacts;
  return {
    engagement: row.engagement,
    days: row.days,
    nights: row.nights,
    minutes: facts.minutes,
    gross: row.gross_fen,
    deduction: row.deduction_fen,
    tax: row.tax_fen,
    net: row.net_fen,
    insurance: row.insurance_fen,
    special: row.special_deduction_fen,
    items: items.map(payItem),
    schemes: facts.schemes,
    warnings: facts.warnings,
    before: facts.before,
  };
}

/** One text for everything that a line says, for telling whether a computation has moved. */
export function fingerprint(line: PayLine & { before: YearToDate }): string {
  const { engagement, days, nights, minutes, items, schemes, warnings, before } = line;
  return JSON.stringify([
    engagement,
    days,
    nights,
    minutes,
    items.map(sorted),
    schemes.map(sorted),
    warnings.map(sorted),
    before,
  ]);
}

/** The same value with its keys in one order, whatever order they were written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
