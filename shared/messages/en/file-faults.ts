import type { FileFault, FilePlace } from '../../ledger/file-faults.ts';

const placeOf = ({ part, sheet, row }: FilePlace) => {
  const at = [sheet === '' ? '' : `sheet "${sheet}"`, row > 0 ? `row ${row}` : ''].filter(
    (text) => text !== '',
  );
  return at.length > 0 ? ` (${at.join(', ')})` : part !== '' ? ` (${part})` : '';
};
const SAVE_AGAIN = 'Open it in WPS or Excel, save it as .xlsx and import that';

/** What is wrong with a file, where, and what to do. The name of the file stands before it. */
export const fileFaults: Readonly<Record<FileFault, (where: FilePlace) => string>> = {
  empty: () => 'is empty. Choose another file, or copy it again from where it came.',
  'too-many-bytes': () =>
    'is larger than 20 MB. Remove its pictures, or split it by year and import the parts one by one.',
  'not-a-table': () => 'is no table. Choose a ledger as .xls, .xlsx or .csv.',
  'other-kind': () => `is no kind of table that can be read. ${SAVE_AGAIN}.`,
  damaged: (where) =>
    `is damaged or incomplete${placeOf(where)} and was not read. ${SAVE_AGAIN}; if it does not open, copy it again from where it came.`,
  protected: () => 'is protected by a password. Save a copy without the password and import that.',
  'took-too-long': () =>
    'took too long to read and was given up. Split it by year and import the parts one by one.',
  'took-too-much': () =>
    'is too large for the memory of this computer. Split it by year and import the parts one by one.',
  'pack-unusual': (where) => `is packed in an unusual way${placeOf(where)} and was not read. ${SAVE_AGAIN}.`,
  'pack-too-large': (where) =>
    `unpacks to too much${placeOf(where)} and was not read. Remove pictures and sheets that are not needed.`,
  'pack-too-many': () =>
    'holds too many parts and was not read. Keep only the sheets to import and save a copy.',
  'pack-path': (where) =>
    `holds a part with an improper name${placeOf(where)} and was not read. Ask whoever gave you the file. ${SAVE_AGAIN}.`,
  'pack-twice': (where) =>
    `holds two parts of one name${placeOf(where)} and was not read. Ask whoever gave you the file. ${SAVE_AGAIN}.`,
  'pack-entities': (where) =>
    `holds a declaration that no ledger has${placeOf(where)} and was not read. Ask whoever gave you the file. ${SAVE_AGAIN}.`,
  'too-many-sheets': () => 'has more than 60 sheets. Keep only those to import and save a copy.',
  'too-many-rows': (where) =>
    `has more than 100,000 rows${placeOf(where)}. Split it by year and import the parts one by one.`,
  'too-many-columns': (where) =>
    `has more than 256 columns${placeOf(where)}. Remove the columns on the right that are not needed.`,
  'too-many-cells': (where) =>
    `has more than a million cells${placeOf(where)}. Split it by year and import the parts one by one.`,
  encoding: (where) =>
    `holds signs that are no characters${placeOf(where)}: it is neither GBK nor UTF-8, or incomplete. ${SAVE_AGAIN}.`,
  'control-characters': (where) => `holds unseen control characters${placeOf(where)}. ${SAVE_AGAIN}.`,
  'quote-open': (where) =>
    `has a quotation mark that is never closed${placeOf(where)}, which would join all that follows. Close it, or do this: ${SAVE_AGAIN}.`,
  'quote-inside': (where) =>
    `has a quotation mark in the wrong place${placeOf(where)}, which would move the cells behind it. Correct it, or do this: ${SAVE_AGAIN}.`,
  'row-too-wide': (where) =>
    `has a row with more cells than the headings${placeOf(where)}, probably a comma inside a cell, which would move the cells behind it. Correct it, or do this: ${SAVE_AGAIN}.`,
};
