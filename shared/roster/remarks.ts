import type { Day } from '../calendar/day.ts';
import { toRow, REST, type CompiledModel } from './compile.ts';
import { firstBreach } from './evaluate.ts';
import { givingWay } from './giving-way.ts';
import type { Cell, CoverPart, Lock, Roster, RosterModel } from './model.ts';
import type { PersonRule, PersonRuleKey } from './rule.ts';
import type { Impossible } from './solve/people-months.ts';

/**
 * What contradicts itself in what was asked of a roster; the rest of the month is rostered all the same. A lock without a rule
 * names a shift that does not exist.
 */
export type Remark =
  | {
      readonly kind: 'lock';
      readonly person: string;
      readonly day: Day;
      readonly shift: Cell;
      readonly rule: PersonRuleKey | null;
    }
  | { readonly kind: 'impossible'; readonly person: string; readonly rule: PersonRuleKey }
  | { readonly kind: 'nobodyOn'; readonly day: Day }
  | {
      readonly kind: 'nobodyFor';
      readonly shift: string;
      readonly part: CoverPart | null;
      readonly days: number;
    }
  | { readonly kind: 'noSuchShift'; readonly shift: string; readonly days: number };

/** What can be seen without solving: days on which everybody is away, cover that nobody can give, shifts that do not exist. */
export function remarksOnModel(model: RosterModel): Remark[] {
  const known = new Set(model.shifts.map(({ code }) => code));
  const asked = model.cover.filter(({ minimum }) => minimum > 0);
  const away = model.people.map(({ absences }) => new Set(absences.map(({ day }) => day)));
  const deserted = model.days.filter(
    (day) =>
      model.people.length > 0 && away.every((days) => days.has(day)) && asked.some((row) => row.day === day),
  );
  const groups = new Map<string, { shift: string; part: CoverPart | null; days: Set<Day> }>();
  for (const { day, shift, among, part = null } of asked) {
    if (!model.days.includes(day)) continue;
    const isDead = !known.has(shift);
    const able = model.people.some(
      (person) =>
        (among === null || among.includes(person.id)) &&
        (person.shifts === null || person.shifts.includes(shift)),
    );
    if (!isDead && able) continue;
    const key = JSON.stringify([shift, isDead ? null : part]);
    const group = groups.get(key) ?? { shift, part: isDead ? null : part, days: new Set() };
    groups.set(key, group);
    group.days.add(day);
  }
  return [
    ...lostLocks(model, known),
    ...deserted.map((day): Remark => ({ kind: 'nobodyOn', day })),
    ...[...groups.values()].map(({ shift, part, days }): Remark =>
      known.has(shift)
        ? { kind: 'nobodyFor', shift, part, days: days.size }
        : { kind: 'noSuchShift', shift, days: days.size },
    ),
  ];
}

function lostLocks(model: RosterModel, known: ReadonlySet<string>): Remark[] {
  return model.locks.flatMap((lock): Remark[] =>
    lock.shift === null || known.has(lock.shift) ? [] : [{ kind: 'lock', ...lock, rule: null }],
  );
}

/** Those locks, each with the rule that it would break beside the locks that were kept, or in the roster that was made. */
export function remarksOnLocks(
  compiled: CompiledModel,
  rules: readonly PersonRule[],
  loose: readonly Lock[],
  roster: Roster,
): Remark[] {
  const isLoose = new Set(loose.map(({ person, day }) => `${person} ${day}`));
  return loose.flatMap(({ person: id, day, shift }): Remark[] => {
    const person = compiled.people.find((one) => one.person.id === id);
    if (!person) return [];
    const at = compiled.lead + compiled.model.days.indexOf(day);
    const symbol = shift === null ? REST : compiled.shifts.findIndex(({ code }) => code === shift);
    const kept = compiled.model.locks.filter(
      (lock) => lock.person === id && !isLoose.has(`${lock.person} ${lock.day}`),
    );
    const cells = compiled.model.days.map((one) => kept.find((lock) => lock.day === one)?.shift ?? null);
    const breach = [cells, roster[id] ?? []]
      .map((row) => {
        const tried = toRow(compiled, person, row);
        tried[at] = symbol;
        return firstBreach(compiled, person, tried, rules.filter(isAboutTooMuch));
      })
      .find((rule) => rule !== null);
    return [{ kind: 'lock', person: id, day, shift, rule: breach?.key ?? 'locked' }];
  });
}

/** Rules that ask for work say nothing about a row in which most is still open. */
function isAboutTooMuch({ key }: PersonRule): boolean {
  return givingWay.every((rule) => rule !== key);
}

export function remarksOnRules(model: RosterModel, impossible: readonly Impossible[]): Remark[] {
  return impossible.flatMap(({ person, rule }): Remark[] => {
    const id = model.people[person]?.id;
    return id === undefined ? [] : [{ kind: 'impossible', person: id, rule }];
  });
}
