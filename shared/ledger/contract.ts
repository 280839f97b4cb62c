import { z } from 'zod';
import { command, query, sensitive, signal } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';
import { JobId } from '../contract/jobs.ts';
import { Month } from '../calendar/day.ts';
import { fileNotices } from './file-faults.ts';
import { faultKinds, mendKinds, proposalReasons, sheetKinds, type Field } from './kinds.ts';
import { skipReasons } from './layout.ts';
import { rowStates } from './records.ts';

const PreviewId = z.string().min(8).max(64);
const SheetName = z.string().min(1).max(200);
const RowNumber = z.number().int().min(1).max(2_000_000);
const Kind = z.enum(sheetKinds);

const FieldName = z.custom<Field>((name) => typeof name === 'string');
const Place = { sheet: z.string(), row: z.number().int(), column: z.string(), field: FieldName };

const Fault = z.strictObject({
  ...Place,
  kind: z.enum(faultKinds),
  raw: z.string(),
  proposal: z.strictObject({ text: z.string(), why: z.enum(proposalReasons) }).nullable(),
  effect: z.enum(['row', 'cell']),
  other: z.string(),
  state: z.enum(rowStates),
});

const Mend = z.strictObject({ ...Place, kind: z.enum(mendKinds), raw: z.string(), read: z.string() });

const Count = z.strictObject({
  read: z.number().int(),
  imported: z.number().int(),
  provisional: z.number().int(),
  already: z.number().int(),
  leftOut: z.number().int(),
  doubtful: z.number().int(),
});

const Report = z.strictObject({
  fileName: z.string(),
  sha256: z.string(),
  importId: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  month: z.string().nullable(),
  counts: z.record(Kind, Count),
  paired: z.number().int(),
  faults: z.array(Fault),
  mends: z.array(Mend),
  ownMends: z.array(
    z.strictObject({
      sheet: z.string(),
      row: z.number().int(),
      column: z.string(),
      field: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  ignored: z.array(z.strictObject({ name: z.string(), why: z.enum(['not-recognised', 'hidden', 'empty']) })),
  unread: z.array(z.strictObject({ sheet: z.string(), headings: z.array(z.string()) })),
  hiddenRows: z.array(z.strictObject({ sheet: z.string(), row: z.number().int() })),
});

const Preview = z.strictObject({
  id: PreviewId,
  fileName: z.string(),
  month: z.string().nullable(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      kind: Kind,
      month: z.string().nullable(),
      columns: z.array(z.strictObject({ field: z.string(), heading: z.string() })),
      unused: z.array(z.string()),
      skipped: z.array(z.strictObject({ row: z.number().int(), why: z.enum(skipReasons) })),
      rows: z.array(
        z.strictObject({
          row: z.number().int(),
          hidden: z.boolean(),
          raw: z.array(z.string()),
          shown: z.array(z.string()),
          state: z.enum(rowStates),
          mayBeProvisional: z.boolean(),
        }),
      ),
    }),
  ),
  ignored: Report.shape.ignored,
  /** What the file holds that is neither read nor run. */
  notices: z.array(z.enum(fileNotices)),
  counts: Report.shape.counts,
  faults: z.array(Fault),
  mends: z.array(Mend),
  /** Cells that the user wrote over. */
  edited: Report.shape.ownMends,
});
export type LedgerPreview = z.output<typeof Preview>;

/** One thing that the user changes in a preview; null takes it back. */
const Change = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('cell'),
    sheet: SheetName,
    row: RowNumber,
    field: z.string().min(1).max(40),
    text: z.string().max(500).nullable(),
  }),
  z.strictObject({
    what: z.literal('row'),
    sheet: SheetName,
    row: RowNumber,
    decision: z.enum(['leave-out', 'provisional']).nullable(),
  }),
  z.strictObject({ what: z.literal('sheet'), sheet: SheetName, use: z.enum(['read', 'ignore']).nullable() }),
  z.strictObject({ what: z.literal('month'), sheet: SheetName, month: Month.nullable() }),
]);
export type LedgerChange = z.input<typeof Change>;

export const ledger = {
  /** Reads the file in a thread of its own and keeps it in memory until sign-out; nothing is changed. */
  open: signal('ledger.import')
    .input(z.strictObject({ file: FileContent, job: JobId }))
    .output(z.strictObject({ id: PreviewId }))
    .errors(refusals('CANCELLED', 'LEDGER_REFUSED', 'LEDGER_NOTHING_FOUND')),

  /** What is understood of an open workbook, held against the house as it is now. */
  preview: sensitive('ledger.import', 'file')
    .input(z.strictObject({ id: PreviewId }))
    .output(Preview)
    .errors(refusals('NOT_FOUND')),

  /** Mends cells, leaves rows out, takes residents in provisionally: in the preview only. */
  mend: sensitive('ledger.import', 'file')
    .input(z.strictObject({ id: PreviewId, changes: z.array(Change).min(1).max(2000) }))
    .output(Preview)
    .errors(refusals('NOT_FOUND')),

  /**
   * Brings in what the preview shows, whole or not at all. `undecided` says what becomes of rows in doubt that nobody decided
   * about: residents may come in provisionally (先收治，证件待核), everything else stays out and is listed.
   */
  commit: command('ledger.import')
    .input(z.strictObject({ id: PreviewId, job: JobId, undecided: z.enum(['provisional', 'leave-out']) }))
    .output(Report)
    .errors(refusals('NOT_FOUND', 'CANCELLED', 'LEDGER_CHANGED')),

  /** The report of a preview or of an import, by its id. */
  report: sensitive('ledger.import', 'file')
    .input(z.strictObject({ of: PreviewId }))
    .output(Report)
    .errors(refusals('NOT_FOUND')),

  /** The same as an Excel file. */
  reportFile: sensitive('ledger.import', 'copy')
    .input(z.strictObject({ of: PreviewId, language: z.enum(['zh-CN', 'en']) }))
    .output(FileContent)
    .errors(refusals('NOT_FOUND')),

  /** Earlier imports, the newest first. */
  imports: query('ledger.import')
    .input(z.strictObject({}))
    .output(
      z.array(
        z.strictObject({
          id: z.string(),
          fileName: z.string(),
          at: z.string(),
          by: z.string(),
          counts: Report.shape.counts,
        }),
      ),
    ),
};
