/** What one caregiver did on one day. `other-leave`: maternity and any leave that is neither personal, sick nor annual. */
export const marks = ['day', 'night', 'rest', 'absent', 'personal', 'sick', 'annual', 'other-leave'] as const;
export type Mark = (typeof marks)[number];

/** The signs that clerks write on the paper sheet; 年 and 假 are ours for what their sheets have no sign for. */
export const signs: Readonly<Record<Mark, string>> = {
  day: '√',
  night: '○',
  rest: '△',
  absent: '×',
  personal: '事',
  sick: '病',
  annual: '年',
  'other-leave': '假',
};

/** The key that enters a mark in the grid: first letter of the pinyin, or of the sign's usual key. */
export const markKeys: Readonly<Record<string, Mark>> = {
  b: 'day',
  y: 'night',
  x: 'rest',
  k: 'absent',
  s: 'personal',
  i: 'sick',
  n: 'annual',
  j: 'other-leave',
};

export type MarkTotals = Readonly<Record<Mark, number>> & { readonly attended: number };

/** Days by kind; attended are the days and nights worked (出勤天数). */
export function totalsOf(row: readonly (Mark | null)[]): MarkTotals {
  const count = (mark: Mark) => row.filter((one) => one === mark).length;
  const totals = Object.fromEntries(marks.map((mark) => [mark, count(mark)])) as Record<Mark, number>;
  return { ...totals, attended: totals.day + totals.night };
}
