import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalLine } from './canonical.ts';
import { isCentre } from './enrolment.ts';
import type { PublicKey } from './key.ts';
import { readLetter, writeLetter } from './letter.ts';
import { isSm2Key, signSm2, sm2Holds, sm2KeyOf, type Sm2Key } from './sm2.ts';
import { namespaces } from './sshsig.ts';

/** A centre tells the county that its packages carry the signature of this SM2 key from now on, or no longer. */
export type SecondKeyLetter = {
  readonly center: string;
  readonly county: string;
  readonly name: string;
  readonly key: Sm2Key;
  readonly use: 'begin' | 'end';
  /** The Ed25519 key that signed the letter: it must be the centre's enrolled one. */
  readonly signedBy: PublicKey;
};

const Line = z.strictObject({
  format: z.literal('tuoyang-sm2'),
  version: z.literal(1),
  center: z.string(),
  county: z.string(),
  center_name: z.string(),
  sm2_key: z.string().refine(isSm2Key),
  use: z.enum(['begin', 'end']),
  proof: z.string().regex(/^([0-9a-f]{2}){8,72}$/),
});

/** What the SM2 key signs: the line without its proof. */
const provenBytes = (line: Omit<z.output<typeof Line>, 'proof'>) => canonicalLine(line);

/** Signed by the SM2 key, so that the sender has it, and by the enrolled key, so that it is the centre. */
export function writeSecondKeyLetter(
  centre: Pick<SecondKeyLetter, 'center' | 'county' | 'name' | 'use'>,
  second: Uint8Array,
  first: Uint8Array,
): Uint8Array {
  const line = {
    format: 'tuoyang-sm2',
    version: 1,
    center: centre.center,
    county: centre.county,
    center_name: centre.name.normalize('NFC'),
    sm2_key: sm2KeyOf(second),
    use: centre.use,
  } as const;
  const proof = bytesToHex(signSm2(provenBytes(line), second));
  return writeLetter({ ...line, proof }, namespaces.secondKey, first);
}

/** Reads such a letter, or null when it is not one, or one of its two signatures does not hold. */
export function readSecondKeyLetter(bytes: Uint8Array): SecondKeyLetter | null {
  const letter = readLetter(bytes, namespaces.secondKey);
  const parsed = Line.safeParse(letter?.value);
  if (!letter || !parsed.success) return null;
  const { proof, ...line } = parsed.data;
  const { center, county, center_name: name, sm2_key: key, use } = line;
  if (!isCentre(center, county, name)) return null;
  if (!sm2Holds(provenBytes(line), hexToBytes(proof), key)) return null;
  return { center, county, name, key, use, signedBy: letter.signedBy };
}
