import type { Day } from '../calendar/day.ts';
import {
  compile,
  toRoster,
  toRow,
  NOT_LOCKED,
  REST,
  type CompiledModel,
  type CompiledPerson,
  type Row,
} from './compile.ts';
import { evaluate, firstBreach, type Evaluation } from './evaluate.ts';
import type { Cell, Roster, RosterModel } from './model.ts';
import { openSlots, type OpenSlot } from './open-slots.ts';
import { randomFrom, type Random } from './random.ts';
import type { PersonRule, PersonRuleKey } from './rule.ts';
import { personRules } from './rules.ts';
import { fillGaps, improve, startSearch } from './search.ts';

/** A locked cell that could not be kept, and the rule that it would break together with the locks before it. */
export type UnkeptLock = {
  readonly person: string;
  readonly day: Day;
  readonly shift: Cell;
  readonly rule: PersonRuleKey;
};

export type Generated = Evaluation & {
  readonly roster: Roster;
  readonly open: readonly OpenSlot[];
  readonly unkeptLocks: readonly UnkeptLock[];
};

export type GenerateOptions = {
  /** How many moves the search tries; the same number gives the same roster on every machine. */
  readonly moves?: number;
};

const MOVES = 160_000;

/**
 * Makes a roster in which no hard rule of a person is broken, whatever the leave and the locks; what cannot be covered
 * comes back as open slots with what blocks each person. The same model, seed and moves give the same roster.
 */
export function generate(
  model: RosterModel,
  seed: number,
  { moves = MOVES }: GenerateOptions = {},
): Generated {
  const compiled = compile(model);
  const rules = personRules(compiled.model);
  const random = randomFrom(seed);
  const unkeptLocks: UnkeptLock[] = [];
  const rows = compiled.people.map((person) => {
    const row = keepLocks(compiled, person, rules, unkeptLocks);
    return layPattern(compiled, person, row, rules, random);
  });
  const search = startSearch(compiled, rows, rules);
  improve(search, random, moves);
  fillGaps(search);
  const roster = toRoster(compiled, search.rows);
  return { roster, ...evaluate(model, roster), open: openSlots(model, roster), unkeptLocks };
}

/** A row of rest with the locks that are lawful together; a lock that is not is loosened and reported. */
function keepLocks(
  compiled: CompiledModel,
  person: CompiledPerson,
  rules: readonly PersonRule[],
  unkept: UnkeptLock[],
): Row {
  const row = toRow(compiled, person, []);
  for (let at = compiled.lead; at < compiled.length; at++) {
    const locked = person.locked[at] ?? NOT_LOCKED;
    if (locked === NOT_LOCKED || locked === REST) continue;
    row[at] = locked;
    const breach = firstBreach(compiled, person, row, rules);
    if (!breach) continue;
    row[at] = REST;
    person.locked[at] = NOT_LOCKED;
    const [day, shift] = [compiled.model.days[at - compiled.lead], compiled.shifts[locked]?.code ?? null];
    if (day !== undefined) unkept.push({ person: person.person.id, day, shift, rule: breach.key });
  }
  return row;
}

/** Lays three days, a night and two days of rest over the row, each person a day later than the one before. */
function layPattern(
  compiled: CompiledModel,
  person: CompiledPerson,
  row: Row,
  rules: readonly PersonRule[],
  random: Random,
): Row {
  const days = compiled.shifts.flatMap((shift, index) => (shift.night ? [] : [index]));
  const nights = compiled.shifts.flatMap((shift, index) => (shift.night ? [index] : []));
  const shiftOn = (step: number): number => {
    const place = step % 6;
    const turn = Math.floor(step / 6) + person.index;
    if (place === 3 && nights.length > 0) return nights[turn % nights.length] ?? REST;
    return place < 4 && days.length > 0 ? (days[turn % days.length] ?? REST) : REST;
  };
  const start = Math.floor(random() * 2) * 6 + person.index;
  for (let at = compiled.lead; at < compiled.length; at++) {
    if (row[at] !== REST || person.locked[at] !== NOT_LOCKED) continue;
    row[at] = shiftOn(start + at - compiled.lead);
    if (row[at] !== REST && firstBreach(compiled, person, row, rules)) row[at] = REST;
  }
  return row;
}
