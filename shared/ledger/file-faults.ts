/**
 * Every way in which a file of a clerk is refused before anything in it is understood (trust.md 7.2): the list is closed, and each
 * has its sentence in both languages (messages/<language>/file-faults.ts) that says what is wrong, where, and what to do.
 */
export const fileFaults = [
  // The file as a whole
  'empty',
  'too-many-bytes',
  'not-a-table',
  'other-kind',
  'damaged',
  'protected',
  'took-too-long',
  'took-too-much',
  // The pack of an .xlsx
  'pack-unusual',
  'pack-too-large',
  'pack-too-many',
  'pack-path',
  'pack-twice',
  'pack-entities',
  // The table
  'too-many-sheets',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  // Text (.csv)
  'encoding',
  'control-characters',
  'quote-open',
  'quote-inside',
  'row-too-wide',
] as const;
export type FileFault = (typeof fileFaults)[number];

/** Where in the file: the part of the pack, or the sheet and the row (as Excel counts; 0: no row). Empty where it is the whole. */
export type FilePlace = { readonly part: string; readonly sheet: string; readonly row: number };

/** What a workbook holds beside its tables that is neither read nor run; the preview says so. */
export const fileNotices = ['macros', 'external-links'] as const;
export type FileNotice = (typeof fileNotices)[number];
