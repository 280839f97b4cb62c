import type ExcelJS from 'exceljs';
import { runsInSpreadsheet } from '../../shared/contract/spreadsheet-text.ts';

/** The only formulas that we write ourselves: sums of a column over its own rows. */
const OWN_FORMULA = /^SUM\([A-Z]{1,2}\d{1,5}:[A-Z]{1,2}\d{1,5}\)$/;

/**
 * The only way in which a workbook leaves the house. Every text is a text cell, so an identity number keeps its digits; one that
 * would run as a formula gets the apostrophe that a person would type before it, so that it also stays text in a .csv that is saved
 * from the sheet. A formula, a link or anything else that is not ours is a fault of the program and throws.
 */
export async function workbookBytes(book: ExcelJS.Workbook): Promise<Uint8Array> {
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => makeSafe(cell)));
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function makeSafe(cell: ExcelJS.Cell): void {
  // A joined block shows the value of its first cell, which is met on its own.
  if (cell.isMerged && cell.master !== cell) return;
  const { value } = cell;
  if (typeof value === 'string') {
    if (runsInSpreadsheet(value)) cell.value = `'${value}`;
    // Not even somebody who steps into the cell and leaves it again makes a number of it.
    cell.numFmt = '@';
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    // Of a sum of nought the library keeps no result.
    const isOwn =
      'formula' in value &&
      OWN_FORMULA.test(value.formula) &&
      ['number', 'undefined'].includes(typeof value.result);
    if (!isOwn)
      throw new Error(
        `cell ${cell.address} of a workbook holds neither text nor number: ${JSON.stringify(value)}`,
      );
  }
}
