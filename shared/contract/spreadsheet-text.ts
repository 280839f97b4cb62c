/**
 * Whether a spreadsheet would run this text, in a cell that it is typed or pasted into or in a .csv: it begins with the sign of a
 * formula (`=`, `+`, `-`, `@`, in any width of the character), also behind blanks and signs that are not seen, or with a tab or a line
 * end, behind which a cell of its own would begin (trust.md 7.2; OWASP, CSV injection). One sign alone is a mark and runs nowhere.
 */
export function runsInSpreadsheet(text: string): boolean {
  return /^[\t\r\n]./s.test(text) || /^[\s\p{Cf}]*[=+\-@]./su.test(text.normalize('NFKC'));
}
