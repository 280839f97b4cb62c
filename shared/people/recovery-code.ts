import { bareSymbols } from './code-line.ts';

/**
 * The paper recovery code: 256 random bits as four lines of sixteen Crockford base32 symbols, the last two of each line a check,
 * so that a slip of the pen is named by its line (trust.md 2.4).
 */
/** The line that is typed back to prove that the paper is right: neither the first nor the last, so that one cut off at an end is noticed. */
export const CHECKED_LINE = 3;
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LINES = 4;
const DATA_PER_LINE = 14;

/** Two check symbols of a line: a weighted sum in GF-free arithmetic modulo 1021 (prime), so one wrong or two swapped symbols show. */
function checkOf(line: number, data: readonly number[]): [number, number] {
  const total = data.reduce((sum, value, index) => (sum * 33 + value * (index + 7)) % 1021, 17 + line * 97);
  return [total >> 5, total & 31];
}

/** Writes 32 bytes as the four lines that are printed: `ABCD-EFGH-JKMN-PQRS`. */
export function writeRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== 32) throw new RangeError('a recovery secret has 32 bytes');
  const bits = [...secret]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .padEnd(LINES * DATA_PER_LINE * 5, '0');
  const values = Array.from({ length: LINES * DATA_PER_LINE }, (_, index) =>
    Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2),
  );
  return Array.from({ length: LINES }, (_, line) => {
    const data = values.slice(line * DATA_PER_LINE, (line + 1) * DATA_PER_LINE);
    const symbols = [...data, ...checkOf(line, data)].map((value) => SYMBOLS[value]).join('');
    return symbols.replaceAll(/(.{4})(?=.)/g, '$1-');
  }).join('\n');
}

export type ReadCode = { ok: true; secret: Uint8Array } | { ok: false; line: number };

/** Reads what was typed from the paper: O counts as 0, I and L as 1; spaces and dashes do not count. A bad line is named, 1 to 4. */
export function readRecoveryCode(typed: string): ReadCode {
  const symbols = bareSymbols(typed);
  const perLine = DATA_PER_LINE + 2;
  let bits = '';
  for (let line = 0; line < LINES; line += 1) {
    const written = symbols.slice(line * perLine, (line + 1) * perLine);
    const values = Array.from(written, (symbol) => SYMBOLS.indexOf(symbol));
    const data = values.slice(0, DATA_PER_LINE);
    const [first, second] = checkOf(line, data);
    // Where the line is too short, its check symbols are not there either.
    if (values.includes(-1) || values[DATA_PER_LINE] !== first || values[DATA_PER_LINE + 1] !== second) {
      return { ok: false, line: line + 1 };
    }
    bits += data.map((value) => value.toString(2).padStart(5, '0')).join('');
  }
  if (symbols.length !== LINES * perLine) return { ok: false, line: LINES };
  return {
    ok: true,
    secret: Uint8Array.from({ length: 32 }, (_, index) =>
      Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
    ),
  };
}
