import { sha256 as hashBytes } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { utf8 } from '@scure/base';

export function bytesOf(text: string): Uint8Array {
  return utf8ToBytes(text);
}

/** The text of the bytes, or null unless they are UTF-8 without a byte order mark, so that the way back gives the same bytes. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = utf8.encode(bytes);
    return text.startsWith('\uFEFF') ? null : text;
  } catch {
    return null;
  }
}

export function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

export function isZero(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0) return false;
  return true;
}

/** SHA-256 as 64 lower-case hex digits. */
export function sha256(bytes: Uint8Array): string {
  return bytesToHex(hashBytes(bytes));
}

/** A hash in groups of eight for reading aloud and comparing on paper: `0123abcd 4567…`. */
export function inGroups(hex: string, size = 8): string {
  return hex.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

/** Bytewise order of ASCII text, whatever the language of the machine. */
export function byBytes(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
