import { LARGEST_UPLOAD } from '../../shared/contract/file.ts';

/** Objects in objects: the deepest request of the contract has five. */
const DEEPEST = 16;
/** Values in one request, a roster of a hundred people for a month many times over. */
const MOST_VALUES = 200_000;
/** Characters of all texts together. A file is the one long text that a request may carry. */
const MOST_TEXT = 1024 * 1024;
const LONGEST_FILE = Math.ceil(LARGEST_UPLOAD / 3) * 4;

/** Control characters but tab and line ends, halves of characters, characters that are none, and signs that turn the reading order. */
const NOT_TEXT = /[[\p{Cc}--[\t\n\r]]\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/v;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Where an input is not what a window of ours sends, as a path (`centre.name`); null when it is plain. Plain is what JSON can say:
 * objects of the plain prototype and arrays without holes, finite numbers without a minus nought, texts of whole characters that
 * show as they are, none too deep, too many or too long (trust.md 7.2). Texts are not brought to NFC here: an identity name may be
 * registered with a character that NFC replaces by another; searching compares in a normal form instead (identity/search-key.ts).
 */
export function oddPlace(input: unknown): string | null {
  const waiting: { value: unknown; path: readonly string[] }[] = [{ value: input, path: [] }];
  let values = 0;
  let text = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    const odd = () =>
      path
        .slice(0, 4)
        .map((part) => part.slice(0, 40))
        .join('.');
    if (++values > MOST_VALUES || path.length > DEEPEST) return odd();
    if (typeof value === 'string') {
      const isFile = path.at(-1) === 'base64' && value.length <= LONGEST_FILE && BASE64.test(value);
      if (!isFile && ((text += value.length) > MOST_TEXT || isOddText(value))) return odd();
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value) || Object.is(value, -0)) return odd();
    } else if (Array.isArray(value)) {
      // A list may say that it is endless and hold nothing; holes are no values.
      if (values + value.length > MOST_VALUES || Object.keys(value).length !== value.length) return odd();
      for (const [index, item] of value.entries())
        waiting.push({ value: item, path: [...path, String(index)] });
    } else if (typeof value === 'object' && value !== null) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (
        (prototype !== Object.prototype && prototype !== null) ||
        Object.getOwnPropertySymbols(value).length > 0
      )
        return odd();
      for (const [name, { value: item, get }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
        if (get !== undefined || name === '__proto__' || isOddText(name)) return odd();
        waiting.push({ value: item, path: [...path, name] });
      }
    } else if (value !== null && value !== undefined && typeof value !== 'boolean') return odd();
  }
  return null;
}

function isOddText(text: string): boolean {
  return NOT_TEXT.test(text);
}
