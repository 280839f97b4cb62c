import type { Cell, ShiftType } from '../../shared/roster/model.ts';

type NamedShift = Pick<ShiftType, 'code'> & { readonly name: string; readonly nameEn: string };

/** How sheets of other programs write rest. */
const restTexts = new Set([
  '',
  '休',
  '休息',
  '△',
  '-',
  '–',
  '—',
  '.',
  '。',
  '·',
  '/',
  'X',
  '0',
  'REST',
  'OFF',
]);

/**
 * Reads what stands in a cell of another sheet: a shift's letter or name, in either language, or a way to write rest. Undefined
 * for anything else (a name, a total), which changes nothing. A house's own letter goes before a way to write rest.
 */
export function cellReader(shifts: readonly NamedShift[]): (text: string) => Cell | undefined {
  const known = new Map<string, string>();
  const firsts = Map.groupBy(shifts, ({ name }) => name.slice(0, 1));
  for (const { code, name, nameEn } of shifts) {
    known.set(name, code);
    known.set(nameEn.toUpperCase(), code);
    if (firsts.get(name.slice(0, 1))?.length === 1) known.set(name.slice(0, 1), code);
  }
  for (const { code } of shifts) known.set(code, code);
  return (text) => {
    const plain = text.normalize('NFKC').trim().toUpperCase();
    return known.get(plain) ?? (restTexts.has(plain) ? null : undefined);
  };
}

/** A rotation as it is typed, `DDNN休休` or `白 白 夜 休`: one cell a sign; or the first sign that means nothing here. */
export function readPattern(
  text: string,
  shifts: readonly NamedShift[],
): { readonly cells: readonly Cell[] } | { readonly unknown: string } {
  const read = cellReader(shifts);
  const cells: Cell[] = [];
  for (const sign of text.normalize('NFKC').replaceAll(/[\s,、，]/g, '')) {
    const cell = read(sign);
    if (cell === undefined) return { unknown: sign };
    cells.push(cell);
  }
  return { cells };
}
