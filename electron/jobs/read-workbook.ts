import { workerData } from 'node:worker_threads';
import type { Workbook } from '../../shared/ledger/workbook.ts';
import type { FileFault, FilePlace } from '../../shared/ledger/file-faults.ts';
import { FileIsRefused } from './file-refusal.ts';
import { readSheetFile } from './sheet-file.ts';
import { answer } from './worker-answer.ts';

export type ReadWorkbook =
  | { readonly workbook: Workbook }
  | { readonly refused: FileFault; readonly where: FilePlace };

await answer((): ReadWorkbook => {
  try {
    return { workbook: readSheetFile(workerData as Uint8Array) };
  } catch (error) {
    if (error instanceof FileIsRefused) return { refused: error.why, where: error.where };
    throw error;
  }
});
