import { concatBytes } from '@noble/hashes/utils.js';
import { areEqual, textOf } from './bytes.ts';
import { canonicalLine, hasExactly, readCanonicalLine } from './canonical.ts';
import { fingerprintOf, keyInLine, publicKeyOf, sshLine, type PublicKey } from './key.ts';
import { Refused } from './refusal.ts';
import { holds, namespaces, parseSignature, sign } from './sshsig.ts';

/** What a centre hands to the county, once, on a stick or by mail: its public key, signed with itself (trust.md 4.5). */
export type Enrolment = {
  readonly center: string;
  readonly county: string;
  readonly name: string;
  readonly key: PublicKey;
};

const KEYS = ['format', 'version', 'center', 'county', 'center_name', 'public_key', 'key_id'] as const;

/** One canonical line and, below it, the signature over that line: proof that the sender holds the private key. */
export function writeEnrolment(centre: Omit<Enrolment, 'key'>, privateKey: Uint8Array): Uint8Array {
  const key = publicKeyOf(privateKey);
  const line = canonicalLine({
    format: 'tuoyang-enroll',
    version: 1,
    center: centre.center,
    county: centre.county,
    center_name: centre.name.normalize('NFC'),
    public_key: sshLine(key),
    key_id: fingerprintOf(key),
  });
  return concatBytes(line, sign(line, namespaces.enrol, privateKey));
}

/** Reads an enrolment file, or null when it is not one or its signature does not hold. */
export function readEnrolment(bytes: Uint8Array): Enrolment | null {
  if (bytes.length > 8192) return null;
  const end = bytes.indexOf(0x0a) + 1;
  const value = readCanonicalLine(bytes.subarray(0, end));
  if (!hasExactly(value, KEYS) || value.format !== 'tuoyang-enroll' || value.version !== 1) return null;
  const { center, county, center_name: name, public_key: line, key_id: id } = value;
  if (
    typeof center !== 'string' ||
    typeof county !== 'string' ||
    typeof name !== 'string' ||
    typeof line !== 'string'
  )
    return null;
  if (!/^\d{9}$/.test(center) || county !== center.slice(0, 6) || !/^[^\p{Cc}\p{Cf}]{2,80}$/u.test(name))
    return null;
  const key = keyInLine(line);
  if (!key || id !== fingerprintOf(key)) return null;
  return isSignedBy(key, bytes.subarray(0, end), bytes.subarray(end)) ? { center, county, name, key } : null;
}

function isSignedBy(key: PublicKey, line: Uint8Array, armored: Uint8Array): boolean {
  try {
    const signature = parseSignature(armored);
    return (
      signature.namespace === namespaces.enrol &&
      areEqual(signature.key, key) &&
      holds(signature, line) &&
      textOf(line) !== null
    );
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
