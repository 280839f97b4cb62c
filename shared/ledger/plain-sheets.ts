import { rowKey } from './edits.ts';
import type { SheetKind } from './kinds.ts';
import type { LedgerRow, LedgerSheet, Records } from './records.ts';
import { RowReader } from './row-reader.ts';
import type { SheetContext } from './rules.ts';

export type PlainDraft<K extends SheetKind> = {
  record: Records[K] | null;
  recordId: string | null;
  print: string;
};

/** Reads the rows of sheets whose rows come in or not, without a third way. */
export function readPlainSheets<K extends SheetKind>(
  kind: K,
  sheets: readonly SheetContext[],
  draftOf: (sheet: SheetContext, reader: RowReader, isLeftOut: boolean) => PlainDraft<K>,
): LedgerSheet<K>[] {
  return sheets.map((sheet) => ({
    name: sheet.name,
    kind,
    month: sheet.month,
    columns: sheet.layout.columns.map(({ field, heading }) => ({ field, heading })),
    unused: sheet.layout.unused,
    skipped: sheet.layout.skipped,
    rows: sheet.layout.body.map((row): LedgerRow<K> => {
      const reader = new RowReader(sheet.name, sheet.layout, row, sheet.edits);
      const isLeftOut = sheet.edits.decisions.get(rowKey(sheet.name, row.number)) === 'leave-out';
      const { record, recordId, print } = draftOf(sheet, reader, isLeftOut);
      return {
        sheet: sheet.name,
        row: row.number,
        name: null,
        hidden: row.hidden ?? false,
        raw: reader.raw(),
        before: reader.before(),
        shown: reader.shown(),
        print,
        // A row that is in the house already asks nothing of anybody.
        faults: recordId ? [] : reader.faults,
        mends: recordId ? [] : reader.mends,
        state: recordId
          ? 'already'
          : isLeftOut
            ? 'left-out'
            : reader.isDoubtful() || !record
              ? 'doubtful'
              : 'new',
        mayBeProvisional: false,
        record,
        recordId,
      };
    }),
  }));
}
