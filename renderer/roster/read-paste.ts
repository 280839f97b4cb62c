import type { Day } from '../../shared/calendar/day.ts';
import type { Cell } from '../../shared/roster/model.ts';
import { placePaste, repeatBlock, type Range } from '../kit/grid-text.ts';
import type { CellEdit } from './roster-pen.ts';

type Block = readonly (readonly string[])[];
type Sheet = {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly days: readonly Day[];
  /** What a text means; undefined: nothing here. */
  readonly read: (text: string) => Cell | undefined;
};

/** What a block from another sheet changes, and the texts in it that mean nothing here. */
export type Pasted = { readonly cells: readonly CellEdit[]; readonly unread: readonly string[] };

/** Names as other sheets write them: 王 芳 is 王芳. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Rows that begin with the name of somebody on the roster go to that person, whichever row is selected; others go where they are put. */
export function readPaste(block: Block, range: Range, sheet: Sheet): Pasted {
  const placed = placeByName(block, range, sheet) ?? placeBySelection(block, range, sheet);
  const unread = placed.flatMap(({ id, day, text }) =>
    id === null || (day && sheet.read(text) === undefined) ? [text] : [],
  );
  const cells = placed.flatMap(({ id, day, text }): CellEdit[] => {
    const shift = sheet.read(text);
    return id !== null && day && shift !== undefined ? [{ caregiverId: id, day, shift }] : [];
  });
  return { cells, unread };
}

/** Where a text goes; nobody: it stands in a row of somebody who is not on the roster. */
type Placed = { readonly id: string | null; readonly day: Day | undefined; readonly text: string };

function placeByName(block: Block, range: Range, { people, days }: Sheet): Placed[] | null {
  const named = Map.groupBy(people, ({ name }) => plain(name));
  const rows = block.map(([first = '', ...texts]) => {
    const known = named.get(plain(first));
    return { first, texts, id: known?.length === 1 ? (known[0]?.id ?? null) : null };
  });
  if (rows.every(({ id, texts }) => id === null || texts.length === 0)) return null;
  return rows.flatMap(({ first, texts, id }): Placed[] =>
    id === null
      ? [{ id, day: undefined, text: first }]
      : texts.map((text, over) => ({ id, day: days[range.left + over], text })),
  );
}

function placeBySelection(block: Block, range: Range, { people, days }: Sheet): Placed[] {
  const size = { rows: people.length, columns: days.length };
  return placePaste(repeatBlock(block, range), range, size).flatMap(({ row, column, text }) => {
    const person = people[row];
    return person ? [{ id: person.id, day: days[column], text }] : [];
  });
}
