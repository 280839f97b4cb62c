import type { TableName } from '../../shared/package/tables.ts';

/** A text that goes up with an apostrophe before it: which record and field, and how it was entered. */
export type Changed = {
  readonly table: TableName;
  readonly id: string;
  readonly field: string;
  readonly label: string;
};

/**
 * Text as a package carries it: one line in NFC, without double spaces; and where it begins as a formula would (`=`, `+`, `-`,
 * `@`), with an apostrophe before it, the mark by which spreadsheets take a cell for text (trust.md 7.2). A bed may well be
 * called "-1-101", and one workbook cell must not keep a whole month from going up; the county's verifier refuses such text
 * without the mark, so no other program can send it either.
 */
export function plainText(entered: string): { readonly text: string; readonly marked: boolean } {
  const text = entered.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const marked = /^[=+\-@]/.test(text);
  return { text: marked ? `'${text}` : text, marked };
}
