import { z } from 'zod';
import { areEqual } from './bytes.ts';
import { fingerprintOf, isRecipient, keyInLine, publicKeyOf, sshLine, type PublicKey } from './key.ts';
import { readLetter, writeLetter } from './letter.ts';
import { namespaces } from './sshsig.ts';

/**
 * What a county hands to its centres (trust.md 4.5): the age key for which packages are encrypted, the next one while it is
 * being changed, and the key with which it signs receipts; signed with that key itself. A later card has a higher number, so
 * that an old one can never bring an old key back.
 */
export type CountyCard = {
  readonly county: string;
  readonly number: number;
  readonly recipient: string;
  readonly next: string | null;
  readonly key: PublicKey;
};

const Recipient = z.string().refine(isRecipient);
const Card = z.strictObject({
  format: z.literal('tuoyang-county'),
  version: z.literal(1),
  county: z.string().regex(/^\d{6}$/),
  number: z.int().min(1).max(999_999),
  recipient: Recipient,
  next_recipient: Recipient.nullable(),
  public_key: z.string().max(200),
  key_id: z.string().max(60),
});

export function writeCountyCard(card: Omit<CountyCard, 'key'>, privateKey: Uint8Array): Uint8Array {
  const key = publicKeyOf(privateKey);
  const value = Card.parse({
    format: 'tuoyang-county',
    version: 1,
    county: card.county,
    number: card.number,
    recipient: card.recipient,
    next_recipient: card.next,
    public_key: sshLine(key),
    key_id: fingerprintOf(key),
  });
  return writeLetter(value, namespaces.countyKey, privateKey);
}

/** Reads a card, or null when it is not one or is not signed by the key that stands in it. */
export function readCountyCard(bytes: Uint8Array): CountyCard | null {
  const letter = readLetter(bytes, namespaces.countyKey);
  const parsed = Card.safeParse(letter?.value);
  if (!letter || !parsed.success) return null;
  const { county, number, recipient, next_recipient: next, public_key: line, key_id: id } = parsed.data;
  const key = keyInLine(line);
  if (!key || id !== fingerprintOf(key) || !areEqual(key, letter.signedBy) || next === recipient) return null;
  return { county, number, recipient, next, key };
}
