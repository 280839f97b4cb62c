import {
  isLong,
  type CellLook,
  type FootRow,
  type GridRow,
  type QuickLook,
  type TotalLook,
} from './month-grid.ts';

/** One cell of a line as it stands in the page. */
export type Piece = {
  readonly kind: 'name' | 'cell' | 'total' | 'footCell';
  readonly text: string;
  /** What changes while the grid is used; null: not there. */
  readonly attributes: Readonly<Record<string, string | null>>;
};
export type Line = readonly Piece[];

const groundOf = (ground: number | null) => (ground === null ? null : String(ground));
const yes = (is: boolean | undefined) => (is ? 'true' : null);

/** How a line is made. */
export type LineOf<Source> = (source: Source) => Line;

/** One person's month. `days`: the day of the month that each column is. */
export function personLine(days: readonly number[], free: readonly boolean[]): LineOf<GridRow> {
  return ({ name, cells, totals }) => [
    nameOf(name),
    ...cells.map((cell, column): Piece => ({
      kind: 'cell',
      text: cell.text,
      attributes: { ...cellAttributes(cell, `${name} ${days[column]}`), 'data-free': String(free[column]) },
    })),
    ...totals.map((total): Piece => ({
      kind: 'total',
      text: total.text,
      attributes: { ...totalAttributes(total), 'data-aside': total.aside ?? null },
    })),
  ];
}

/** A line below the people. */
export function footLine(free: readonly boolean[]): LineOf<FootRow> {
  return ({ name, hint, cells }) => [
    nameOf(name, hint),
    ...cells.map((cell, column): Piece => ({
      kind: 'footCell',
      text: cell.text,
      attributes: { ...totalAttributes(cell), 'data-free': String(free[column]) },
    })),
  ];
}

/** A piece with what is known of it at once. */
export function quickPiece(piece: Piece, { text, ground, locked }: Omit<QuickLook, 'row' | 'column'>): Piece {
  return {
    ...piece,
    text: text ?? piece.text,
    attributes: {
      ...piece.attributes,
      ...(ground !== undefined && { 'data-ground': groundOf(ground) }),
      ...(locked !== undefined && { 'data-locked': yes(locked) }),
    },
  };
}

function nameOf(name: string, hint = name): Piece {
  return { kind: 'name', text: name, attributes: { title: hint, 'data-long': yes(isLong(name)) } };
}

function cellAttributes(cell: CellLook, title: string): Piece['attributes'] {
  return {
    'aria-label': `${title} ${cell.label}`,
    'data-ground': groundOf(cell.ground),
    'data-mark': cell.mark,
    'data-locked': yes(cell.locked),
    'data-changed': yes(cell.changed),
    'data-was': cell.was ?? null,
    'data-away': cell.away,
  };
}

function totalAttributes({ label, mark }: TotalLook): Piece['attributes'] {
  return { 'aria-label': label, title: label, 'data-mark': mark };
}
