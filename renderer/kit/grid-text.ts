import { runsInSpreadsheet } from '../../shared/contract/spreadsheet-text.ts';

/** A cell as Excel and WPS read it from tab-separated text. */
const quoted = (text: string) => {
  // A text that would run as a formula goes out as one that only says it; readBlock takes it back. A lone sign is a mark of ours.
  const said =
    runsInSpreadsheet(text) && !/^[-－]\d+(\.\d+)?$/.test(text) ? `="${text.replaceAll('"', '""')}"` : text;
  return /[\t\r\n"]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
};

/** What a text meant that was said as a formula (`="…"`); other texts as they are. */
const unsaid = (text: string) => {
  const inner = /^="((?:[^"]|"")*)"$/.exec(text)?.[1];
  return inner === undefined ? text : inner.replaceAll('""', '"');
};

/** A block of cells for the clipboard. */
export function blockText(block: readonly (readonly string[])[]): string {
  return block.map((line) => line.map(quoted).join('\t')).join('\n');
}

/** A block of cells from the clipboard: tabs between columns, line breaks between rows, quotes round cells that hold either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let inQuotes = false;
  const put = () => {
    rows.at(-1)?.push(unsaid(cell));
    cell = '';
  };
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const symbol = source[at];
    if (inQuotes && symbol === '"' && source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (symbol === '"' && (inQuotes || cell === '')) inQuotes = !inQuotes;
    else if (!inQuotes && symbol === '\t') put();
    else if (!inQuotes && symbol === '\n') {
      put();
      rows.push([]);
    } else cell += symbol;
  }
  put();
  return rows;
}

/** A block as often as it takes to fill a larger range, cut at its edge; a block with lines of different lengths as it is. */
export function repeatBlock<T>(block: readonly (readonly T[])[], range: Range): (readonly T[])[] {
  const columns = block[0]?.length ?? 0;
  if (columns === 0 || block.some((line) => line.length !== columns)) return [...block];
  const tall = Math.max(block.length, range.bottom - range.top + 1);
  const wide = Math.max(columns, range.right - range.left + 1);
  const lines = block.map((line) =>
    Array.from({ length: Math.ceil(wide / columns) }, () => line)
      .flat()
      .slice(0, wide),
  );
  return Array.from({ length: Math.ceil(tall / lines.length) }, () => lines)
    .flat()
    .slice(0, tall);
}

export type Spot = { readonly row: number; readonly column: number };
export type Range = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** The rectangle between two cells. */
export function rangeOf(a: Spot, b: Spot): Range {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function holds(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** Where each pasted text goes: one text fills the whole range, a block starts at its corner and ends at the edge of the grid. */
export function placePaste(
  block: readonly (readonly string[])[],
  range: Range,
  size: { readonly rows: number; readonly columns: number },
): { row: number; column: number; text: string }[] {
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (single !== undefined) {
    const placed = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1)
        placed.push({ row, column, text: single });
    }
    return placed;
  }
  return block.flatMap((line, down) =>
    line.flatMap((text, over) => {
      const [row, column] = [range.top + down, range.left + over];
      return row < size.rows && column < size.columns ? [{ row, column, text }] : [];
    }),
  );
}
