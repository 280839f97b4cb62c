import { concatBytes } from '@noble/hashes/utils.js';
import { areEqual, bytesOf } from './bytes.ts';
import { canonicalLine, readCanonicalLine, type Json } from './canonical.ts';
import { keyInLine, sshLine, type PublicKey } from './key.ts';
import { Refused } from './refusal.ts';
import { holds, parseSignature, sign, type Namespace } from './sshsig.ts';

/** No letter comes near this, in bytes. */
export const LONGEST_LETTER = 16_384;
const END_OF_SIGNATURE = bytesOf('-----END SSH SIGNATURE-----\n');

/** A statement that centre and county hand each other on a stick: one canonical line, and below it the signature over that line. */
export type Letter = { readonly value: Json; readonly signedBy: PublicKey };

export function writeLetter(value: Json, namespace: Namespace, privateKey: Uint8Array): Uint8Array {
  const line = canonicalLine(value);
  return concatBytes(line, sign(line, namespace, privateKey));
}

/**
 * Reads one letter, or null when the bytes are not exactly one, or its signature does not hold or is of another kind. That
 * the signer is who he should be is for the caller to compare.
 */
export function readLetter(bytes: Uint8Array, namespace: Namespace): Letter | null {
  if (bytes.length > LONGEST_LETTER) return null;
  const end = bytes.indexOf(0x0a) + 1;
  const value = readCanonicalLine(bytes.subarray(0, end));
  if (value === undefined) return null;
  try {
    const signature = parseSignature(bytes.subarray(end));
    // The key goes through the strict reader: a point of small order signs anything.
    const signedBy = keyInLine(sshLine(signature.key));
    if (!signedBy || signature.namespace !== namespace) return null;
    return holds(signature, bytes.subarray(0, end)) ? { value, signedBy } : null;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** The letters that lie one after the other in a file; whatever follows the last signature stays with the last part. */
export function splitLetters(bytes: Uint8Array): Uint8Array[] {
  const letters: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at + END_OF_SIGNATURE.length <= bytes.length; at += 1) {
    if (bytes[at] !== END_OF_SIGNATURE[0]) continue;
    const end = at + END_OF_SIGNATURE.length;
    if (!areEqual(bytes.subarray(at, end), END_OF_SIGNATURE)) continue;
    letters.push(bytes.subarray(from, end));
    from = end;
  }
  if (from < bytes.length) letters.push(bytes.subarray(from));
  return letters;
}
