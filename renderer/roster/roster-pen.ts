import type { Day } from '../../shared/calendar/day.ts';
import type { Cell } from '../../shared/roster/model.ts';

export type CellPlace = { readonly caregiverId: string; readonly day: Day };
export type CellEdit = CellPlace & { readonly shift: Cell };
/** One change of a draft as it is sent. */
export type Change =
  | { readonly kind: 'cells'; readonly cells: readonly CellEdit[] }
  | { readonly kind: 'locks'; readonly places: readonly CellPlace[]; readonly locked: boolean };

export type RosterPen = {
  readonly write: (change: Change) => void;
  /** What the house has not confirmed yet, in order. */
  readonly pending: () => readonly Change[];
  /** Sends what waits; resolves when everything is confirmed or refused. */
  readonly flush: () => Promise<void>;
};

/** Keys that follow each other faster than this travel together. */
const POOL_MILLISECONDS = 150;

/**
 * Writes changes down one after the other, outside of the key's own moment: what is typed while one is under way waits and is
 * sent as one. `send` says whether it was confirmed; after a refusal what was built upon it is dropped too.
 */
export function openPen(send: (change: Change) => Promise<boolean>): RosterPen {
  let waiting: readonly Change[] = [];
  let underWay: Change | null = null;
  let line: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sendAll = async () => {
    for (;;) {
      const [next, ...others] = waiting;
      if (!next) return;
      [underWay, waiting] = [next, others];
      const isConfirmed = await send(next);
      underWay = null;
      if (!isConfirmed) waiting = [];
    }
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    line = line.then(sendAll);
    return line;
  };
  return {
    write(change) {
      waiting = joined(waiting, change);
      timer ??= setTimeout(() => void flush(), POOL_MILLISECONDS);
    },
    pending: () => (underWay ? [underWay, ...waiting] : waiting),
    flush,
  };
}

/** Cells after cells become one change, the later letter of a cell counts. */
function joined(changes: readonly Change[], change: Change): readonly Change[] {
  const last = changes.at(-1);
  if (last?.kind !== 'cells' || change.kind !== 'cells') return [...changes, change];
  const cells = new Map(
    [...last.cells, ...change.cells].map((cell) => [`${cell.caregiverId} ${cell.day}`, cell]),
  );
  return [...changes.slice(0, -1), { kind: 'cells', cells: [...cells.values()] }];
}
