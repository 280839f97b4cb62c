import type { Database } from 'better-sqlite3';
import { refuse } from '../core/refuse.ts';
import type { House } from '../core/house.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { LedgerChange, LedgerPreview } from '../../shared/ledger/contract.ts';
import { cellKey, noEdits, rowKey, type Decision, type Edits } from '../../shared/ledger/edits.ts';
import type { Understanding } from '../../shared/ledger/records.ts';
import { countsOf, ownMendsOf, type LedgerReport } from '../../shared/ledger/report.ts';
import { understand } from '../../shared/ledger/understand.ts';
import type { Workbook } from '../../shared/ledger/workbook.ts';
import { knownHouse } from './ledger-known.ts';

/** A workbook between opening and commit. It lives in memory only and goes with its session. */
export class LedgerDraft {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly workbook: Workbook;
  edits: Edits = noEdits;
  /** What the user last saw: the commit brings in that and nothing else. */
  seen: string | null = null;
  /** After the commit, or after a commit that had nothing to add. */
  report: LedgerReport | null = null;

  constructor(id: string, fileName: string, sha256: string, workbook: Workbook) {
    this.id = id;
    this.fileName = fileName;
    this.sha256 = sha256;
    this.workbook = workbook;
  }

  understand(raw: Database, today: Day, edits: Edits = this.edits): Understanding {
    return understand(this.workbook, knownHouse(raw), today, edits);
  }

  apply(changes: readonly LedgerChange[]): void {
    const cells = new Map(this.edits.cells);
    const decisions = new Map(this.edits.decisions);
    const months = new Map(this.edits.months);
    const sheets = new Map(this.edits.sheets);
    for (const change of changes) {
      if (change.what === 'cell') put(cells, cellKey(change.sheet, change.row, change.field), change.text);
      else if (change.what === 'row')
        put<Decision>(decisions, rowKey(change.sheet, change.row), change.decision);
      else if (change.what === 'month') put<string>(months, change.sheet, change.month);
      else put<'read' | 'ignore'>(sheets, change.sheet, change.use);
    }
    this.edits = { cells, decisions, months, sheets };
  }
}

function put<T>(map: Map<string, T>, key: string, value: T | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

/** The draft of this session with this id; refuses with NOT_FOUND after sign-out or for somebody else's. */
export function draftOf(house: House, owner: string, id: string): LedgerDraft {
  const draft = house.drafts.get(id);
  if (draft?.owner !== owner || !(draft.value instanceof LedgerDraft))
    refuse('NOT_FOUND', { what: 'ledger-preview' });
  return draft.value;
}

/** What the user may see changed under them: which rows are in which state, and why. */
export function signatureOf({ sheets }: Understanding): string {
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.map(({ row, state, faults }) => [
      sheet.name,
      row,
      state,
      ...faults.map(({ kind, column }) => kind + column),
    ]),
  );
  return JSON.stringify(rows);
}

export function previewOf(draft: LedgerDraft, understanding: Understanding): LedgerPreview {
  const { sheets, ignored, month } = understanding;
  return {
    id: draft.id,
    fileName: draft.fileName,
    month,
    ignored: [...ignored],
    notices: [...draft.workbook.notices],
    counts: countsOf(understanding),
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      kind: sheet.kind,
      month: sheet.month,
      columns: [...sheet.columns],
      unused: [...sheet.unused],
      skipped: [...sheet.skipped],
      rows: sheet.rows.map(({ row, hidden, raw, shown, state, mayBeProvisional }) => ({
        row,
        hidden,
        raw: [...raw],
        shown: [...shown],
        state,
        mayBeProvisional,
      })),
    })),
    faults: sheets.flatMap((sheet) =>
      sheet.rows.flatMap(({ faults, state }) => faults.map((fault) => ({ ...fault, state }))),
    ),
    mends: sheets.flatMap((sheet) => sheet.rows.flatMap(({ mends }) => mends)),
    edited: ownMendsOf(understanding, draft.edits),
  };
}
