import { evaluate } from '../../shared/roster/evaluate.ts';
import { COST_MISSING, COST_SURPLUS, type Roster, type RosterModel } from '../../shared/roster/model.ts';
import { randomFrom, pick } from '../../shared/roster/random.ts';
import type { SickCall } from '../../shared/roster/repair/sick-call.ts';
import { ownHouse } from '../bench/own-house.ts';
import { aLawfulRoster } from './lawful-roster.ts';

export type Case = { readonly model: RosterModel; readonly roster: Roster; readonly call: SickCall };

/** A small house with a lawful roster, some locked cells, and somebody who falls ill: all from a seed. */
export function aCase(seed: number, people: number, days: number, mostSick: number): Case {
  const random = randomFrom(seed);
  const plain = ownHouse(seed, { people, days });
  const roster = aLawfulRoster(plain, seed);
  const locks = plain.people.flatMap(({ id }) =>
    plain.days.flatMap((day, index) =>
      random() < 0.06 ? [{ person: id, day, shift: roster[id]?.[index] ?? null }] : [],
    ),
  );
  const today = pick(random, Math.max(1, days - 2));
  const first = Math.min(days - 1, today + pick(random, 2));
  const sick = plain.days.slice(first, first + 1 + pick(random, mostSick));
  const person = plain.people[pick(random, people)]?.id ?? '';
  return {
    model: { ...plain, locks },
    roster,
    call: { person, days: sick, today: plain.days[today] ?? sick[0]! },
  };
}

/** Breaches of hard rules, by whom, which and when. */
export const hardOf = (model: RosterModel, roster: Roster) =>
  evaluate(model, roster)
    .violations.filter(({ hard }) => hard)
    .map(({ person, rule, days }) => `${person} ${rule} ${days.join()}`);

/** Three people, two shifts, five days: few enough to try every roster. */
export function aTinyCase(seed: number): Case {
  const random = randomFrom(seed);
  const plain = ownHouse(seed, { people: 3, days: 5 });
  const shifts = plain.shifts.filter(({ code }) => code === 'D' || code === 'N');
  const people = plain.people.map((person) => ({
    ...person,
    shifts: random() < 0.2 ? ['D'] : null,
    protectedOn: [],
    absences: plain.days.filter(() => random() < 0.08).map((day) => ({ day, why: 'leave' as const })),
    before: person.before.map((cell) => (cell === null ? null : cell === 'N' ? 'N' : 'D')),
  }));
  const cost = { missing: COST_MISSING, surplus: COST_SURPLUS, among: null };
  const trained = people.slice(0, 2).map(({ id }) => id);
  const cover = plain.days.flatMap((day) => [
    { day, shift: 'D', minimum: 1, ...cost },
    { day, shift: 'N', minimum: random() < 0.5 ? 1 : 0, ...cost },
    // Somebody trained, on some days.
    ...(random() < 0.4 ? [{ day, shift: 'D', minimum: 1, ...cost, surplus: 0, among: trained }] : []),
  ]);
  const model = { ...plain, shifts, people, cover, requests: [], locks: [] };
  const roster = aLawfulRoster(model, seed);
  const locks = people.flatMap(({ id }) =>
    model.days.flatMap((day, index) =>
      random() < 0.1 ? [{ person: id, day, shift: roster[id]?.[index] ?? null }] : [],
    ),
  );
  const today = pick(random, 3);
  return {
    model: { ...model, locks },
    roster,
    call: {
      person: people[pick(random, 3)]?.id ?? '',
      days: model.days.slice(today, today + 1 + pick(random, 2)),
      today: model.days[today]!,
    },
  };
}

/** People missing on all shifts, those that a part of the cover asks for too. */
export function missingIn(model: RosterModel, roster: Roster): number {
  return evaluate(model, roster).violations.reduce(
    (sum, { rule, amount }) => sum + (rule === 'coverMissing' ? amount : 0),
    0,
  );
}

/** By trying every row of every person: the least that is missing, and the fewest cells that reach it. */
export function fewestOf(
  model: RosterModel,
  roster: Roster,
  call: SickCall,
): { missing: number; cells: number } {
  const codes = [null, ...model.shifts.map(({ code }) => code)];
  const known = new Set(hardOf(model, roster));
  const rows = model.people.map(({ id }) => {
    const base = roster[id] ?? [];
    const free = model.days.map(
      (day) =>
        day >= call.today &&
        !(id === call.person && call.days.includes(day)) &&
        !model.locks.some((lock) => lock.person === id && lock.day === day),
    );
    let all: (string | null)[][] = [[]];
    for (const [index, cell] of base.entries())
      all = all.flatMap((row) => (free[index] ? codes : [cell]).map((code) => [...row, code]));
    return all
      .filter((row) => hardOf(model, { ...roster, [id]: row }).every((breach) => known.has(breach)))
      .map((row) => ({ row, changed: row.filter((cell, index) => cell !== base[index]).length }));
  });
  let best = { missing: Infinity, cells: Infinity };
  const there = model.cover.map(() => 0);
  const visit = (person: number, cells: number) => {
    if (person === rows.length) {
      const missing = model.cover.reduce(
        (sum, { minimum }, index) => sum + Math.max(0, minimum - (there[index] ?? 0)),
        0,
      );
      if (missing < best.missing || (missing === best.missing && cells < best.cells))
        best = { missing, cells };
      return;
    }
    const id = model.people[person]?.id ?? '';
    for (const { row, changed } of rows[person] ?? []) {
      const add = (by: number) => {
        for (const [index, { day, shift, among }] of model.cover.entries()) {
          const isThere = row[model.days.indexOf(day)] === shift && (among?.includes(id) ?? true);
          if (isThere) there[index] = (there[index] ?? 0) + by;
        }
      };
      add(1);
      visit(person + 1, cells + changed);
      add(-1);
    }
  };
  visit(0, 0);
  return best;
}
