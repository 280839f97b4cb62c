import { addDays, daysBetween, monthOf, type Day } from '../../shared/calendar/day.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { MonthEffect, Touched } from '../../shared/roster/effect-contract.ts';
import { effectOf, type Proposal } from '../../shared/roster/effect.ts';
import type { Violation } from '../../shared/roster/evaluate.ts';
import type { PersonRuleKey } from '../../shared/roster/rule.ts';
import type { Work } from '../core/door.ts';
import { rosterInWork } from './roster-drafts.ts';
import { rosterView } from './roster-view.ts';

/** A request as far as its effect depends on it; both days count. */
export type Wish = Pick<Proposal, 'kind' | 'shift'> & {
  readonly caregiverId: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
};

/** What granting a wish does to each month that has a draft, else a published roster. */
export async function effectsOf({ db }: Pick<Work, 'db'>, wish: Wish): Promise<MonthEffect[]> {
  const days = daysOfWish(wish);
  const effects: MonthEffect[] = [];
  for (const month of new Set(days.map(monthOf))) {
    const roster = await rosterInWork({ db }, month);
    if (!roster || roster.state === 'superseded') continue;
    const view = await rosterView(db, month, roster.id);
    effects.push({ month, version: roster.version, state: roster.state, ...monthEffect(view, wish) });
  }
  return effects;
}

export function daysOfWish({ startsOn, endsOn }: Pick<Wish, 'startsOn' | 'endsOn'>): Day[] {
  return Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, index) => addDays(startsOn, index));
}

export function proposalOf(wish: Wish): Proposal {
  return { person: wish.caregiverId, days: daysOfWish(wish), kind: wish.kind, shift: wish.shift };
}

function monthEffect(view: RosterView, wish: Wish): Omit<MonthEffect, 'month' | 'version' | 'state'> {
  const { changes, shortfalls, touched } = effectOf(view.model, view.cells, proposalOf(wish));
  const named = namesIn(view);
  return {
    changes: [...changes],
    shortfalls: shortfalls.map((slot) => ({
      ...slot,
      standIns: slot.standIns.map(({ person, minutes }) => ({ ...named(person), minutes })),
      blocked: slot.blocked.map(({ person, by }) => ({ ...named(person), by })),
    })),
    touched: touchedOf(view, touched),
    restBetweenShifts: view.model.limits.restBetweenShifts,
  };
}

/** Violations of people with their names; those of cover are left out. */
export function touchedOf(view: RosterView, violations: readonly Violation[]): Touched[] {
  const named = namesIn(view);
  return violations.flatMap(({ person, rule, days, amount, hard }) =>
    person === null ? [] : [{ ...named(person), rule: rule as PersonRuleKey, days: [...days], amount, hard }],
  );
}

export function namesIn(view: RosterView) {
  const names = new Map(view.people.map(({ id, name }) => [id, name]));
  return (id: string) => ({ caregiverId: id, caregiver: names.get(id) ?? '' });
}

/** The facts of CHANGE_BREAKS_RULE. */
export function breachFacts(view: RosterView, { person, days, rule, amount }: Violation) {
  return {
    caregiver: namesIn(view)(person ?? '').caregiver,
    day: days.at(-1) ?? '',
    rule: rule as PersonRuleKey,
    amount: Math.abs(amount),
    hours: Math.round(Math.abs(amount) / 6) / 10,
  };
}
