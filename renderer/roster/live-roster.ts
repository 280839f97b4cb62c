import type { RosterView } from '../../shared/roster/contract.ts';
import {
  beginEvaluation,
  changeCells,
  changeLocks,
  isLocked,
  shiftAt,
  type CellChange,
  type CellPlace as Position,
  type LiveEvaluation,
} from '../../shared/roster/live-evaluation.ts';
import type { Cell, Lock } from '../../shared/roster/model.ts';
import type { CellEdit, CellPlace, Change, RosterPen } from './roster-pen.ts';

/** What undo takes back and redo does again. */
type Step = { readonly back: Change; readonly forth: Change };

export type LiveState = {
  /** What the house said last; people and days stand in the same order as in `live`. */
  readonly view: RosterView;
  readonly live: LiveEvaluation;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
} & LeftAlone;

/** What the last act on many cells did not do. */
type LeftAlone = {
  /** How many locked cells it left as they are. */
  readonly heldBack: number;
  /** Pasted texts that mean nothing here. */
  readonly unread: readonly string[];
};
const nothingLeft: LeftAlone = { heldBack: 0, unread: [] };

/** What was done to a cell. */
export type CellNews = Position & { readonly shift?: Cell; readonly locked?: boolean };

export type LiveRoster = {
  readonly state: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which cells were given another letter, locked or freed, before it is judged what that means. */
  readonly onCells: (listener: (cells: readonly CellNews[]) => void) => () => void;
  /** Puts shifts into cells. `spareLocked`: locked cells stay, as an act on many cells must not undo what was fixed on purpose. */
  readonly edit: (
    cells: readonly CellEdit[],
    options?: { readonly spareLocked: boolean; readonly unread?: readonly string[] },
  ) => void;
  readonly lock: (places: readonly CellPlace[], locked: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly isLocked: (place: CellPlace) => boolean;
  /** The house says what really stands there; what it has not confirmed yet is put on top. */
  readonly rebase: (view: RosterView) => void;
  /** As rebase, after a refusal: what was typed is no longer what can be taken back. */
  readonly forget: (view: RosterView) => void;
  /** The view as it stands now, with every edit in it. */
  readonly asView: () => RosterView;
  readonly pen: RosterPen;
};

const MOST_STEPS = 200;

/**
 * The draft on the desk. It lives outside of React and of the request cache, so that a key costs the judgement of one row and
 * the drawing of what changed; the pen writes it down a moment later.
 */
export function openRoster(opened: RosterView, pen: RosterPen): LiveRoster {
  const listeners = new Set<() => void>();
  const readers = new Set<(cells: readonly CellNews[]) => void>();
  let view = opened;
  let place = placer(view);
  let live = beginEvaluation(view.model, view.cells);
  let [done, undone]: [readonly Step[], readonly Step[]] = [[], []];
  let now: LiveState = { view, live, mayUndo: false, mayRedo: false, ...nothingLeft };

  const tell = (left = nothingLeft) => {
    now = { view, live, mayUndo: done.length > 0, mayRedo: undone.length > 0, ...left };
    for (const listener of listeners) listener();
  };
  const placed = (cells: readonly CellEdit[]): CellChange[] =>
    cells.flatMap((cell) => place(cell).map((at) => ({ ...at, shift: cell.shift })));
  const applied = (to: LiveEvaluation, change: Change): LiveEvaluation =>
    change.kind === 'cells'
      ? changeCells(to, placed(change.cells))
      : changeLocks(to, change.places.flatMap(place), change.locked);
  const newsOf = (change: Change): CellNews[] =>
    change.kind === 'cells'
      ? placed(change.cells)
      : change.places.flatMap(place).map((at) => ({ ...at, locked: change.locked }));
  const apply = (change: Change, left = nothingLeft) => {
    for (const read of readers) read(newsOf(change));
    live = applied(live, change);
    pen.write(change);
    tell(left);
  };
  const act = (step: Step, left = nothingLeft) => {
    done = [...done, step].slice(-MOST_STEPS);
    undone = [];
    apply(step.forth, left);
  };
  const stands = (cell: CellPlace) => place(cell).map((at) => shiftAt(live, at))[0] ?? null;
  const locked = (cell: CellPlace) => place(cell).some((at) => isLocked(live, at));
  const rebase = (next: RosterView) => {
    view = next;
    place = placer(next);
    live = pen.pending().reduce(applied, beginEvaluation(next.model, next.cells));
    tell({ heldBack: now.heldBack, unread: now.unread });
  };

  return {
    pen,
    state: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onCells(listener) {
      readers.add(listener);
      return () => readers.delete(listener);
    },
    isLocked: locked,
    edit(cells, { spareLocked, unread = [] } = { spareLocked: false }) {
      const changed = cells.filter((cell) => place(cell).length > 0 && stands(cell) !== cell.shift);
      const free = spareLocked ? changed.filter((cell) => !locked(cell)) : changed;
      const left = { heldBack: changed.length - free.length, unread };
      if (free.length === 0) {
        if ([left, now].some(({ heldBack, unread: texts }) => heldBack + texts.length > 0)) tell(left);
        return;
      }
      const before = free.map((cell) => ({ ...cell, shift: stands(cell) }));
      act({ back: { kind: 'cells', cells: before }, forth: { kind: 'cells', cells: free } }, left);
    },
    lock(places, isLocking) {
      const changed = places.filter((at) => place(at).length > 0 && locked(at) !== isLocking);
      if (changed.length === 0) return;
      act({
        back: { kind: 'locks', places: changed, locked: !isLocking },
        forth: { kind: 'locks', places: changed, locked: isLocking },
      });
    },
    undo() {
      const step = done.at(-1);
      if (!step) return;
      [done, undone] = [done.slice(0, -1), [...undone, step]];
      apply(step.back);
    },
    redo() {
      const step = undone.at(-1);
      if (!step) return;
      [done, undone] = [[...done, step], undone.slice(0, -1)];
      apply(step.forth);
    },
    rebase,
    forget(next) {
      [done, undone] = [[], []];
      rebase(next);
    },
    asView: () => ({
      ...view,
      cells: Object.fromEntries(
        view.people.map(({ id }, person) => [
          id,
          view.model.days.map((_, day) => shiftAt(live, { person, day })),
        ]),
      ),
      model: { ...view.model, locks: locksOf(view, live) },
    }),
  };
}

function locksOf({ model, people }: RosterView, live: LiveEvaluation): Lock[] {
  return people.flatMap(({ id }, person) =>
    model.days.flatMap((day, column) => {
      const at = { person, day: column };
      return isLocked(live, at) ? [{ person: id, day, shift: shiftAt(live, at) }] : [];
    }),
  );
}

/** Where a person's day stands in the model; nothing when it has no such person or day. */
function placer({ model }: RosterView): (place: CellPlace) => Position[] {
  const people = new Map(model.people.map(({ id }, index) => [id, index]));
  const days = new Map(model.days.map((day, index) => [day, index]));
  return ({ caregiverId, day: wanted }) => {
    const [person, day] = [people.get(caregiverId), days.get(wanted)];
    return person === undefined || day === undefined ? [] : [{ person, day }];
  };
}
