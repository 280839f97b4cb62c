import { squeeze } from './text.ts';

/** What a mark of the attendance sheet says about one day. */
export type AttendanceMark =
  | 'day'
  | 'night'
  | 'rest'
  | 'absent'
  | 'personal'
  | 'sick'
  | 'annual'
  | 'other-leave';

const MEANINGS: readonly (readonly [RegExp, AttendanceMark])[] = [
  [/^(白班|日班|白天班|早班|长白班|出勤|上班|在岗|正常出勤|全勤)$/, 'day'],
  [/^(夜班|晚班|大夜班|值夜班|夜间班)$/, 'night'],
  [/^(休息|轮休|公休|休|休班|调休|补休)$/, 'rest'],
  [/^(旷工|缺勤|未出勤|缺岗)$/, 'absent'],
  [/^事假$/, 'personal'],
  [/^病假$/, 'sick'],
  [/^(年假|年休假|带薪年假|年休)$/, 'annual'],
  [/^(产假|婚假|丧假|陪产假|护理假|工伤假?|公假|其他假|探亲假|哺乳假)$/, 'other-leave'],
];

/** What the marks mean where the sheet has no legend of its own. */
const USUAL: Readonly<Record<string, AttendanceMark>> = {
  '√': 'day',
  白: 'day',
  日: 'day',
  '○': 'night',
  夜: 'night',
  晚: 'night',
  '△': 'rest',
  休: 'rest',
  '×': 'absent',
  旷: 'absent',
  事: 'personal',
  病: 'sick',
  年: 'annual',
};

/** Signs that look alike on paper and in different input methods. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '✓': '√',
  '✔': '√',
  '∨': '√',
  V: '√',
  v: '√',
  〇: '○',
  O: '○',
  o: '○',
  '0': '○',
  '◯': '○',
  '⚪': '○',
  '▲': '△',
  '∆': '△',
  Δ: '△',
  '✕': '×',
  '✗': '×',
  '✖': '×',
  X: '×',
  x: '×',
  '╳': '×',
};

export function plainMark(text: string): string {
  const mark = squeeze(text);
  return LOOK_ALIKE[mark] ?? mark;
}

export type Legend = ReadonlyMap<string, AttendanceMark>;

/** Reads `√白班 ○夜班 △休息 ×旷工 事=事假` from the texts around the table; what it does not name keeps its usual meaning. */
export function readLegend(around: readonly string[]): Legend {
  const legend = new Map(Object.entries(USUAL));
  for (const text of around) {
    const words = text.normalize('NFKC').replace(/^\s*(图例|符号说明|说明|注|备注|符号)\s*[:：]?/, '');
    for (const word of words.split(/[\s,，、;；|]+/)) {
      // A Chinese mark needs a sign of equality (`事=事假`): 年休 alone is a word, not the mark 年 for 休.
      const parts =
        /^["“'‘(]?([^\p{Script=Han}\d])["”'’)]?[=:—-]*(\p{Script=Han}{1,5})$/u.exec(word) ??
        /^["“'‘(]?(.)["”'’)]?[=:—-]+(\p{Script=Han}{1,5})$/u.exec(word);
      const meaning = MEANINGS.find(([pattern]) => pattern.test(parts?.[2] ?? ''))?.[1];
      if (parts && meaning) legend.set(plainMark(parts[1] ?? ''), meaning);
    }
  }
  return legend;
}

/** What the mark of one day means; null when it is blank; undefined when nobody can say. */
export function readMark(text: string, legend: Legend): AttendanceMark | null | undefined {
  const mark = plainMark(text);
  if (mark === '') return null;
  return legend.get(mark) ?? MEANINGS.find(([pattern]) => pattern.test(mark))?.[1];
}
