import { concatBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { areEqual } from './bytes.ts';
import { canonicalLine } from './canonical.ts';
import { isCentre } from './enrolment.ts';
import { keyInLine, publicKeyOf, sshLine, type PublicKey } from './key.ts';
import { readLetter, splitLetters } from './letter.ts';
import { namespaces, sign } from './sshsig.ts';

/** How long the old key of a centre stays good beside the new one (trust.md 4.5). */
export const ROTATION_DAYS = 60;

/** A centre changes its signing key: signed by the old key, so that it is the centre, and by the new one, so that it has it. */
export type Rotation = {
  readonly center: string;
  readonly county: string;
  readonly name: string;
  readonly old: PublicKey;
  readonly next: PublicKey;
};

const Line = z.strictObject({
  format: z.literal('tuoyang-rotate'),
  version: z.literal(1),
  center: z.string(),
  county: z.string(),
  center_name: z.string(),
  old_key: z.string().max(200),
  new_key: z.string().max(200),
});

/** One canonical line and two signatures over it, the old key's and the new key's. */
export function writeRotation(
  centre: Omit<Rotation, 'old' | 'next'>,
  oldKey: Uint8Array,
  nextKey: Uint8Array,
): Uint8Array {
  const line = canonicalLine({
    format: 'tuoyang-rotate',
    version: 1,
    center: centre.center,
    county: centre.county,
    center_name: centre.name.normalize('NFC'),
    old_key: sshLine(publicKeyOf(oldKey)),
    new_key: sshLine(publicKeyOf(nextKey)),
  });
  return concatBytes(line, sign(line, namespaces.rotate, oldKey), sign(line, namespaces.rotate, nextKey));
}

/** Reads a rotation, or null when it is not one, or one of its two signatures does not hold. */
export function readRotation(bytes: Uint8Array): Rotation | null {
  const [first, signature, ...rest] = splitLetters(bytes);
  if (!first || !signature || rest.length > 0) return null;
  const line = first.subarray(0, first.indexOf(0x0a) + 1);
  const byOld = readLetter(first, namespaces.rotate);
  const byNext = readLetter(concatBytes(line, signature), namespaces.rotate);
  const parsed = Line.safeParse(byOld?.value);
  if (!byOld || !byNext || !parsed.success) return null;
  const { center, county, center_name: name, old_key: oldLine, new_key: nextLine } = parsed.data;
  const [old, next] = [keyInLine(oldLine), keyInLine(nextLine)];
  if (!old || !next || areEqual(old, next) || !isCentre(center, county, name)) return null;
  if (!areEqual(old, byOld.signedBy) || !areEqual(next, byNext.signedBy)) return null;
  return { center, county, name, old, next };
}
