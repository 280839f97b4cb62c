/**
 * A text for the log without what it may carry of a record (trust.md 1.5). Our own faults are written in English, so whatever Chinese
 * stands in one came out of a record or a path; numbers of six digits and more are cards, telephones or cards of identity.
 */
export function redacted(text: string): string {
  return text.replaceAll(/\p{Script=Han}+/gu, '…').replaceAll(/\d{6,}[\dXx]*/g, '…');
}
