import { dayAt, daysBetween, type Day } from '../calendar/day.ts';

/** A copy of before an update of the program, what a restore replaced, or what a crash left with an altered journal. */
export const copyKinds = ['update', 'restore', 'crash'] as const;

/** A copy of the whole centre on the disk of this PC, beside its data. */
export type OldCopy = {
  readonly name: string;
  readonly kind: (typeof copyKinds)[number];
  /** When it was written: ISO text in UTC. */
  readonly at: string;
  /** Whether a key on this PC opens it. After a change of the data key only the keyring of an older backup does. */
  readonly opens: boolean;
};

/**
 * Of each kind the newest two stay for good: an update or a restore that went wrong is seen against the last one that was right, and
 * somebody who knows how may find in what a crash left what the centre itself no longer has.
 * Any other stays for 90 days, in which three months are closed and reported and a drill is due: by then a mistake was seen.
 */
export const COPIES_KEPT = { newest: 2, days: 90 } as const;

/**
 * The names of the copies that may be deleted, now that a backup was made, read back and compared at `backupAt` (ISO text in
 * UTC): each is as large as the centre, and the disk of an old PC is small. Never one that is younger than this backup, nor one
 * of the newest two of its kind that open; without a backup this is not asked. What seems to come from the future is young; a
 * clock that runs ahead lets a copy go too soon, but never those two.
 */
export function copiesToRemove(copies: readonly OldCopy[], backupAt: string, today: Day): string[] {
  const kept = new Set(copyKinds.flatMap((kind) => newestThatOpen(copies, kind)));
  return copies
    .filter(({ name, at }) => !kept.has(name) && at < backupAt && ageOf(at, today) >= COPIES_KEPT.days)
    .map(({ name }) => name);
}

function newestThatOpen(copies: readonly OldCopy[], kind: OldCopy['kind']): string[] {
  return copies
    .filter((copy) => copy.kind === kind && copy.opens)
    .toSorted((a, b) => b.at.localeCompare(a.at) || b.name.localeCompare(a.name))
    .slice(0, COPIES_KEPT.newest)
    .map(({ name }) => name);
}

const ageOf = (at: string, today: Day) => daysBetween(dayAt(Date.parse(at)), today);
