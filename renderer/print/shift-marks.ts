/** How a shift looks on paper: the letter in a form of its own, so that black-and-white and a worn-out printer tell it apart. */
export type ShiftMark = 'plain' | 'solid' | 'ring' | 'bar' | 'frame' | 'dashed';

const byDay: readonly ShiftMark[] = ['plain', 'ring', 'bar', 'dashed'];
const byNight: readonly ShiftMark[] = ['solid', 'frame', 'dashed'];

/** The mark of each shift: nights dark, day shifts light, in the order of the house. */
export function shiftMarks(
  shifts: readonly { readonly code: string; readonly night: boolean }[],
): ReadonlyMap<string, ShiftMark> {
  const [days, nights] = [shifts.filter(({ night }) => !night), shifts.filter(({ night }) => night)];
  const mark = (marks: readonly ShiftMark[], index: number) => marks[index % marks.length] ?? 'plain';
  return new Map([
    ...days.map(({ code }, index) => [code, mark(byDay, index)] as const),
    ...nights.map(({ code }, index) => [code, mark(byNight, index)] as const),
  ]);
}

/** ②: how a version is marked beside a cell; past ㊿ plain figures. */
export function versionMark(version: number | null): string {
  if (version === null) return '*';
  if (version >= 1 && version <= 20) return String.fromCodePoint(0x24_60 + version - 1);
  return `(${version})`;
}
