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
import { firstBreach } from './evaluate.ts';
import type { Roster, RosterModel } from './model.ts';
import { randomFrom, type Random } from './random.ts';
import type { PersonRule } from './rule.ts';
import { personRules } from './rules.ts';
import { fillGaps, improve, startSearch } from './search.ts';

/**
 * A roster for the solver to begin with: a pattern laid over the month and made better by small moves, in about a second for
 * 160,000 of them. The same model, seed and moves give the same roster, unless `stopped` ends it early.
 */
export function quickRoster(
  model: RosterModel,
  { seed, moves, stopped }: { seed: number; moves: number; stopped: () => boolean },
): Roster {
  const compiled = compile(model);
  const rules = personRules(compiled.model);
  const random = randomFrom(seed);
  const rows = compiled.people.map((person) => {
    const row = keepLocks(compiled, person, rules);
    return layPattern(compiled, person, row, rules, random);
  });
  const search = startSearch(compiled, rows, rules);
  improve(search, random, moves, stopped);
  if (!stopped()) fillGaps(search);
  return toRoster(compiled, search.rows);
}

/** A row of rest with the locks that are lawful together; a lock that is not is loosened. */
function keepLocks(compiled: CompiledModel, person: CompiledPerson, rules: readonly PersonRule[]): Row {
  const row = toRow(compiled, person, []);
  for (let at = compiled.lead; at < compiled.length; at++) {
    const locked = person.locked[at] ?? NOT_LOCKED;
    if (locked === NOT_LOCKED || locked === REST) continue;
    row[at] = locked;
    if (!firstBreach(compiled, person, row, rules)) continue;
    row[at] = REST;
    person.locked[at] = NOT_LOCKED;
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
