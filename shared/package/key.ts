import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { base64, base64nopad, bech32 } from '@scure/base';
import { areEqual, bytesOf, inGroups } from './bytes.ts';

/** A raw Ed25519 public key, 32 bytes. */
export type PublicKey = Uint8Array;

/** RFC 8410: the fixed head of an Ed25519 private key in PKCS#8; the 32-byte seed follows. */
const PKCS8_HEAD = hexToBytes('302e020100300506032b657004220420');
const TYPE = 'ssh-ed25519';

/** A length-prefixed string of RFC 4251. */
export function sshString(value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === 'string' ? bytesOf(value) : value;
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return concatBytes(length, bytes);
}

/** The private key as it lies in the encrypted database, from 32 random bytes. */
export function privateKeyOf(seed: Uint8Array): Uint8Array {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes');
  return concatBytes(PKCS8_HEAD, seed);
}

/** The seed of a PKCS#8 Ed25519 private key; throws a RangeError on anything else. */
export function seedOf(pkcs8: Uint8Array): Uint8Array {
  if (pkcs8.length !== 48 || !areEqual(pkcs8.subarray(0, 16), PKCS8_HEAD))
    throw new RangeError('not an Ed25519 key in PKCS#8');
  return pkcs8.slice(16);
}

export function publicKeyOf(pkcs8: Uint8Array): PublicKey {
  return ed25519.getPublicKey(seedOf(pkcs8));
}

/** The key as SSH carries it: string "ssh-ed25519", string 32 bytes. */
export function sshBlob(key: PublicKey): Uint8Array {
  return concatBytes(sshString(TYPE), sshString(key));
}

/** `ssh-ed25519 AAAA…`, as it stands in allowed_signers. */
export function sshLine(key: PublicKey): string {
  return `${TYPE} ${base64.encode(sshBlob(key))}`;
}

/** The 32 bytes of a blob that has exactly the form of an Ed25519 key, or null. Whether they are a good key is still open. */
export function bytesInBlob(blob: Uint8Array): PublicKey | null {
  const key = blob.slice(-32);
  return areEqual(blob, sshBlob(key)) ? key : null;
}

/** Reads a blob; null unless it is exactly an Ed25519 key that is a point of the curve and not of small order. */
export function keyInBlob(blob: Uint8Array): PublicKey | null {
  const key = bytesInBlob(blob);
  if (!key) return null;
  try {
    const point = ed25519.Point.fromBytes(key);
    return point.isSmallOrder() || !point.isTorsionFree() ? null : key;
  } catch {
    return null;
  }
}

/** Reads `ssh-ed25519 AAAA…` (without options or comment); null when it is not exactly that. */
export function keyInLine(line: string): PublicKey | null {
  const [type, text = '', ...rest] = line.split(' ');
  if (type !== TYPE || rest.length > 0) return null;
  try {
    return keyInBlob(base64.decode(text));
  } catch {
    return null;
  }
}

/** As `ssh-keygen -lf` prints it: `SHA256:` and 43 characters. */
export function fingerprintOf(key: PublicKey): string {
  return `SHA256:${base64nopad.encode(sha256(sshBlob(key)))}`;
}

/** The same fingerprint as hex in groups of four, for reading over the telephone. */
export function spokenFingerprint(key: PublicKey): string {
  return inGroups(bytesToHex(sha256(sshBlob(key))), 4);
}

/**
 * Whether this is an X25519 recipient of age: `age1…` in Bech32 with its checksum, 32 bytes, lower case. What was understood is
 * written anew and must be the same text.
 */
export function isRecipient(text: string): boolean {
  const decoded = bech32.decodeUnsafe(text);
  const key = decoded && bech32.fromWordsUnsafe(decoded.words);
  return key?.length === 32 && bech32.encode('age', bech32.toWords(key)) === text;
}
