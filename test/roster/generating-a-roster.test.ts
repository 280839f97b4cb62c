import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWeekend, type Day } from '../../shared/calendar/day.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import { generate, QUICK_EFFORT, type GenerateOptions } from '../../shared/roster/generate.ts';
import { COST_MISSING, COST_SURPLUS, type RosterModel } from '../../shared/roster/model.ts';
import { aCover, aModel, aPerson, on, peopleNamed } from '../support/roster-models.ts';

const linear = await loadLinearProgramming();
const make = (model: RosterModel, seed: number, options: Partial<GenerateOptions> = {}) =>
  generate(model, { seed, linear, effort: QUICK_EFFORT, ...options });

describe('generating a roster', () => {
  it('covers every shift of November with 19 caregivers and 38 residents, lawfully and without overtime', () => {
    const made = make(aModel(), 1);
    expect(made.hard).toBe(0);
    expect(made.open).toEqual([]);
    expect(made.violations.filter((found) => found.rule === 'overtime')).toEqual([]);
    expect(Object.keys(made.roster)).toHaveLength(19);
  });

  it('shares nights evenly', () => {
    const { roster } = make(aModel(), 3);
    const nights = Object.values(roster).map((row) => row.filter((cell) => cell === 'N').length);
    expect(Math.max(...nights) - Math.min(...nights)).toBeLessThanOrEqual(1);
  });

  it('makes the same roster from the same seed, and another from another', () => {
    const options = { effort: 5_000_000 };
    expect(make(aModel(), 7, options)).toEqual(make(aModel(), 7, options));
    expect(make(aModel(), 8, options).roster).not.toEqual(make(aModel(), 7, options).roster);
  });

  it('keeps locked cells, and says which lock it could not keep and by which rule', () => {
    const locks = [
      { person: 'p01', day: on(1), shift: 'N' },
      { person: 'p01', day: on(2), shift: 'D' },
      { person: 'p02', day: on(1), shift: null },
    ];
    const made = make(aModel({ locks }), 1, { effort: 5_000_000 });
    expect(made.roster['p01']?.slice(0, 2)).toEqual(['N', null]);
    expect(made.roster['p02']?.[0]).toBeNull();
    expect(made.remarks).toEqual([
      { kind: 'lock', person: 'p01', day: on(2), shift: 'D', rule: 'restBetween' },
    ]);
    expect(made.hard).toBe(0);
  });

  it('lists what nobody can cover with what blocks each person, when all are on leave on one day', () => {
    const people = peopleNamed(19).map((person) => ({
      ...person,
      absences: [{ day: on(10), why: 'leave' as const }],
    }));
    const made = make(aModel({ people }), 1, { effort: 20_000_000 });
    expect(made.hard).toBe(0);
    const open = made.open.filter((slot) => slot.day === on(10));
    expect(open.map(({ shift, missing }) => ({ shift, missing }))).toEqual([
      { shift: 'D', missing: 10 },
      { shift: 'N', missing: 3 },
    ]);
    expect(open[0]?.blocks.every((block) => block.by === 'leave')).toBe(true);
  });

  it('leaves no slot open that somebody could still take', () => {
    const made = make(aModel({ people: peopleNamed(12) }), 1, { effort: 20_000_000 });
    expect(made.open.length).toBeGreaterThan(0);
    expect(made.open.flatMap((slot) => slot.blocks).filter((block) => block.by === null)).toEqual([]);
  });

  it('makes an empty roster for an empty house', () => {
    expect(make(aModel({ people: [], residents: 0 }), 1)).toMatchObject({
      hard: 0,
      roster: {},
      open: [],
    });
  });

  it('passes over a cover rule for a shift that does not exist', () => {
    const cover = [aCover(on(1), 'X', 3)];
    expect(make(aModel({ cover }), 1, { effort: 1_000_000 }).hard).toBe(0);
  });

  it('never breaks a rule of a person, whatever the leave, the locks, the past and the cover', () => {
    fc.assert(
      fc.property(smallHouses, fc.integer(), (model, seed) => {
        const made = make(model, seed, { effort: 400_000 });
        expect(made.violations.filter((found) => found.hard)).toEqual([]);
        expect(evaluate(model, made.roster).cost).toBe(made.cost);
        const unkept = new Set(
          made.remarks.flatMap((remark) =>
            remark.kind === 'lock' ? [`${remark.person} ${remark.day}`] : [],
          ),
        );
        for (const lock of model.locks) {
          if (unkept.has(`${lock.person} ${lock.day}`)) continue;
          expect(made.roster[lock.person]?.[model.days.indexOf(lock.day)]).toBe(lock.shift);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Houses of one to five people over two to sixteen days, with anything in their way. */
const smallHouses: fc.Arbitrary<RosterModel> = fc
  .record({ length: fc.integer({ min: 2, max: 16 }), size: fc.integer({ min: 1, max: 5 }) })
  .chain(({ length, size }) => {
    const days = Array.from({ length }, (_, index) => addDays('2026-11-01' as Day, index));
    const day = fc.constantFrom(...days);
    const cell = fc.constantFrom('D', 'N', null);
    const person = fc.record({
      absences: fc.array(
        fc.record({ day, why: fc.constantFrom('leave' as const, 'not-employed' as const) }),
        { maxLength: 8 },
      ),
      protectedOn: fc.oneof(fc.constant([]), fc.subarray(days)),
      shifts: fc.constantFrom(null, ['D'], ['N'], []),
      before: fc.array(cell, { maxLength: 9 }),
    });
    const cover = fc.record({
      day,
      shift: fc.constantFrom('D', 'N', 'X'),
      minimum: fc.integer({ min: 0, max: 6 }),
      among: fc.constantFrom(null, ['p0'], ['p0', 'p1']),
    });
    return fc
      .record({
        people: fc.array(person, { minLength: size, maxLength: size }),
        cover: fc.array(cover, { maxLength: 30 }),
        locks: fc.uniqueArray(
          fc.record({
            person: fc.integer({ min: 0, max: size - 1 }).map((index) => `p${index}`),
            day,
            shift: cell,
          }),
          { maxLength: 12, selector: (lock) => `${lock.person} ${lock.day}` },
        ),
      })
      .map(({ people, cover: rows, locks }) =>
        aModel({
          days,
          workdays: days.filter((one) => !isWeekend(one)),
          people: people.map((one, index) => aPerson(`p${index}`, one)),
          cover: rows.map((row) => ({ ...row, missing: COST_MISSING, surplus: COST_SURPLUS })),
          locks,
        }),
      );
  });
