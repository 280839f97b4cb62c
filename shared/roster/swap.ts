import type { Day } from '../calendar/day.ts';
import { worsened } from './breaches.ts';
import type { CellChange } from './effect.ts';
import { evaluate, type Violation } from './evaluate.ts';
import type { Roster, RosterModel } from './model.ts';

/** Two people exchange what they do: on one day, or the day of the one against the day of the other. */
export type Swap = {
  readonly one: { readonly person: string; readonly day: Day };
  readonly other: { readonly person: string; readonly day: Day };
};

export type SwapChange = CellChange & { readonly person: string };

/** Why a swap cannot be agreed. */
export type SwapRefusal =
  | { readonly why: 'nothing' }
  | { readonly why: 'past'; readonly day: Day }
  | { readonly why: 'rule'; readonly violation: Violation }
  | { readonly why: 'cover'; readonly day: Day; readonly shift: string; readonly missing: number };

export type SwapCheck = {
  readonly changes: readonly SwapChange[];
  /** None: it may be agreed. */
  readonly refusals: readonly SwapRefusal[];
  /** What the two rows keep less well than before; the director decides. */
  readonly remarks: readonly Violation[];
};

/** The roster after the swap: on each of the days the two people's cells change places. */
export function swapped(
  model: RosterModel,
  roster: Roster,
  swap: Swap,
): { roster: Roster; changes: SwapChange[] } {
  const [one, other] = [swap.one.person, swap.other.person];
  const rows = { [one]: [...(roster[one] ?? [])], [other]: [...(roster[other] ?? [])] };
  const changes: SwapChange[] = [];
  for (const day of new Set([swap.one.day, swap.other.day])) {
    const at = model.days.indexOf(day);
    const [a, b] = [rows[one]?.[at] ?? null, rows[other]?.[at] ?? null];
    if (at < 0 || a === b) continue;
    rows[one]?.splice(at, 1, b);
    rows[other]?.splice(at, 1, a);
    changes.push({ person: one, day, before: a, after: b }, { person: other, day, before: b, after: a });
  }
  return { roster: { ...roster, ...rows }, changes };
}

/**
 * Whether two people may swap: nothing of it lies before today, both rows stay as lawful as they were, and no shift has fewer
 * of the people who count for it than before.
 */
export function checkSwap(model: RosterModel, roster: Roster, swap: Swap, today: Day): SwapCheck {
  const { roster: after, changes } = swapped(model, roster, swap);
  if (changes.length === 0) return { changes, refusals: [{ why: 'nothing' }], remarks: [] };
  const past = changes.find(({ day }) => day < today);
  const [old, now] = [evaluate(model, roster), evaluate(model, after)];
  const worse = worsened(old, now, new Set([swap.one.person, swap.other.person]));
  return {
    changes,
    refusals: [
      ...(past ? [{ why: 'past', day: past.day } as const] : []),
      ...worse.filter(({ hard }) => hard).map((violation) => ({ why: 'rule', violation }) as const),
      ...fewerThere(old.violations, now.violations),
    ],
    remarks: worse.filter(({ hard }) => !hard),
  };
}

/** Exchanges leave the count of a shift as it is, but not that of a zone, a skill or a sex. */
function fewerThere(old: readonly Violation[], now: readonly Violation[]): SwapRefusal[] {
  const before = missingBySlot(old);
  return [...missingBySlot(now)].flatMap(([key, sum]): SwapRefusal[] => {
    const more = sum - (before.get(key) ?? 0);
    const [day, shift] = key.split(' ') as [Day, string, ...string[]];
    return more > 0 ? [{ why: 'cover', day, shift, missing: more }] : [];
  });
}

/** How many are missing, by day, shift and part of the people. */
function missingBySlot(violations: readonly Violation[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { rule, days, shift, amount, part } of violations) {
    const key = `${days[0]} ${shift} ${JSON.stringify(part ?? null)}`;
    if (rule === 'coverMissing') sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}
