import { evaluate, type Evaluation, type Violation } from './evaluate.ts';
import type { Cell, Person, RosterModel } from './model.ts';

/** What is wrong with the people named after a change and was not, or less, before it. Cover is left out. */
export function worsened(
  before: Pick<Evaluation, 'violations'>,
  after: Pick<Evaluation, 'violations'>,
  people: ReadonlySet<string>,
): Violation[] {
  const ofPeople = ({ violations }: Pick<Evaluation, 'violations'>) =>
    violations.filter(({ person }) => person !== null && people.has(person));
  const [old, now] = [ofPeople(before), ofPeople(after)];
  const [oldSums, nowSums] = [sums(old), sums(now)];
  const known = new Set(old.map(sign));
  return now.filter(
    (found) =>
      !known.has(sign(found)) && (nowSums.get(ruleOf(found)) ?? 0) > (oldSums.get(ruleOf(found)) ?? 0),
  );
}

/** What is wrong with one person's cells by themselves: cover, wishes, locks and shares of the others play no part. */
export function evaluateAlone(model: RosterModel, person: Person, cells: readonly Cell[]): Evaluation {
  const alone = { ...model, people: [person], cover: [], locks: [], requests: [], published: null };
  return evaluate(alone, { [person.id]: cells });
}

const ruleOf = ({ rule, person }: Violation) => `${rule} ${person}`;
const sign = (found: Violation) => `${ruleOf(found)} ${found.days.join()} ${found.amount}`;

function sums(violations: readonly Violation[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const found of violations) {
    totals.set(ruleOf(found), (totals.get(ruleOf(found)) ?? 0) + Math.abs(found.amount));
  }
  return totals;
}
