import fc from 'fast-check';
import { addDays, firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import type { Row, Tables } from '../../shared/package/tables.ts';

/** Text as a package may carry it: any script, also beyond the basic plane, in NFC, no invisible characters, no formula. */
const words = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: longest })
    .map((text) => text.normalize('NFC'))
    .filter(
      (text) =>
        text !== '' &&
        text.length <= longest &&
        text === text.trim() &&
        !/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u.test(text) &&
        !/^[=+\-@]/.test(text),
    );
const chinese = fc.stringMatching(/^[王李张刘陈杨赵黄周吴𠮷㐂][春秋小国文雪]{1,2}$/u);
const name = fc.oneof({ weight: 3, arbitrary: chinese }, words(20));
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
const ids = (most: number) => fc.uniqueArray(id, { maxLength: most });
const sex = fc.constantFrom('male', 'female');
const fen = (most: number) => fc.integer({ min: -most, max: most });

const dayBetween = (first: Day, last: Day): fc.Arbitrary<Day> => {
  const length = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  return fc.integer({ min: 0, max: length }).map((days) => addDays(first, days));
};

const nationalId = fc
  .tuple(
    fc.integer({ min: 19_300_101, max: 20_251_231 }),
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom(...'0123456789X'),
  )
  .map(([born, order, check]) => `411799${born}${String(order).padStart(3, '0')}${check}`);

/** Any month that a centre may report, from none to some dozen people, its rows in no order. */
export function anyMonth(period: Month): fc.Arbitrary<Tables> {
  const inMonth = dayBetween(firstDay(period), lastDay(period));
  const ever = dayBetween('2015-01-01' as Day, lastDay(period));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const residentOf = (key: string): fc.Arbitrary<Row> =>
    nationalId.chain((national_id) =>
      fc.record({
        id: fc.constant(key),
        name,
        sex,
        national_id: fc.constant(national_id),
        certificate_no: maybe(fc.constantFrom(`${national_id}11`, `${national_id}74`, `${national_id}21B1`)),
        disability: maybe(
          fc.constantFrom('visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'),
        ),
        disability_level: maybe(fc.integer({ min: 1, max: 4 })),
        hardship: maybe(fc.oneof(fc.constant('低保'), words(40))),
        care_level: maybe(fc.constantFrom('full', 'partial', 'self')),
        admitted_on: ever,
        left_on: maybe(ever),
      }),
    );
  const caregiverOf = (key: string): fc.Arbitrary<Row> =>
    fc.record({
      id: fc.constant(key),
      name,
      sex,
      poor_household: fc.boolean(),
      started_on: ever,
      ended_on: maybe(ever),
    });
  const each = (keys: readonly string[], row: (key: string) => fc.Arbitrary<Row>): fc.Arbitrary<Row[]> =>
    fc.tuple(...keys.map(row)).chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));
  const rows = (row: (key: string) => fc.Arbitrary<Row>, most = 12) =>
    ids(most).chain((keys) => each(keys, row));
  const days = (helpers: readonly string[], rest: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> =>
    helpers.length === 0
      ? fc.constant([])
      : fc.uniqueArray(
          fc
            .tuple(fc.constantFrom(...helpers), inMonth, rest)
            .map(([caregiver_id, day, more]): Row => ({ caregiver_id, day, ...more })),
          { maxLength: 40, selector: (row) => `${String(row['caregiver_id'])} ${String(row['day'])}` },
        );
  return fc.tuple(ids(10), ids(6)).chain(([people, helpers]) => {
    const one = people.length > 0 ? fc.constantFrom(...people) : null;
    const helper = helpers.length > 0 ? fc.constantFrom(...helpers) : null;
    const none: fc.Arbitrary<Row[]> = fc.constant([]);
    return fc.record({
      residents: each(people, residentOf),
      caregivers: each(helpers, caregiverOf),
      stays: one
        ? rows((key) =>
            fc.record({
              id: fc.constant(key),
              resident_id: one,
              bed: words(20),
              starts_on: ever,
              ends_on: maybe(ever),
            }),
          )
        : none,
      pairings:
        one && helper
          ? rows((key) =>
              fc.record({
                id: fc.constant(key),
                caregiver_id: helper,
                resident_id: one,
                starts_on: ever,
                ends_on: maybe(ever),
              }),
            )
          : none,
      devices: rows((key) =>
        fc.record({
          id: fc.constant(key),
          code: words(40),
          name: words(60),
          source: fc.constantFrom('federation', 'fukang', 'donation', 'purchase', 'other'),
          quantity: fc.integer({ min: 0, max: 10_000 }),
          condition: fc.constantFrom('good', 'needs-repair', 'scrapped'),
          resident_id: one ? maybe(one) : fc.constant(null),
        }),
      ),
      checkups: one
        ? rows((key) => fc.record({ id: fc.constant(key), resident_id: one, day: inMonth }), 30)
        : none,
      roster: days(helpers, fc.record({ shift: maybe(fc.constantFrom('D', 'N', 'A', 'Z')) })),
      attendance: days(
        helpers,
        fc.record({
          mark: fc.constantFrom(
            'day',
            'night',
            'rest',
            'absent',
            'personal',
            'sick',
            'annual',
            'other-leave',
          ),
        }),
      ),
      pay: helper
        ? rows((key) =>
            fc
              .record({
                id: fc.constant(key),
                run: fc.integer({ min: 1, max: 999 }),
                kind: fc.constantFrom('regular', 'reversal'),
                caregiver_id: helper,
                engagement: fc.constantFrom('employment', 'service', 'over-age'),
                days: fc.integer({ min: -31, max: 31 }),
                nights: fc.integer({ min: -31, max: 31 }),
                gross_fen: fen(50_000_000),
                deduction_fen: fen(10_000_000),
                tax_fen: fen(10_000_000),
              })
              .map((row): Row => ({ ...row, net_fen: row.gross_fen - row.deduction_fen - row.tax_fen })),
          )
        : none,
    });
  });
}
