import type { Day } from '../calendar/day.ts';
import { compile, toRows, type CompiledModel, type CompiledPerson, type Row } from './compile.ts';
import type { CoverPart, Roster, RosterModel } from './model.ts';
import type { PersonRule, PersonRuleKey, RuleSource } from './rule.ts';
import { personRules } from './rules.ts';

export type CoverRuleKey = 'coverMissing' | 'coverSurplus';

export type Violation = {
  readonly rule: PersonRuleKey | CoverRuleKey;
  readonly source: RuleSource;
  /** Whose row it is; null for cover. */
  readonly person: string | null;
  /** The shift for cover; null for a person. */
  readonly shift: string | null;
  /** The days of the roster that it touches, in order. */
  readonly days: readonly Day[];
  /** How much: days, shifts or minutes by rule; negative when something is short of the share. */
  readonly amount: number;
  readonly hard: boolean;
  /** The part of the people that a cover row asked for; absent or null for everybody, and for a person. */
  readonly part?: CoverPart | null;
};

export type Evaluation = {
  readonly cost: number;
  readonly hard: number;
  readonly violations: readonly Violation[];
};

/**
 * Judges a roster: its cost and everything that is wrong or less than good about it. The grid, the generator and the
 * tests all use this one function. Cover is never hard: what cannot be covered is an open slot.
 */
export function evaluate(model: RosterModel, roster: Roster): Evaluation {
  const compiled = compile(model);
  return evaluateRows(compiled, toRows(compiled, roster));
}

export function evaluateRows(compiled: CompiledModel, rows: readonly Row[]): Evaluation {
  const rules = personRules(compiled.model);
  const violations = compiled.people.flatMap((person) => {
    const row = rows[person.index];
    return row ? rules.flatMap((rule) => violationsOf(compiled, person, row, rule)) : [];
  });
  const ofPeople = violations.reduce(
    (sum, found) => sum + Math.abs(found.amount) * weightOf(rules, found.rule),
    0,
  );
  const cover = coverViolations(compiled, rows);
  return {
    cost: Math.round((ofPeople + cover.cost) * 100) / 100,
    hard: violations.filter((found) => found.hard).length,
    violations: [...violations, ...cover.violations],
  };
}

/** What one person's row costs by the soft rules; Infinity when it breaks a hard one. */
export function rowCost(
  compiled: CompiledModel,
  person: CompiledPerson,
  row: Row,
  rules: readonly PersonRule[],
): number {
  let cost = 0;
  for (const rule of rules) {
    rule.check(compiled, person, row, (_first, _last, amount) => {
      cost += rule.hard ? Number.POSITIVE_INFINITY : Math.abs(amount) * rule.weight;
    });
    if (cost === Number.POSITIVE_INFINITY) return cost;
  }
  return cost;
}

/** The first hard rule that a row breaks, or null. */
export function firstBreach(
  compiled: CompiledModel,
  person: CompiledPerson,
  row: Row,
  rules: readonly PersonRule[],
): PersonRule | null {
  for (const rule of rules) {
    if (!rule.hard) continue;
    let broken = false;
    rule.check(compiled, person, row, () => (broken = true));
    if (broken) return rule;
  }
  return null;
}

/** How many people count for one cover row. */
export function countCover(rows: readonly Row[], cover: CompiledModel['cover'][number]): number {
  let count = 0;
  for (const [person, row] of rows.entries()) {
    if (row[cover.at] === cover.shift && (cover.among === null || cover.among[person] === 1)) count++;
  }
  return count;
}

function violationsOf(
  compiled: CompiledModel,
  person: CompiledPerson,
  row: Row,
  rule: PersonRule,
): Violation[] {
  const found: Violation[] = [];
  rule.check(compiled, person, row, (first, last, amount) => {
    const days = compiled.model.days.slice(Math.max(first - compiled.lead, 0), last - compiled.lead + 1);
    const { key, source, hard } = rule;
    found.push({ rule: key, source, person: person.person.id, shift: null, days, amount, hard });
  });
  return found;
}

function coverViolations(
  compiled: CompiledModel,
  rows: readonly Row[],
): { cost: number; violations: Violation[] } {
  let cost = 0;
  const violations: Violation[] = [];
  for (const cover of compiled.cover) {
    const difference = countCover(rows, cover) - cover.minimum;
    if (difference === 0) continue;
    const day = compiled.model.days[cover.at - compiled.lead];
    const shift = compiled.shifts[cover.shift]?.code ?? null;
    cost += coverCost(cover, difference);
    violations.push({
      rule: difference < 0 ? 'coverMissing' : 'coverSurplus',
      source: { law: 'house' },
      person: null,
      shift,
      days: day === undefined ? [] : [day],
      amount: Math.abs(difference),
      hard: false,
      part: cover.part,
    });
  }
  return { cost, violations };
}

/** Cost of a difference between who is there and who is needed. */
export function coverCost(
  { missing, surplus }: { readonly missing: number; readonly surplus: number },
  difference: number,
): number {
  return difference < 0 ? -difference * missing : difference * surplus;
}

function weightOf(rules: readonly PersonRule[], key: Violation['rule']): number {
  return rules.find((rule) => rule.key === key)?.weight ?? 0;
}
