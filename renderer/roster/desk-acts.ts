import type { RosterView } from '../../shared/roster/contract.ts';
import { shiftAt } from '../../shared/roster/live-evaluation.ts';
import type { Cell } from '../../shared/roster/model.ts';
import type { Range } from '../kit/grid-text.ts';
import type { MonthSelection } from '../kit/use-month-selection.ts';
import { cellReader } from './cell-text.ts';
import type { LiveRoster } from './live-roster.ts';
import { readPaste } from './read-paste.ts';
import type { CellEdit } from './roster-pen.ts';

export type DeskActs = {
  readonly put: (shift: Cell) => void;
  readonly cut: () => void;
  readonly paste: (block: readonly (readonly string[])[]) => void;
  /** The first row of the selection into those below; of a single row: the row above into it. */
  readonly fillDown: () => void;
  /** The first column into those to the right; of a single column: the one before it into it. */
  readonly fillRight: () => void;
  /** A rotation along each selected row; each person begins `stagger` days later than the one above. */
  readonly repeat: (pattern: readonly Cell[], stagger: number) => void;
  readonly toggleLock: () => void;
};

type Desk = {
  readonly view: Pick<RosterView, 'people' | 'model'>;
  readonly roster: LiveRoster;
  readonly selection: MonthSelection;
};

const isOne = ({ top, bottom, left, right }: Range) => top === bottom && left === right;

/** What keys and buttons do with the selected cells. Acts on many cells leave locked ones as they are. */
export function deskActs({ view: { people, model }, roster, selection }: Desk): DeskActs {
  const { days } = model;
  const read = cellReader(model.shifts);
  const edits = (range: Range, shiftFor: (row: number, column: number) => Cell | undefined): CellEdit[] =>
    people.slice(range.top, range.bottom + 1).flatMap(({ id }, down) =>
      days.slice(range.left, range.right + 1).flatMap((day, over) => {
        const shift = shiftFor(range.top + down, range.left + over);
        return shift === undefined ? [] : [{ caregiverId: id, day, shift }];
      }),
    );
  const change = (range: Range, shiftFor: (row: number, column: number) => Cell | undefined) =>
    roster.edit(edits(range, shiftFor), { spareLocked: !isOne(range) });
  const stands = (row: number, column: number) => shiftAt(roster.state().live, { person: row, day: column });

  return {
    put(shift) {
      const { range } = selection.current();
      // First the move, which measures: measured after the letter is written, the page would be laid out twice.
      if (isOne(range)) selection.move(0, 1, false);
      change(range, () => shift);
    },
    cut() {
      change(selection.current().range, () => null);
    },
    paste(block) {
      const { range } = selection.current();
      const { cells, unread } = readPaste(block, range, { people, days, read });
      roster.edit(cells, { spareLocked: cells.length > 1, unread });
    },
    fillDown() {
      const { range } = selection.current();
      const from = range.top === range.bottom ? range.top - 1 : range.top;
      if (from >= 0) change(range, (_row, column) => stands(from, column));
    },
    fillRight() {
      const { range } = selection.current();
      const from = range.left === range.right ? range.left - 1 : range.left;
      if (from >= 0) change(range, (row) => stands(row, from));
    },
    repeat(pattern, stagger) {
      if (pattern.length === 0) return;
      const { range } = selection.current();
      const { compiled } = roster.state().live;
      change(range, (row, column) => {
        // Who is on leave or not employed has no turn; the rotation goes on for the others.
        if (compiled.people[row]?.absent[compiled.lead + column] !== 0) return undefined;
        const at = column - range.left - stagger * (row - range.top);
        return pattern[((at % pattern.length) + pattern.length) % pattern.length];
      });
    },
    toggleLock() {
      const places = edits(selection.current().range, () => null).map(({ caregiverId, day }) => ({
        caregiverId,
        day,
      }));
      roster.lock(places, !places.every(roster.isLocked));
    },
  };
}
