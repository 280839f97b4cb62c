import { useRef, useState } from 'react';
import { isLocked, nextChoice, type Edit, type Entered, type EntryColumn } from './entry.ts';
import { blockText, placePaste, rangeOf, readBlock, type Spot } from './grid-text.ts';

type Mode = 'ready' | 'typing' | 'editing';

type Options<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly EntryColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly onEdit: (edits: Edit[]) => void;
  /** Called when the current cell has moved, to bring it into view and give it the focus. */
  readonly onMove: (spot: Spot) => void;
  /** Asked at Enter; `stay` keeps the cell, so that a doubtful text is looked at before it is left. */
  readonly onEnter?: ((entered: Entered) => 'stay' | 'go') | undefined;
  readonly enterGoes?: 'down' | 'right' | undefined;
};

/** What a grid knows while somebody works in it: the cell, the range, the text that is being typed, and what can be taken back. */
export function useEntry<Row>(options: Options<Row>) {
  const { rows, columns, rowKey, onEdit, onMove, onEnter, enterGoes = 'down' } = options;
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Spot>(spot);
  const [mode, setMode] = useState<Mode>('ready');
  const [draft, setDraft] = useState('');
  const undoable = useRef<Edit[][]>([]);
  const range = rangeOf(anchor, spot);

  const textAt = (row: number, column: number) => {
    const item = rows[row];
    return item === undefined ? '' : (columns[column]?.value(item) ?? '');
  };

  const write = (cells: readonly { row: number; column: number; text: string }[]) => {
    const open = cells.flatMap(({ row, column, text }) => {
      const [item, head] = [rows[row], columns[column]];
      if (item === undefined || !head || isLocked(head, item) || head.value(item) === text) return [];
      return [{ before: head.value(item), edit: { row: rowKey(item), column: head.key, text } }];
    });
    if (open.length === 0) return;
    undoable.current.push(open.map(({ before, edit }) => ({ ...edit, text: before })));
    onEdit(open.map(({ edit }) => edit));
  };

  const moveTo = (row: number, column: number, extend = false) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    setSpot(next);
    if (!extend) setAnchor(next);
    setMode('ready');
    onMove(next);
  };

  const isLockedHere = () => {
    const [item, column] = [rows[spot.row], columns[spot.column]];
    return item === undefined || !column || isLocked(column, item);
  };

  /** Down, or right over the columns that are filled in for everybody, then the next row. */
  const stepOn = (back: boolean) => {
    const step = back ? -1 : 1;
    if (enterGoes === 'down') return moveTo(spot.row + step, spot.column);
    const size = rows.length * columns.length;
    let place = spot.row * columns.length + spot.column + step;
    const isPassed = (at: number) => {
      const [item, column] = [rows[Math.floor(at / columns.length)], columns[at % columns.length]];
      return item !== undefined && column !== undefined && (column.passed === true || isLocked(column, item));
    };
    while (place > 0 && place < size - 1 && isPassed(place)) place += step;
    if (place >= 0 && place < size) moveTo(Math.floor(place / columns.length), place % columns.length);
  };

  const commit = () => {
    if (mode !== 'ready') write([{ ...spot, text: draft.trim() }]);
    setMode('ready');
  };

  const everyCell = (text: (row: number, column: number) => string) => {
    const cells = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        cells.push({ row, column, text: text(row, column) });
      }
    }
    return cells;
  };

  return {
    spot,
    range,
    mode,
    draft,
    moveTo,
    /** Begins to change the cell with its own text (F2, double click). */
    change: () => {
      if (isLockedHere()) return;
      setDraft(textAt(spot.row, spot.column));
      setMode('editing');
    },
    /** The first sign typed replaces the cell; a choice is taken at once. */
    type: (text: string) => {
      const column = columns[spot.column];
      if (!column || isLockedHere()) return;
      if (column.kind === 'choice' && mode === 'ready') {
        const taken = nextChoice(column.choices ?? [], text, textAt(spot.row, spot.column));
        if (taken !== undefined) write([{ ...spot, text: taken }]);
        return;
      }
      setDraft(text);
      if (mode === 'ready') setMode('typing');
    },
    commit,
    /** Enter: keeps what was typed, then moves on unless somebody wants the cell looked at. */
    enter: (back: boolean) => {
      const fresh = mode !== 'ready';
      const [item, column] = [rows[spot.row], columns[spot.column]];
      commit();
      if (!back && onEnter && item !== undefined && column) {
        const text = fresh ? draft.trim() : textAt(spot.row, spot.column);
        if (onEnter({ row: rowKey(item), column: column.key, text, fresh }) === 'stay') return;
      }
      stepOn(back);
    },
    /** Takes a choice from the list at once. */
    take: (text: string) => {
      write([{ ...spot, text }]);
      setMode('ready');
      onMove(spot);
    },
    abandon: () => {
      setMode('ready');
      setAnchor(spot);
      onMove(spot);
    },
    empty: () => write(everyCell(() => '')),
    fillDown: () => write(everyCell((_, column) => textAt(range.top, column))),
    selectAll: () => {
      setAnchor({ row: 0, column: 0 });
      setSpot({ row: rows.length - 1, column: columns.length - 1 });
    },
    undo: () => {
      const last = undoable.current.pop();
      if (last) onEdit(last);
    },
    copied: () => {
      const lines = [];
      for (let row = range.top; row <= range.bottom; row += 1) {
        lines.push(
          columns.slice(range.left, range.right + 1).map((_, over) => textAt(row, range.left + over)),
        );
      }
      return blockText(lines);
    },
    paste: (text: string) =>
      write(
        placePaste(readBlock(text), range, { rows: rows.length, columns: columns.length }).map((cell) => ({
          ...cell,
          text: cell.text.trim(),
        })),
      ),
  };
}
export type Entry = ReturnType<typeof useEntry>;
