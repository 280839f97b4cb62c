import type { Edits } from './edits.ts';
import { sheetKinds, type Fault, type LedgerMend, type SheetKind } from './kinds.ts';
import type { LedgerRow, Understanding } from './records.ts';

/** What becomes of the rows of one kind. read = imported + provisional + already + leftOut + doubtful. */
export type Count = {
  readonly read: number;
  readonly imported: number;
  /** Residents taken in with a doubt. */
  readonly provisional: number;
  readonly already: number;
  readonly leftOut: number;
  /** Not decided yet; nothing in a finished import. */
  readonly doubtful: number;
};

/** What the user wrote over a cell of the workbook before the import. */
export type OwnMend = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

/** A fault, and what became of its row. */
export type ReportedFault = Fault & { readonly state: LedgerRow['state'] };

/** The whole account of an import: what came in, what did not and why, and every way in which a cell was read beyond its letter. */
export type LedgerReport = {
  readonly fileName: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  /** null until it is imported, or when there was nothing to import. */
  readonly importId: string | null;
  readonly at: string;
  readonly by: string;
  readonly month: string | null;
  readonly counts: Readonly<Record<SheetKind, Count>>;
  /** Caregivers who come in with at least one resident to answer for. */
  readonly paired: number;
  readonly faults: readonly ReportedFault[];
  readonly mends: readonly LedgerMend[];
  readonly ownMends: readonly OwnMend[];
  readonly ignored: Understanding['ignored'];
  /** Columns that were not read, and rows that hold no record. */
  readonly unread: readonly { readonly sheet: string; readonly headings: readonly string[] }[];
  readonly hiddenRows: readonly { readonly sheet: string; readonly row: number }[];
};

type About = Pick<LedgerReport, 'fileName' | 'sha256' | 'importId' | 'at' | 'by'>;

/** Accounts for an understanding as it stands. `edits` are listed as what they are: the user's own mends. */
export function reportOf(understanding: Understanding, edits: Edits, about: About): LedgerReport {
  const { sheets, ignored, month } = understanding;
  const rows = sheets.flatMap((sheet): readonly LedgerRow[] => sheet.rows);
  return {
    ...about,
    month,
    counts: countsOf(understanding),
    paired: sheets.flatMap((sheet) => (sheet.kind === 'caregivers' ? sheet.rows : [])).filter(isPaired)
      .length,
    faults: rows.flatMap(({ faults, state }) => faults.map((fault) => ({ ...fault, state }))),
    mends: rows.flatMap(({ state, mends }) => (state === 'left-out' ? [] : mends)),
    ownMends: ownMendsOf(understanding, edits),
    ignored,
    unread: sheets.flatMap(({ name, unused }) =>
      unused.length > 0 ? [{ sheet: name, headings: unused }] : [],
    ),
    hiddenRows: rows.flatMap(({ hidden, sheet, row }) => (hidden ? [{ sheet, row }] : [])),
  };
}

export function countsOf({ sheets }: Understanding): Record<SheetKind, Count> {
  const entries = sheetKinds.map((kind) => {
    const states = sheets.flatMap((sheet) =>
      sheet.kind === kind ? sheet.rows.map(({ state }) => state) : [],
    );
    const number = (state: LedgerRow['state']) => states.filter((one) => one === state).length;
    const count: Count = {
      read: states.length,
      imported: number('new'),
      provisional: number('provisional'),
      already: number('already'),
      leftOut: number('left-out'),
      doubtful: number('doubtful'),
    };
    return [kind, count];
  });
  return Object.fromEntries(entries) as Record<SheetKind, Count>;
}

function isPaired({ state, record }: LedgerRow<'caregivers'>): boolean {
  return state === 'new' && (record?.residents.length ?? 0) > 0;
}

/** The user's own mends: texts of cells, and months of sheets (row 0). */
export function ownMendsOf({ sheets }: Understanding, { cells, months }: Edits): OwnMend[] {
  const written = [...cells].flatMap(([key, after]): OwnMend[] => {
    const [name = '', row = '', field = ''] = key.split('\n');
    const sheet = sheets.find((one) => one.name === name);
    const found = sheet?.rows.find((one) => one.row === Number(row));
    const column = sheet?.columns.findIndex((one) => one.field === field) ?? -1;
    if (!found) return [];
    const heading = sheet?.columns[column]?.heading ?? field;
    return [
      { sheet: name, row: Number(row), column: heading, field, before: found.before[column] ?? '', after },
    ];
  });
  const chosen = [...months].map(([sheet, after]) => ({
    sheet,
    row: 0,
    column: '',
    field: '',
    before: '',
    after,
  }));
  return [...written, ...chosen];
}
