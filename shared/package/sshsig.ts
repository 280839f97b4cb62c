import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { areEqual, bytesOf, textOf } from './bytes.ts';
import { bytesInBlob, publicKeyOf, seedOf, sshBlob, sshString, type PublicKey } from './key.ts';
import { refusePackage } from './refusal.ts';

/** What a signature is for; a signature of one kind never counts as another (PROTOCOL.sshsig, namespace). */
export const namespaces = {
  export: 'monthly-export.v1@nuantuo.example',
  enrol: 'enroll.v1@nuantuo.example',
  receipt: 'receipt.v1@nuantuo.example',
  resync: 'resync.v1@nuantuo.example',
  countyKey: 'county-key.v1@nuantuo.example',
  rotate: 'rotate.v1@nuantuo.example',
  secondKey: 'second-key.v1@nuantuo.example',
  complaint: 'complaint.v1@nuantuo.example',
} as const;
export type Namespace = (typeof namespaces)[keyof typeof namespaces];

const MAGIC = bytesOf('SSHSIG');
const VERSION = Uint8Array.of(0, 0, 0, 1);
const HASH = 'sha512';
/** Longer than any that `sign` writes. */
const LONGEST = 4096;
const NOTHING = new Uint8Array();

/**
 * An armored signature that parsed: who is said to have signed, in which namespace. Whether it holds is still open, and its
 * key is any 32 bytes: it counts only when it is one that was read by `keyInLine`, as every enrolled key was.
 */
export type Signature = { readonly key: PublicKey; readonly namespace: string; readonly value: Uint8Array };

function signedBytes(message: Uint8Array, namespace: string): Uint8Array {
  return concatBytes(MAGIC, sshString(namespace), sshString(''), sshString(HASH), sshString(sha512(message)));
}

/** Signs as `ssh-keygen -Y sign` does, byte for byte (Ed25519 is deterministic). */
export function sign(message: Uint8Array, namespace: Namespace, pkcs8: Uint8Array): Uint8Array {
  const value = ed25519.sign(signedBytes(message, namespace), seedOf(pkcs8));
  return armor({ key: publicKeyOf(pkcs8), namespace, value });
}

function blobOf({ key, namespace, value }: Signature): Uint8Array {
  const signature = concatBytes(sshString('ssh-ed25519'), sshString(value));
  return concatBytes(
    MAGIC,
    VERSION,
    sshString(sshBlob(key)),
    sshString(namespace),
    sshString(''),
    sshString(HASH),
    sshString(signature),
  );
}

function armor(signature: Signature): Uint8Array {
  const lines = base64.encode(blobOf(signature)).replaceAll(/.{1,70}/g, '$&\n');
  return bytesOf(`-----BEGIN SSH SIGNATURE-----\n${lines}-----END SSH SIGNATURE-----\n`);
}

const malformed = (): never => refusePackage('SIGNATURE_MALFORMED');

/**
 * Reads the one form that `sign` writes: what was understood is armored anew and must be the same bytes, which refuses
 * other key types and hashes, comments, CRLF, other line widths, second signatures and loose base64.
 */
export function parseSignature(armored: Uint8Array): Signature {
  if (armored.length > LONGEST) return malformed();
  const blob = blobIn(textOf(armored) ?? '') ?? malformed();
  const [keyBlob = NOTHING, namespace = NOTHING, , , signature = NOTHING] = stringsIn(
    blob.subarray(MAGIC.length + VERSION.length),
  );
  const [key, name] = [bytesInBlob(keyBlob), textOf(namespace)];
  if (key === null || name === null) return malformed();
  const parsed = { key, namespace: name, value: signature.slice(-64) };
  return areEqual(armored, armor(parsed)) ? parsed : malformed();
}

/** What lies between the first line and the last, or null when it is not base64. */
function blobIn(text: string): Uint8Array | null {
  try {
    return base64.decode(text.split('\n').slice(1, -2).join(''));
  } catch {
    return null;
  }
}

/** The length-prefixed strings in these bytes, as far as they go. */
function stringsIn(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings: Uint8Array[] = [];
  for (let offset = 0; offset + 4 <= bytes.length;) {
    const end = offset + 4 + view.getUint32(offset);
    strings.push(bytes.subarray(offset + 4, end));
    offset = end;
  }
  return strings;
}

/**
 * Whether a parsed signature is over this message. Stricter than RFC 8032's cofactored equation: with an enrolled key, which
 * `keyInLine` found to be in the prime-order group, and a point that must be in it as well, this check can never accept what
 * the cofactorless check of ssh-keygen refuses.
 */
export function holds({ key, namespace, value }: Signature, message: Uint8Array): boolean {
  try {
    if (!ed25519.verify(value, signedBytes(message, namespace), key, { zip215: false })) return false;
    return ed25519.Point.fromBytes(value.slice(0, 32)).isTorsionFree();
  } catch {
    return false;
  }
}
