import type { QuickLook } from './month-grid.ts';
import { quickPiece, type Line, type LineOf, type Piece } from './month-grid-lines.ts';
import styles from './MonthGrid.module.css';

const roles = { name: 'rowheader', cell: 'gridcell', total: 'gridcell', footCell: 'gridcell' } as const;

export type Drawing<Source> = {
  /** Draws what differs from what was drawn before. */
  readonly show: (sources: readonly Source[], line: LineOf<Source>) => void;
  /** A cell at once, before the line it belongs to is known. */
  readonly put: (cell: QuickLook) => void;
  readonly clear: () => void;
};

/** A line as it stands in the page. `pieces`: what was drawn of it, where that is not what the source says. */
type Drawn<Source> = {
  readonly source: Source;
  readonly element: HTMLElement;
  readonly pieces?: Line;
};

/**
 * Draws the lines of a grid outside of React: a key writes to the few cells and attributes that differ, where React would
 * compare the thirty-six cells of a row. Lines of which the source is the same object are not looked at. They stand before whatever else is in
 * `parent`. `id`: what the ids of cells begin with, when cells can be pointed at by row and column.
 */
export function openDrawing<Source>(parent: HTMLElement, rowClass: string, id?: string): Drawing<Source> {
  let drawn: Drawn<Source>[] = [];
  let lineBefore: LineOf<Source> | null = null;

  const clear = () => {
    for (const { element } of drawn) element.remove();
    [drawn, lineBefore] = [[], null];
  };
  return {
    clear,
    put({ row, column, ...look }) {
      const line = drawn[row];
      if (!line || !lineBefore) return;
      const pieces = [...(line.pieces ?? lineBefore(line.source))];
      const [before, cell] = [pieces[column + 1], line.element.children[column + 1]];
      if (!before || !cell) return;
      const after = quickPiece(before, look);
      redressCell(cell, before, after);
      pieces[column + 1] = after;
      drawn[row] = { ...line, pieces };
    },
    show(sources, line) {
      const before = lineBefore;
      const isSameForm = before !== null && sources.length === drawn.length;
      if (!isSameForm) clear();
      const made = document.createDocumentFragment();
      drawn = sources.map((source, index) => {
        const old = drawn[index];
        if (old?.source === source && before === line && !old.pieces) return old;
        const pieces = line(source);
        if (before && old?.element.childElementCount === pieces.length) {
          redress(old.element, old.pieces ?? before(old.source), pieces);
          return { source, element: old.element };
        }
        const element = newLine(pieces, rowClass, id === undefined ? null : { id, row: index });
        if (old) old.element.replaceWith(element);
        else made.append(element);
        return { source, element };
      });
      parent.prepend(made);
      lineBefore = line;
    },
  };
}

type Address = { readonly id: string; readonly row: number };

function newLine(pieces: Line, rowClass: string, address: Address | null): HTMLElement {
  const line = document.createElement('div');
  line.setAttribute('role', 'row');
  line.className = styles[rowClass] ?? '';
  for (const [at, piece] of pieces.entries()) line.append(newCell(piece, address, at - 1));
  return line;
}

/** Column -1 is the name; totals and feet are nowhere. */
function newCell({ kind, text, attributes }: Piece, address: Address | null, column: number): HTMLElement {
  const cell = document.createElement('div');
  cell.setAttribute('role', roles[kind]);
  cell.className = styles[kind] ?? '';
  if (address && (kind === 'name' || kind === 'cell')) {
    cell.dataset['row'] = String(address.row);
    cell.dataset['column'] = String(column);
  }
  if (address && kind === 'cell') {
    cell.id = `${address.id}-${address.row}-${column}`;
    // The marks of the selection write this one from here on.
    cell.setAttribute('aria-selected', 'false');
  }
  dress(cell, {}, attributes);
  cell.textContent = text;
  return cell;
}

function redress(line: HTMLElement, before: Line, after: Line): void {
  for (const [at, piece] of after.entries()) {
    const [cell, old] = [line.children[at], before[at]];
    if (cell && old) redressCell(cell, old, piece);
  }
}

function redressCell(cell: Element, before: Piece, after: Piece): void {
  dress(cell, before.attributes, after.attributes);
  if (before.text !== after.text) write(cell, after.text);
}

function dress(cell: Element, before: Piece['attributes'], after: Piece['attributes']): void {
  for (const [name, value] of Object.entries(after)) {
    if (value === (before[name] ?? null)) continue;
    if (value === null) cell.removeAttribute(name);
    else cell.setAttribute(name, value);
  }
}

/** Into the text that stands there, where one does: nothing is taken out of the page and put in again. */
function write(cell: Element, text: string): void {
  if (cell.firstChild instanceof Text) cell.firstChild.data = text;
  else cell.textContent = text;
}
