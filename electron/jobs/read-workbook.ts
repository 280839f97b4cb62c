import { workerData } from 'node:worker_threads';
import type { Workbook } from '../../shared/ledger/workbook.ts';
import { FileIsRefused, readSheetFile, type FileRefusal } from './sheet-file.ts';
import { answer } from './worker-answer.ts';

export type ReadWorkbook = { readonly workbook: Workbook } | { readonly refused: FileRefusal };

await answer((): ReadWorkbook => {
  try {
    return { workbook: readSheetFile(workerData as Uint8Array) };
  } catch (error) {
    if (error instanceof FileIsRefused) return { refused: error.why };
    throw error;
  }
});
