import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeekend } from '../../shared/calendar/day.ts';
import { startingShiftTypes } from '../../shared/roster/defaults.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import {
  beginEvaluation,
  changeCells,
  changeLocks,
  evaluationOf,
  isLocked,
  shiftAt,
} from '../../shared/roster/live-evaluation.ts';
import { noTerms, type Cell, type Lock, type RosterModel } from '../../shared/roster/model.ts';
import { aCover, aModel, aPerson, on } from '../support/roster-models.ts';

const shifts = [
  ...startingShiftTypes,
  { code: 'E', startsAt: '12:00', endsAt: '21:00', minutes: 540, night: false },
];
const PEOPLE = 5;

/** A house with leave, protection, a group of its own with its cover, terms, wishes and carried-over work. */
function aHouse(): RosterModel {
  const base = aModel();
  const { days } = base;
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    aPerson(`p${index}`, {
      absences: index === 1 ? days.slice(3, 6).map((day) => ({ day, why: 'leave' as const })) : [],
      protectedOn: index === 2 ? days.slice(0, 20) : [],
      shifts: index === 3 ? ['D', 'E'] : null,
      before: index === 4 ? [null, 'D', 'D', 'D', 'D', 'D', 'N'] : [],
      terms: index === 0 ? { ...noTerms, mostOf: { N: 2 }, mostMinutes: 6_000, mostWeekends: 2 } : noTerms,
    }),
  );
  return {
    ...base,
    shifts,
    people,
    cover: days.flatMap((day) => [
      aCover(day, 'D', 2),
      aCover(day, 'N', 1),
      aCover(day, 'E', 1, ['p0', 'p3']),
    ]),
    workdays: days.filter((day) => !isWeekend(day)),
    requests: days.slice(0, 4).map((day) => ({ person: 'p3', day, shift: null, wanted: true, weight: 5 })),
  };
}

const model = aHouse();
const somewhere = fc.record({
  person: fc.nat({ max: PEOPLE - 1 }),
  day: fc.nat({ max: model.days.length - 1 }),
});
const change = fc.record({
  person: fc.nat({ max: PEOPLE - 1 }),
  day: fc.nat({ max: model.days.length - 1 }),
  shift: fc.constantFrom<Cell>(null, 'D', 'N', 'E'),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ cells: fc.array(change, { minLength: 1, maxLength: 8 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      locks: fc.array(somewhere, { minLength: 1, maxLength: 4 }),
      locked: fc.boolean(),
    }),
  },
);

describe('judging a roster while it is edited', () => {
  it('finds what evaluate finds in the whole, whatever is changed or locked', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const cells = model.people.map(() => model.days.map((): Cell => null));
        const locks = new Map<string, { person: number; day: number }>();
        let live = beginEvaluation(model, rosterOf(cells));
        for (const one of steps) {
          if ('cells' in one) {
            live = changeCells(live, one.cells);
            for (const { person, day, shift } of one.cells) cells[person]?.splice(day, 1, shift);
          } else {
            live = changeLocks(live, one.locks, one.locked);
            for (const at of one.locks) {
              if (one.locked) locks.set(`${at.person} ${at.day}`, at);
              else locks.delete(`${at.person} ${at.day}`);
            }
          }
          const locked = [...locks.values()].map(({ person, day }): Lock => ({
            person: model.people[person]?.id ?? '',
            day: model.days[day] ?? on(1),
            shift: cells[person]?.[day] ?? null,
          }));
          const { hard, violations } = evaluate({ ...model, locks: locked }, rosterOf(cells));
          expect(evaluationOf(live)).toEqual({ hard, violations });
        }
      }),
      { numRuns: 150, seed: 411799 },
    );
  });

  it('keeps everything that a change does not touch', () => {
    const live = beginEvaluation(model, {});
    const after = changeCells(live, [{ person: 2, day: 9, shift: 'D' }]);
    expect(after.people.map((found, index) => found === live.people[index])).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    const other = after.cover.filter((state, index) => state !== live.cover[index]);
    expect(other.map(({ day, shift, there }) => ({ day, shift, there }))).toEqual([
      { day: 9, shift: 'D', there: 1 },
      { day: 9, shift: 'N', there: 0 },
      { day: 9, shift: 'E', there: 0 },
    ]);
    expect(shiftAt(live, { person: 2, day: 9 })).toBeNull();
    expect(shiftAt(after, { person: 2, day: 9 })).toBe('D');
  });

  it('lets a lock move along with its cell', () => {
    const place = { person: 0, day: 4 };
    const locked = changeLocks(beginEvaluation(model, {}), [place], true);
    const after = changeCells(locked, [{ ...place, shift: 'D' }]);
    expect(isLocked(after, place)).toBe(true);
    expect(evaluationOf(after).violations.some(({ rule }) => rule === 'locked')).toBe(false);
    expect(isLocked(changeLocks(after, [place], false), place)).toBe(false);
  });
});

function rosterOf(cells: readonly (readonly Cell[])[]) {
  return Object.fromEntries(model.people.map(({ id }, index) => [id, [...(cells[index] ?? [])]]));
}
