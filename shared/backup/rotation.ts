import { daysBetween, monthOf, type Day } from '../calendar/day.ts';

/** One backup on one place. `good`: it was whole when it was last looked at; `bad`: it was not; `unknown`: nobody could tell. */
export type Kept = {
  readonly name: string;
  readonly day: Day;
  /** Later instants sort after earlier ones: ISO text in UTC. */
  readonly madeAt: string;
  readonly state: 'good' | 'bad' | 'unknown';
};

/**
 * How many days, weeks and months keep their newest good backup (trust.md 3.4: at least 7, 4, 12); the newest few stay whatever
 * their day, so that two made on one afternoon do not push out what was there before a mistake.
 */
export const KEPT = { newest: 3, days: 7, weeks: 4, months: 12 } as const;

/**
 * The names that may be deleted. Days, weeks and months are counted where there is a backup, not by the calendar: a centre that
 * was closed for half a year loses nothing. Never the newest good one; a bad one only once a newer good one is there, since it
 * may be all that is left of its day; never one of which nothing is known.
 */
export function toDelete(backups: readonly Kept[]): string[] {
  const newestFirst = backups.toSorted(
    (a, b) => b.madeAt.localeCompare(a.madeAt) || b.name.localeCompare(a.name),
  );
  const good = newestFirst.filter(({ state }) => state === 'good');
  const kept = new Set([
    ...good.slice(0, KEPT.newest).map(({ name }) => name),
    ...newestOf(good, ({ day }) => day, KEPT.days),
    ...newestOf(good, ({ day }) => String(weekOf(day)), KEPT.weeks),
    ...newestOf(good, ({ day }) => monthOf(day), KEPT.months),
  ]);
  const newestGood = good[0];
  if (!newestGood) return [];
  return backups
    .filter(({ name, state, madeAt }) =>
      state === 'good' ? !kept.has(name) : state === 'bad' && madeAt < newestGood.madeAt,
    )
    .map(({ name }) => name);
}

/** Of each of the newest `most` spans, the newest backup. */
function newestOf(newestFirst: readonly Kept[], spanOf: (backup: Kept) => string, most: number): string[] {
  const spans = new Map<string, string>();
  for (const backup of newestFirst) {
    const span = spanOf(backup);
    if (!spans.has(span) && spans.size < most) spans.set(span, backup.name);
  }
  return [...spans.values()];
}

/** Number of the week, Monday to Sunday; 5 January 1970 was a Monday. */
function weekOf(day: Day): number {
  return Math.floor(daysBetween('1970-01-05' as Day, day) / 7);
}
