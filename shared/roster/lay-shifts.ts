import type { Day } from '../calendar/day.ts';
import { evaluateAlone, worsened } from './breaches.ts';
import type { Cell, Person, Roster, RosterModel } from './model.ts';
import { personRuleKeys, type PersonRuleKey } from './rule.ts';

/** A shift that a pattern would like somebody to have. */
export type Laid = { readonly person: string; readonly day: Day; readonly shift: string };

/** Why a shift could not be laid: a rule of the person, a shift type out of use, or cover that no longer asks for it. */
export const dropRules = [...personRuleKeys, 'shiftRetired', 'coverSurplus'] as const;
export type DropRule = (typeof dropRules)[number];
export type Dropped = Laid & { readonly rule: DropRule; readonly amount: number };

export type Laying = { readonly roster: Roster; readonly kept: number; readonly dropped: readonly Dropped[] };

/**
 * Lays shifts over an empty month, day by day: whatever would break a hard rule together with what lies already is dropped,
 * with the rule. Locked cells stand before everything else. The rows that come out are lawful wherever the locks are.
 */
export function layShifts(model: RosterModel, laid: readonly Laid[]): Laying {
  const dropped: Dropped[] = [];
  const codes = new Set(model.shifts.map(({ code }) => code));
  const at = new Map(model.days.map((day, index) => [day, index]));
  const byPerson = Map.groupBy(
    laid.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    ({ person }) => person,
  );
  let kept = 0;
  const rows = model.people.map((person) => {
    const cells: Cell[] = model.days.map(() => null);
    const locks = new Map(
      model.locks.filter((lock) => lock.person === person.id).map((lock) => [lock.day, lock]),
    );
    for (const lock of locks.values()) cells.splice(at.get(lock.day) ?? cells.length, 1, lock.shift);
    let now = evaluateAlone(model, person, cells);
    for (const one of byPerson.get(person.id) ?? []) {
      const [index, lock] = [at.get(one.day), locks.get(one.day)];
      if (index === undefined) continue;
      if (lock?.shift === one.shift) kept++;
      else if (!codes.has(one.shift)) dropped.push({ ...one, rule: 'shiftRetired', amount: 1 });
      else if (lock) dropped.push({ ...one, rule: 'locked', amount: 1 });
      else {
        const tried = cells.with(index, one.shift);
        const then = evaluateAlone(model, person, tried);
        const breach = worsened(now, then, new Set([person.id])).find(({ hard }) => hard);
        if (breach) dropped.push({ ...one, rule: breach.rule as PersonRuleKey, amount: breach.amount });
        else {
          cells.splice(index, 1, one.shift);
          now = then;
          kept++;
        }
      }
    }
    return [person.id, cells] as const;
  });
  const people = new Set(model.people.map(({ id }) => id));
  const gone = laid.filter(({ person }) => !people.has(person));
  return {
    roster: Object.fromEntries(rows),
    kept,
    dropped: [...dropped, ...gone.map((one) => ({ ...one, rule: 'notEmployed' as const, amount: 1 }))],
  };
}

/**
 * Takes people off shifts that have more than `most` of them; whoever has the most minutes goes first. Locked cells stay, and
 * nobody's row is made unlawful by it, and no zone, skill or sex is left
 * with too few.
 */
export function dropSurplus(
  model: RosterModel,
  { roster, kept, dropped }: Laying,
  most: (day: Day, shift: string) => number,
): Laying {
  const rows = new Map(model.people.map((person) => [person.id, [...(roster[person.id] ?? [])]]));
  const locked = new Set(model.locks.map(({ person, day }) => `${person} ${day}`));
  const minutes = new Map(model.shifts.map((shift) => [shift.code, shift.minutes]));
  const total = (person: Person) =>
    (rows.get(person.id) ?? []).reduce(
      (sum, cell) => sum + (cell === null ? 0 : (minutes.get(cell) ?? 0)),
      0,
    );
  const surplus: Dropped[] = [];
  for (const [index, day] of model.days.entries()) {
    for (const { code } of model.shifts) {
      const there = model.people.filter((person) => rows.get(person.id)?.[index] === code);
      const over = there.length - most(day, code);
      if (over <= 0) continue;
      const onShift = new Set(there.map(({ id }) => id));
      const parts = model.cover.filter((row) => row.day === day && row.shift === code && row.among !== null);
      /** A zone, a skill or a sex that would have too few without her. */
      const isNeeded = (id: string) =>
        parts.some(
          ({ among, minimum }) =>
            among?.includes(id) && among.filter((one) => onShift.has(one)).length <= minimum,
        );
      const mayGo = (person: Person) => {
        if (locked.has(`${person.id} ${day}`) || isNeeded(person.id)) return false;
        const cells = rows.get(person.id) ?? [];
        const [now, then] = [
          evaluateAlone(model, person, cells),
          evaluateAlone(model, person, cells.with(index, null)),
        ];
        return !worsened(now, then, new Set([person.id])).some(({ hard }) => hard);
      };
      const busiestFirst = there.toSorted((a, b) => total(b) - total(a));
      for (let left = over; left > 0; left--) {
        const person = busiestFirst.find((one) => onShift.has(one.id) && mayGo(one));
        if (!person) break;
        onShift.delete(person.id);
        rows.get(person.id)?.splice(index, 1, null);
        surplus.push({ person: person.id, day, shift: code, rule: 'coverSurplus', amount: 1 });
      }
    }
  }
  return {
    roster: Object.fromEntries(rows),
    kept: kept - surplus.length,
    dropped: [...dropped, ...surplus],
  };
}
