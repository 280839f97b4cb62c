import { useRef, useState } from 'react';
import type { Day, Month } from '../../shared/calendar/day.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Cell } from '../../shared/roster/model.ts';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { queryClient } from '../lib/query-client.ts';

export type CellEdit = { readonly caregiverId: string; readonly day: Day; readonly shift: Cell };
type Step = { readonly before: readonly CellEdit[]; readonly after: readonly CellEdit[] };
type Steps = { readonly rosterId: string; readonly done: readonly Step[]; readonly undone: readonly Step[] };

export type RosterEdits = {
  readonly edit: (cells: readonly CellEdit[]) => void;
  readonly lock: (places: readonly { caregiverId: string; day: Day }[], locked: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
};

/**
 * Edits of a draft: shown at once, sent one after the other, and taken back by undo. The view in the query's cache is the one
 * truth; a refusal asks the house again what really stands there.
 */
export function useRosterEdits(month: Month, view: RosterView): RosterEdits {
  const rosterId = view.roster?.id ?? '';
  const key = requests.roster.open.queryKey({ input: { month } });
  const [kept, setSteps] = useState<Steps>({ rosterId, done: [], undone: [] });
  const steps = kept.rosterId === rosterId ? kept : { rosterId, done: [], undone: [] };
  const save = useCommand(api.roster.setCells, { refresh: false });
  const saveLock = useCommand(api.roster.lock, { refresh: false });
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const change = (make: (view: RosterView) => RosterView, send: () => Promise<unknown>) => {
    void queryClient.cancelQueries({ queryKey: key });
    queryClient.setQueryData<RosterView>(key, (now) => now && make(now));
    line.current = line.current.then(send).then((answer) => {
      if (answer === undefined) return queryClient.invalidateQueries({ queryKey: key });
      return undefined;
    });
  };
  const put = (cells: readonly CellEdit[]) =>
    change(
      (now) => withCells(now, cells),
      () => save.run({ rosterId, cells: [...cells] }),
    );

  return {
    mayUndo: steps.done.length > 0,
    mayRedo: steps.undone.length > 0,
    edit(cells) {
      const before = cells.map((cell) => ({ ...cell, shift: cellAt(view, cell) }));
      const after = cells.filter((cell, index) => before[index]?.shift !== cell.shift);
      if (after.length === 0) return;
      const changed = before.filter((cell, index) => cells[index]?.shift !== cell.shift);
      setSteps({ rosterId, done: [...steps.done, { before: changed, after }].slice(-200), undone: [] });
      put(after);
    },
    undo() {
      const step = steps.done.at(-1);
      if (!step) return;
      setSteps({ rosterId, done: steps.done.slice(0, -1), undone: [...steps.undone, step] });
      put(step.before);
    },
    redo() {
      const step = steps.undone.at(-1);
      if (!step) return;
      setSteps({ rosterId, done: [...steps.done, step], undone: steps.undone.slice(0, -1) });
      put(step.after);
    },
    lock(places, locked) {
      change(
        (now) => withLocks(now, places, locked),
        () => saveLock.run({ rosterId, cells: [...places], locked }),
      );
    },
  };
}

export function cellAt(
  view: RosterView,
  { caregiverId, day }: { readonly caregiverId: string; readonly day: Day },
): Cell {
  return view.cells[caregiverId]?.[view.model.days.indexOf(day)] ?? null;
}

function withCells(view: RosterView, edits: readonly CellEdit[]): RosterView {
  const cells = { ...view.cells };
  for (const { caregiverId, day, shift } of edits) {
    cells[caregiverId] = (cells[caregiverId] ?? []).with(view.model.days.indexOf(day), shift);
  }
  // A lock holds its cell as it stands: it moves along with an edit.
  const locks = view.model.locks.map((lock) => ({
    ...lock,
    shift: cells[lock.person]?.[view.model.days.indexOf(lock.day)] ?? null,
  }));
  return { ...view, cells, model: { ...view.model, locks } };
}

function withLocks(
  view: RosterView,
  places: readonly { readonly caregiverId: string; readonly day: Day }[],
  locked: boolean,
): RosterView {
  const touched = new Set(places.map((place) => `${place.caregiverId} ${place.day}`));
  const others = view.model.locks.filter((lock) => !touched.has(`${lock.person} ${lock.day}`));
  const added = locked
    ? places.map((place) => ({ person: place.caregiverId, day: place.day, shift: cellAt(view, place) }))
    : [];
  return { ...view, model: { ...view.model, locks: [...others, ...added] } };
}
