import { createHash } from 'node:crypto';
import { ledgerQueries, rowWriter } from '../../db/ledgers.ts';
import type { Decision, Edits } from '../../shared/ledger/edits.ts';
import { rowKey } from '../../shared/ledger/edits.ts';
import { layOut, rowTooWide } from '../../shared/ledger/layout.ts';
import { reportOf, type LedgerReport } from '../../shared/ledger/report.ts';
import type { Understanding } from '../../shared/ledger/records.ts';
import type { ReadWorkbook } from '../jobs/read-workbook.ts';
import { READING } from '../jobs/file-limits.ts';
import { runWorker, WorkerIsTooBig, WorkerIsTooSlow } from '../jobs/run-worker.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { writeLedger } from './ledger-commit.ts';
import { draftOf, LedgerDraft, previewOf, signatureOf } from './ledger-draft.ts';
import { reportFileName } from './ledger-report-name.ts';

const WRITING = { milliseconds: 60_000, megabytes: 512 } as const;
/** How often the reading thread is asked whether somebody wants it to stop. */
const LOOK_EVERY = 100;

export const ledger = {
  open: door.ledger.open.handler(async ({ input, context }) => {
    const { house, connection, newId } = context;
    const { name, base64 } = input.file;
    const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const answer = await house.jobs.run(input.job, connection.id, (step) => readInThread(name, bytes, step));
    if ('refused' in answer) refuse('LEDGER_REFUSED', { name, why: answer.refused, where: answer.where });
    for (const sheet of answer.workbook.sheets) {
      const row = rowTooWide(sheet);
      if (row !== null)
        refuse('LEDGER_REFUSED', { name, why: 'row-too-wide', where: { part: '', sheet: '', row } });
    }
    if (!answer.workbook.sheets.some((sheet) => layOut(sheet))) refuse('LEDGER_NOTHING_FOUND', { name });
    // One workbook at a time: the one before is forgotten, or a day of trying would fill the memory.
    for (const [id, draft] of house.drafts) {
      if (draft.owner === connection.id && draft.value instanceof LedgerDraft) house.drafts.delete(id);
    }
    const draft = new LedgerDraft(newId(), name, sha256, answer.workbook);
    house.drafts.set(draft.id, { owner: connection.id, value: draft });
    return { id: draft.id };
  }),

  preview: door.ledger.preview.handler(async ({ input, context }) =>
    show(draftFor(context, input.id), context),
  ),

  mend: door.ledger.mend.handler(async ({ input, context }) => {
    const draft = draftFor(context, input.id);
    draft.apply(input.changes);
    return show(draft, context);
  }),

  commit: door.ledger.commit.handler(async ({ input, context }) => {
    const { house, connection, raw, at, who, today, newId, note, afterwards } = context;
    const draft = draftFor(context, input.id);
    if (draft.seen !== signatureOf(draft.understand(raw, today))) refuse('LEDGER_CHANGED', {});

    const { understanding, edits } = decided(draft, context, input.undecided);
    const importId = newId();
    const about = { fileName: draft.fileName, sha256: draft.sha256, at, by: who.name };
    const report = reportOf(understanding, edits, {
      ...about,
      importId: adds(understanding) ? importId : null,
    });
    if (report.importId !== null) {
      await house.jobs.run(input.job, connection.id, async (step) => {
        rowWriter(raw)('ledger_import', {
          id: importId,
          file_name: draft.fileName,
          sha256: draft.sha256,
          report: JSON.stringify(report),
          imported_at: at,
          imported_by: who.id,
        });
        await writeLedger(understanding, { raw, at, who: who.id, today, newId, importId, step });
      });
    }
    const { residents, caregivers, checkups } = report.counts;
    note(
      report.importId ?? draft.sha256,
      `residents ${residents.imported}+${residents.provisional} caregivers ${caregivers.imported} checkups ${checkups.imported}`,
    );
    afterwards(() => {
      draft.report = report;
      draft.seen = null;
    });
    return mutable(report);
  }),

  report: door.ledger.report.handler(async ({ input, context }) =>
    mutable(await reportFor(input.of, context)),
  ),

  reportFile: door.ledger.reportFile.handler(async ({ input, context }) => {
    const report = await reportFor(input.of, context);
    const bytes = await runWorker<Uint8Array>('ledger-report', { report, language: input.language }, WRITING);
    return { name: reportFileName(report, input.language), base64: Buffer.from(bytes).toString('base64') };
  }),

  imports: door.ledger.imports.handler(async ({ context }) => {
    const rows = await ledgerQueries(context.db).imports();
    return rows.map(({ id, file_name, report, imported_at, importer }) => ({
      id,
      fileName: file_name,
      at: imported_at,
      by: importer ?? '',
      counts: (JSON.parse(report) as LedgerReport).counts,
    }));
  }),
};

function draftFor({ house, connection }: Work, id: string): LedgerDraft {
  return draftOf(house, connection.id, id);
}

function show(draft: LedgerDraft, { raw, today }: Work) {
  const understanding = draft.understand(raw, today);
  draft.seen = signatureOf(understanding);
  return previewOf(draft, understanding);
}

async function readInThread(
  name: string,
  bytes: Uint8Array,
  step: (done: number, total: number) => Promise<void>,
): Promise<ReadWorkbook> {
  const stop = new AbortController();
  const reading = runWorker<ReadWorkbook>('read-workbook', bytes, READING, { signal: stop.signal }).catch(
    (error: unknown) => {
      const where = { part: '', sheet: '', row: 0 };
      if (error instanceof WorkerIsTooBig) return { refused: 'took-too-much' as const, where };
      if (error instanceof WorkerIsTooSlow) return { refused: 'took-too-long' as const, where };
      throw error;
    },
  );
  try {
    for (;;) {
      const done = await Promise.race([
        reading,
        new Promise<null>((resolve) => setTimeout(resolve, LOOK_EVERY, null)),
      ]);
      if (done) return done;
      await step(0, 1);
    }
  } catch (error) {
    stop.abort(error);
    await reading.catch(() => undefined);
    throw error;
  }
}

/** Decides every row in doubt, until leaving rows out brings no other row into doubt. */
function decided(
  draft: LedgerDraft,
  { raw, today }: Work,
  undecided: 'provisional' | 'leave-out',
): { understanding: Understanding; edits: Edits } {
  let edits = draft.edits;
  for (;;) {
    const understanding = draft.understand(raw, today, edits);
    const doubtful = understanding.sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row) => (row.state === 'doubtful' ? [row] : [])),
    );
    if (doubtful.length === 0) return { understanding, edits };
    const decisions = new Map<string, Decision>(edits.decisions);
    for (const { sheet, row, mayBeProvisional } of doubtful) {
      decisions.set(
        rowKey(sheet, row),
        undecided === 'provisional' && mayBeProvisional ? 'provisional' : 'leave-out',
      );
    }
    edits = { ...edits, decisions };
  }
}

function adds({ sheets }: Understanding): boolean {
  return sheets.some((sheet) => sheet.rows.some(({ state }) => state === 'new' || state === 'provisional'));
}

async function reportFor(of: string, context: Work): Promise<LedgerReport> {
  const { house, connection, raw, today, db, at, who } = context;
  if (house.drafts.has(of)) {
    const draft = draftOf(house, connection.id, of);
    const about = { fileName: draft.fileName, sha256: draft.sha256, importId: null, at, by: who.name };
    return draft.report ?? reportOf(draft.understand(raw, today), draft.edits, about);
  }
  const row = await ledgerQueries(db).importById(of);
  if (!row) refuse('NOT_FOUND', { what: 'ledger-import' });
  return JSON.parse(row.report) as LedgerReport;
}

/** The contract's types are plain arrays; the rules hand out readonly ones. */
function mutable(report: LedgerReport) {
  return {
    ...report,
    faults: [...report.faults],
    mends: [...report.mends],
    ownMends: [...report.ownMends],
    ignored: [...report.ignored],
    unread: report.unread.map(({ sheet, headings }) => ({ sheet, headings: [...headings] })),
    hiddenRows: [...report.hiddenRows],
  };
}
