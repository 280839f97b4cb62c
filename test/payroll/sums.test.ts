import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { sum } from '../../shared/money/money.ts';
import { extraKinds, isOvertime, type Extra } from '../../shared/payroll/extras.ts';
import { payLine } from '../../shared/payroll/line.ts';
import { PayItem } from '../../shared/payroll/items.ts';
import { aMonth } from './a-month.ts';

const someMarks = fc.array(fc.constantFrom('√', '○', '△', '×', '事', '病', '年', '·'), {
  minLength: 31,
  maxLength: 31,
});
const someExtra = fc
  .record({
    kind: fc.constantFrom(...extraKinds),
    minutes: fc.integer({ min: 1, max: 600 }),
    amount: fc.integer({ min: 1, max: 900_000 }),
    on: fc.integer({ min: 10, max: 31 }),
  })
  .map(({ kind, minutes, amount, on }): Extra => ({
    id: `${kind}${on}`,
    kind,
    day: isOvertime(kind) ? day(`2026-10-${on}`) : null,
    minutes: isOvertime(kind) ? minutes : null,
    amount: isOvertime(kind) ? null : amount,
    note: '凭单',
  }));
const someMonth = fc
  .record({
    marks: someMarks,
    wage: fc.integer({ min: 0, max: 4_000_000 }),
    engagement: fc.constantFrom('employment' as const, 'service' as const, 'over-age' as const),
    insurance: fc.constantFrom('on' as const, 'off' as const),
    base: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
    special: fc.integer({ min: 0, max: 500_000 }),
    extras: fc.array(someExtra, { maxLength: 6 }),
    tier: fc.constantFrom('1' as const, '2' as const, '3' as const),
    before: fc.record({
      months: fc.integer({ min: 0, max: 9 }),
      income: fc.integer({ min: 0, max: 50_000_000 }),
      insurance: fc.integer({ min: 0, max: 5_000_000 }),
      special: fc.integer({ min: 0, max: 5_000_000 }),
      withheld: fc.integer({ min: 0, max: 5_000_000 }),
    }),
    started: fc.constantFrom(day('2020-01-01'), day('2026-10-02'), day('2026-10-31')),
    ended: fc.constantFrom(null, day('2026-10-31')),
  })
  .map(({ marks, wage, engagement, insurance, base, special, extras, tier, before, started, ended }) =>
    aMonth({
      marks: marks.join(''),
      term: {
        engagement,
        insurance,
        baseWage: wage,
        insuranceBase: base,
        specialDeduction: special,
        insuranceReason: '城乡居民保险',
      },
      person: { ...aMonth().person, startedOn: started, endedOn: ended },
      extras,
      before,
      parameters: { 'minimum-wage.tier': tier },
    }),
  );

describe('whatever the month was', () => {
  it('every line foots, is whole fen, and pays nobody less than nothing', () => {
    fc.assert(
      fc.property(someMonth, (facts) => {
        const line = payLine(facts);
        const of = (side: string) =>
          sum(line.items.filter((each) => each.side === side).map((each) => each.amount));
        expect(line.gross).toBe(of('earning'));
        expect(line.deduction).toBe(of('deduction'));
        expect(line.tax).toBe(of('tax'));
        expect(line.net).toBe(line.gross - line.deduction - line.tax);
        expect(line.net).toBeGreaterThanOrEqual(0);
        for (const each of line.items) {
          expect(PayItem.safeParse(each).success).toBe(true);
          expect(Object.is(each.amount, -0)).toBe(false);
        }
        expect(new Set(line.items.map((each) => each.kind)).size).toBe(line.items.length);
      }),
      { numRuns: 500, seed: 20_261_101 },
    );
  });

  it('the same facts give the same line', () => {
    fc.assert(
      fc.property(someMonth, (facts) => {
        expect(payLine(facts)).toEqual(payLine(facts));
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  it('a wage under a contract never ends below the minimum for its attendance, and damage never takes it there', () => {
    fc.assert(
      fc.property(someMonth, (facts) => {
        const line = payLine(facts);
        if (facts.term.engagement === 'service') return;
        const excluded = new Set(['overtime-150', 'overtime-200', 'holiday', 'night']);
        const compared = sum(
          line.items
            .filter((each) => each.side === 'earning' && !excluded.has(each.kind))
            .map((each) => each.amount),
        );
        const atMinimum = payLine({
          ...facts,
          extras: [],
          term: {
            ...facts.term,
            baseWage: facts.rules.value('minimum-wage.month')[facts.rules.value('minimum-wage.tier')],
          },
        });
        const least = sum(
          atMinimum.items
            .filter((each) => each.side === 'earning' && !excluded.has(each.kind))
            .map((each) => each.amount),
        );
        const damage = line.items.find((each) => each.kind === 'damage')?.amount ?? 0;
        expect(compared - damage).toBeGreaterThanOrEqual(least);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
