import fc from 'fast-check';
import { addDays, day, isWeekend, type Day } from '../../shared/calendar/day.ts';
import {
  noHistory,
  noTerms,
  ordinaryLimits,
  type Cell,
  type Cover,
  type Person,
  type RosterModel,
  type ShiftType,
  type Terms,
} from '../../shared/roster/model.ts';

const early: ShiftType = { code: 'A', startsAt: '06:30', endsAt: '14:30', minutes: 480, night: false };
const late: ShiftType = { code: 'P', startsAt: '14:00', endsAt: '22:00', minutes: 480, night: false };
const night: ShiftType = { code: 'N', startsAt: '20:00', endsAt: '08:00', minutes: 600, night: true };
const kinds = [[early], [early, night], [early, late], [late, night]] as const;

/** Rosters of up to three people and five days with anything that a model can hold, contradictions included. */
export const smallRosters: fc.Arbitrary<RosterModel> = fc
  .record({
    shifts: fc.constantFrom(...kinds),
    length: fc.integer({ min: 2, max: 5 }),
    people: fc.integer({ min: 1, max: 3 }),
    first: fc.integer({ min: 0, max: 6 }),
  })
  .chain(({ shifts, length, people, first }) => {
    const days = Array.from({ length }, (_, index) => addDays(day('2026-10-05'), first + index));
    const ids = Array.from({ length: people }, (_, index) => `p${index + 1}`);
    const codes = shifts.map((shift) => shift.code);
    const someDay = fc.constantFrom(...days);
    const somebody = fc.constantFrom(...ids);
    const cell = fc.constantFrom<Cell>(null, ...codes);
    return fc
      .record({
        people: fc.tuple(...ids.map((id) => aPerson(id, days, codes, cell))),
        cover: fc.array(aCover(someDay, fc.constantFrom(...codes), ids), { maxLength: 6 }),
        locks: fc.array(fc.record({ person: somebody, day: someDay, shift: cell }), { maxLength: 2 }),
        requests: fc.array(
          fc.record({
            person: somebody,
            day: someDay,
            shift: cell,
            wanted: fc.boolean(),
            weight: fc.integer({ min: 1, max: 12 }),
          }),
          { maxLength: 3 },
        ),
        published: fc.option(
          fc.record({
            roster: fc.record(
              Object.fromEntries(
                ids.map((id) => [id, fc.array(cell, { minLength: length, maxLength: length })]),
              ),
            ),
            cell: fc.integer({ min: 0, max: 20 }),
            person: fc.integer({ min: 0, max: 20 }),
          }),
        ),
        holidays: fc.subarray(days, { maxLength: 1 }),
        daysInARow: fc.integer({ min: 1, max: 6 }),
        nightsInARow: fc.option(fc.integer({ min: 1, max: 3 })),
        minutesInAWeek: fc.option(fc.constantFrom(960, 1440, 2400)),
        comprehensiveHours: fc.boolean(),
      })
      .map(({ daysInARow, nightsInARow, minutesInAWeek, comprehensiveHours, ...rest }) => ({
        days,
        workdays: days.filter((date) => !isWeekend(date)),
        shifts,
        weights: {},
        limits: { ...ordinaryLimits, daysInARow, nightsInARow, minutesInAWeek, comprehensiveHours },
        ...rest,
      }));
  });

function aPerson(
  id: string,
  days: readonly Day[],
  codes: readonly string[],
  cell: fc.Arbitrary<Cell>,
): fc.Arbitrary<Person> {
  return fc.record({
    id: fc.constant(id),
    absences: fc
      .subarray([...days], { maxLength: 2 })
      .chain((away) =>
        fc
          .constantFrom<'leave' | 'not-employed'>('leave', 'not-employed')
          .map((why) => away.map((date) => ({ day: date, why }))),
      ),
    protectedOn: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray([...days]) },
    ),
    shifts: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.subarray([...codes]) },
    ),
    before: fc.oneof(fc.constant([]), fc.array(cell, { maxLength: 7 })),
    terms: fc.oneof(
      { weight: 2, arbitrary: fc.constant(noTerms) },
      { weight: 1, arbitrary: someTerms(codes) },
    ),
    history: fc.constantFrom(
      noHistory,
      { days: 60, minutes: 20_000, nights: 9, weekends: 12, holidays: 2 },
      { days: 60, minutes: 17_000, nights: 2, weekends: 5, holidays: 0 },
    ),
  });
}

function perhaps(most: number): fc.Arbitrary<number | null> {
  return fc.option(fc.integer({ min: 1, max: most }));
}

function someTerms(codes: readonly string[]): fc.Arbitrary<Terms> {
  return fc.record({
    mostOf: fc.dictionary(fc.constantFrom(...codes), fc.integer({ min: 0, max: 3 }), { maxKeys: 1 }),
    leastMinutes: fc.option(fc.constantFrom(480, 960), { freq: 2 }),
    mostMinutes: fc.option(fc.constantFrom(960, 1440, 1920), { freq: 2 }),
    mostDaysInARow: perhaps(4),
    leastDaysInARow: perhaps(3),
    leastRestInARow: perhaps(3),
    mostWeekends: fc.option(fc.integer({ min: 0, max: 1 })),
  });
}

function aCover(
  someDay: fc.Arbitrary<Day>,
  code: fc.Arbitrary<string>,
  ids: readonly string[],
): fc.Arbitrary<Cover> {
  return fc.record({
    day: someDay,
    shift: code,
    minimum: fc.integer({ min: 0, max: 3 }),
    among: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.subarray([...ids]) },
    ),
    missing: fc.integer({ min: 0, max: 100 }),
    surplus: fc.integer({ min: 0, max: 8 }),
  });
}
