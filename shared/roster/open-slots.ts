import type { Day } from '../calendar/day.ts';
import {
  compile,
  toRows,
  NOT_LOCKED,
  REST,
  type CompiledModel,
  type CompiledPerson,
  type Row,
} from './compile.ts';
import { countCover, firstBreach } from './evaluate.ts';
import type { CoverPart, Roster, RosterModel } from './model.ts';
import type { PersonRule, PersonRuleKey } from './rule.ts';
import { personRules } from './rules.ts';

/** `working`: has another shift that day; `lockedRest`: rest is locked; `elsewhere`: not among those who count. */
export type Block = PersonRuleKey | 'working' | 'lockedRest' | 'elsewhere';

/** A shift that has too few people, with what keeps each person from it; null: nothing does. */
export type OpenSlot = {
  readonly day: Day;
  readonly shift: string;
  readonly missing: number;
  /** The part of the people that is asked for; null: anybody. */
  readonly part: CoverPart | null;
  readonly blocks: readonly { readonly person: string; readonly by: Block | null }[];
};

/** Every slot that the cover asks for and the roster leaves open. People who are on that shift are left out. */
export function openSlots(model: RosterModel, roster: Roster): OpenSlot[] {
  const compiled = compile(model);
  const rows = toRows(compiled, roster);
  const rules = personRules(compiled.model);
  return compiled.cover.flatMap((cover): OpenSlot[] => {
    const missing = cover.minimum - countCover(rows, cover);
    const [day, shift] = [model.days[cover.at - compiled.lead], compiled.shifts[cover.shift]];
    if (missing <= 0 || day === undefined || shift === undefined) return [];
    const blocks = compiled.people.flatMap((person) => {
      const row = rows[person.index];
      if (!row || row[cover.at] === cover.shift) return [];
      return [{ person: person.person.id, by: blockOf(compiled, person, row, cover, rules) }];
    });
    return [{ day, shift: shift.code, missing, part: cover.part, blocks }];
  });
}

function blockOf(
  compiled: CompiledModel,
  person: CompiledPerson,
  row: Row,
  cover: CompiledModel['cover'][number],
  rules: readonly PersonRule[],
): Block | null {
  if (cover.among !== null && cover.among[person.index] !== 1) return 'elsewhere';
  if (row[cover.at] !== REST) return 'working';
  if (person.locked[cover.at] !== NOT_LOCKED) return 'lockedRest';
  const tried = row.slice();
  tried[cover.at] = cover.shift;
  return firstBreach(compiled, person, tried, rules)?.key ?? null;
}
