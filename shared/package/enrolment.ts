import { areEqual } from './bytes.ts';
import { hasExactly } from './canonical.ts';
import { fingerprintOf, keyInLine, publicKeyOf, sshLine, type PublicKey } from './key.ts';
import { readLetter, writeLetter } from './letter.ts';
import { namespaces } from './sshsig.ts';

/** What a centre hands to the county, once, on a stick or by mail: its public key, signed with itself (trust.md 4.5). */
export type Enrolment = {
  readonly center: string;
  readonly county: string;
  readonly name: string;
  readonly key: PublicKey;
};

const KEYS = ['format', 'version', 'center', 'county', 'center_name', 'public_key', 'key_id'] as const;

/** The signature proves that the sender holds the private key. */
export function writeEnrolment(centre: Omit<Enrolment, 'key'>, privateKey: Uint8Array): Uint8Array {
  const key = publicKeyOf(privateKey);
  const value = {
    format: 'tuoyang-enroll',
    version: 1,
    center: centre.center,
    county: centre.county,
    center_name: centre.name.normalize('NFC'),
    public_key: sshLine(key),
    key_id: fingerprintOf(key),
  };
  return writeLetter(value, namespaces.enrol, privateKey);
}

/** Reads an enrolment file, or null when it is not one or its signature does not hold. */
export function readEnrolment(bytes: Uint8Array): Enrolment | null {
  const letter = readLetter(bytes, namespaces.enrol);
  const value = letter?.value;
  if (!letter || !hasExactly(value, KEYS) || value.format !== 'tuoyang-enroll' || value.version !== 1)
    return null;
  const { center, county, center_name: name, public_key: line, key_id: id } = value;
  if (
    typeof center !== 'string' ||
    typeof county !== 'string' ||
    typeof name !== 'string' ||
    typeof line !== 'string'
  )
    return null;
  if (!isCentre(center, county, name)) return null;
  const key = keyInLine(line);
  if (!key || id !== fingerprintOf(key) || !areEqual(key, letter.signedBy)) return null;
  return { center, county, name, key };
}

/** Whether code, county and name of a centre are such as may stand in the county's list. */
export function isCentre(center: string, county: string, name: string): boolean {
  return /^\d{9}$/.test(center) && county === center.slice(0, 6) && /^[^\p{Cc}\p{Cf}]{2,80}$/u.test(name);
}
