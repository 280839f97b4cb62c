import { FileIsRefused } from '../../electron/jobs/file-refusal.ts';
import { readSheetFile } from '../../electron/jobs/sheet-file.ts';
import { day } from '../../shared/calendar/day.ts';
import { fileFaults } from '../../shared/ledger/file-faults.ts';
import { emptyHouse } from '../../shared/ledger/known.ts';
import { rowTooWide } from '../../shared/ledger/layout.ts';
import { understand } from '../../shared/ledger/understand.ts';
import type { Workbook } from '../../shared/ledger/workbook.ts';

/** How the product took a file: the workbook that it read and understood, or the code it was refused with. */
export type Outcome = { readonly workbook: Workbook } | { readonly refused: string };

/** Reads a file as the product does, down to the preview. Throws when it is neither read nor refused from the closed list. */
export function outcomeOf(bytes: Uint8Array): Outcome {
  try {
    const workbook = readSheetFile(bytes);
    if (workbook.sheets.some((sheet) => rowTooWide(sheet) !== null)) return { refused: 'row-too-wide' };
    understand(workbook, emptyHouse, day('2026-11-22'));
    return { workbook };
  } catch (error) {
    if (error instanceof FileIsRefused && fileFaults.includes(error.why)) return { refused: error.why };
    throw error;
  }
}

/** What a cell holds for comparing: a number by its value, everything else by its text; null where nothing stands. */
export type Told = string | number | null;

/** The cells of a workbook by sheet, row (from 1) and column (from 0), without those that are marked as errors. */
export function told({ sheets }: Workbook): Map<string, Told> {
  const cells = new Map<string, Told>();
  for (const [index, sheet] of sheets.entries()) {
    for (const row of sheet.rows) {
      row.cells.forEach((cell, column) => {
        if (cell && !cell.error) cells.set(`${index} ${row.number} ${column}`, cell.number ?? cell.text);
      });
    }
  }
  return cells;
}
