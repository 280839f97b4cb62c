/**
 * The code of a place in the log, as it is printed on papers that are signed: eight groups of four symbols, `7K3M-…`. The first
 * three of a group are 15 bits of the line's hash, 120 bits over all; the fourth checks the group in its place, so that a slip
 * of the pen is named by its group and is not taken for a log that was changed (trust.md 5).
 */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;
const DATA = 3;
/** Hexadecimal digits of the hash that the code carries. */
const CARRIED = (GROUPS * DATA * 5) / 4;

/** Times x in the field of 32 elements (x⁵ + x² + 1): with weights x, x², x³ one wrong or two swapped symbols always show. */
const timesX = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

function checkOf(group: number, data: readonly number[]): number {
  let sum = (group * 11 + 5) & 31;
  for (const value of data.toReversed()) sum = timesX(sum ^ value);
  return sum;
}

/** Writes the hash of a line (64 hexadecimal digits) as its code. */
export function anchorCode(hash: string): string {
  const bits = Array.from(hash.slice(0, CARRIED), (digit) =>
    Number.parseInt(digit, 16).toString(2).padStart(4, '0'),
  ).join('');
  const values = Array.from({ length: GROUPS * DATA }, (_, index) =>
    Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2),
  );
  return Array.from({ length: GROUPS }, (_, group) => {
    const data = values.slice(group * DATA, (group + 1) * DATA);
    return [...data, checkOf(group, data)].map((value) => SYMBOLS[value]).join('');
  }).join('-');
}

export type ReadAnchorCode =
  | { readonly ok: true; readonly prefix: string }
  | { readonly ok: false; readonly group: number };

/** Reads a typed code: the first digits of the hash, or the group (1 to 8) that cannot be right. O counts as 0, I and L as 1. */
export function readAnchorCode(typed: string): ReadAnchorCode {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const width = DATA + 1;
  let bits = '';
  for (let group = 0; group < GROUPS; group += 1) {
    const values = Array.from(symbols.slice(group * width, (group + 1) * width), (symbol) =>
      SYMBOLS.indexOf(symbol),
    );
    const data = values.slice(0, DATA);
    if (values.length !== width || values.includes(-1) || values[DATA] !== checkOf(group, data))
      return { ok: false, group: group + 1 };
    bits += data.map((value) => value.toString(2).padStart(5, '0')).join('');
  }
  if (symbols.length !== GROUPS * width) return { ok: false, group: GROUPS };
  return {
    ok: true,
    prefix: Array.from({ length: CARRIED }, (_, index) =>
      Number.parseInt(bits.slice(index * 4, index * 4 + 4), 2).toString(16),
    ).join(''),
  };
}
