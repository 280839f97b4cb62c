import { guardQueries } from '../../db/guards.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import { warningsOf, type ReasonedRule } from '../../shared/roster/guards.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';

/** Why a roster is published over a kind of warning; nothing: nobody has said. */
export type ReasonFor = (rule: ReasonedRule) => string | undefined;

/**
 * Keeps with a version why it is published over its warnings: for whom, for which days, by whom. Refuses when a kind of
 * warning has no reason. A reason for what does not warn is not kept: there was nothing to override.
 */
export async function keepReasons(
  { db, newId, at, who }: Work,
  { model, cells }: Pick<RosterView, 'model' | 'cells'>,
  rosterId: string,
  reasonFor: ReasonFor,
): Promise<void> {
  for (const { rule, cases } of warningsOf(evaluate(model, cells).violations)) {
    const reason = reasonFor(rule);
    if (reason === undefined) {
      refuse('OVERRIDE_REASON_MISSING', { rule, people: new Set(cases.map(({ person }) => person)).size });
    }
    const id = newId();
    await guardQueries(db).insertOverride(
      { id, roster_id: rosterId, rule, reason, recorded_at: at, recorded_by: who.id },
      cases.map(({ person, firstDay, lastDay, amount }, position) => ({
        override_id: id,
        position,
        caregiver_id: person,
        first_day: firstDay,
        last_day: lastDay,
        amount,
      })),
    );
  }
}

/** The reasons of a version: what was said of a rule still holds when a cell of it is swapped or repaired. */
export async function reasonsOf(
  { db }: Pick<Work, 'db'>,
  rosterId: string,
): Promise<ReadonlyMap<ReasonedRule, string>> {
  const rows = await guardQueries(db).overridesOf(rosterId);
  return new Map(rows.map(({ rule, reason }) => [rule as ReasonedRule, reason]));
}
