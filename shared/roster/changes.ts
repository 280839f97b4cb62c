import type { Day } from '../calendar/day.ts';
import type { Cell } from './model.ts';

/** The cells of one version; `version` is null for a draft that nobody has been given yet. */
export type VersionCells = {
  readonly version: number | null;
  readonly cells: readonly { readonly person: string; readonly day: Day; readonly shift: Cell }[];
};

export type ChangedCell = {
  readonly person: string;
  readonly day: Day;
  /** What stood there before the change. */
  readonly before: Cell;
  readonly now: Cell;
  /** The version that changed it last. */
  readonly version: number | null;
};

/**
 * Which cells of the last of some versions (oldest first) were changed after the first of them, each with its last change. A cell
 * that was changed and changed back is told too: people were given both. Somebody who was not in the first version is new, not changed.
 */
export function changesSince(versions: readonly VersionCells[]): ChangedCell[] {
  const [first, ...later] = versions;
  const now = new Map(first?.cells.map(({ person, day, shift }) => [`${person} ${day}`, shift]));
  const changed = new Map<string, ChangedCell>();
  for (const { version, cells } of later) {
    for (const { person, day, shift } of cells) {
      const key = `${person} ${day}`;
      const before = now.get(key);
      now.set(key, shift);
      if (before !== undefined && before !== shift)
        changed.set(key, { person, day, before, now: shift, version });
    }
  }
  return [...changed.values()].toSorted(
    (a, b) => a.day.localeCompare(b.day) || a.person.localeCompare(b.person),
  );
}
