/** The papers that can be printed. */
export const papers = [
  'roster',
  'roster-slips',
  'duties',
  'attendance',
  'fairness',
  'checkups',
  'complaint',
  'pay-sheet',
  'pay-notice',
  'pay-slips',
] as const;
export type Paper = (typeof papers)[number];

/** Those that the director signs: they carry the code of the log, and whoever keeps one holds an anchor (trust.md 5). */
export const signedPapers: readonly Paper[] = ['roster', 'attendance', 'pay-sheet'];
