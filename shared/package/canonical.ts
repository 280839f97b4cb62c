import canonicalize from 'canonicalize';
import { areEqual, bytesOf, textOf } from './bytes.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const DEEPEST = 4;

/** RFC 8785 bytes of a value, with a line feed at its end. Throws a RangeError on a float, text that is not NFC, or too deep a value. */
export function canonicalLine(value: Json): Uint8Array {
  if (!isPlain(value)) throw new RangeError('not a value that a package carries');
  return bytesOf(`${String(canonicalize(value))}\n`);
}

/**
 * Reads one canonical line (with its line feed), or undefined. What was understood is written anew and must be the same
 * bytes: that refuses duplicate keys, other orders, spaces, escapes, `1e3`, `-0`, floats and lone surrogates at once.
 */
export function readCanonicalLine(bytes: Uint8Array): Json | undefined {
  try {
    const value = JSON.parse(textOf(bytes) ?? '') as Json;
    return areEqual(canonicalLine(value), bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(value: Json, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value === 'string') return value.isWellFormed() && value.normalize('NFC') === value;
  // The keys of a list are its places.
  return Object.entries(value).every(([key, item]) => isPlain(key) && isPlain(item, depth + 1));
}

/** Whether the value is an object with exactly these keys, all its own. */
export function hasExactly<K extends string>(
  value: Json | undefined,
  keys: readonly K[],
): value is { readonly [P in K]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const found = Object.keys(value);
  return found.length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}
