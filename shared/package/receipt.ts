import { concatBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { readCountyCard, type CountyCard } from './county-card.ts';
import { readLetter, splitLetters, writeLetter } from './letter.ts';
import { fingerprintOf, type PublicKey } from './key.ts';
import { Hash, Place } from './manifest.ts';
import { refusalCodes } from './refusal.ts';
import { namespaces } from './sshsig.ts';

export const verdicts = ['accepted', 'waiting', 'refused'] as const;
export type ReceiptVerdict = (typeof verdicts)[number];

const Facts = z.record(z.string().max(40), z.union([z.string().max(100), z.int()]));
const FileNumber = z.int().min(0).max(999_999);

/** Keys as trust.md 4.4 names them, and what the sentence and the way on need. */
const Receipt = z.strictObject({
  format: z.literal('tuoyang-receipt'),
  version: z.literal(1),
  center: z.string().regex(/^\d{9}$/),
  county: z.string().regex(/^\d{6}$/),
  epoch: Place,
  seq: Place,
  statement_hash: Hash,
  verdict: z.enum(verdicts),
  /** Why not, or not yet; null when it was taken. */
  code: z.enum(refusalCodes).nullable(),
  facts: Facts,
  /** What the county expects next in this epoch, and the hash before it. */
  next_seq: Place,
  last_hash: Hash,
  /** The keys of the centre that the county accepts, as fingerprints: a centre that changes its key sees that the new one is known. */
  signers: z.array(z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/)).max(8),
  /** The day on which the county got it, as its clock said; only told. */
  received_on: z.string().refine((text): boolean => isDay(text)),
  key_id: z.string(),
});
export type Receipt = z.output<typeof Receipt>;

/** A re-sync token (trust.md 4.4): the last package that the county knows, and the epoch that may begin after it. */
const Resync = z.strictObject({
  format: z.literal('tuoyang-resync'),
  version: z.literal(1),
  center: z.string().regex(/^\d{9}$/),
  county: z.string().regex(/^\d{6}$/),
  last_epoch: Place,
  last_seq: FileNumber,
  last_hash: Hash,
  next_epoch: Place,
  /** The two people of the county who confirmed it. */
  confirmed_by: z.tuple([z.string().min(1).max(40), z.string().min(1).max(40)]),
  confirmed_on: z.string().refine((text): boolean => isDay(text)),
  key_id: z.string(),
});
export type ResyncToken = z.output<typeof Resync>;

/** What the county answers a centre with, in one file: a receipt or a token, and after it the county's card. */
export type CountyAnswer = {
  readonly letter:
    | { readonly kind: 'receipt'; readonly receipt: Receipt }
    | { readonly kind: 'resync'; readonly token: ResyncToken };
  readonly signedBy: PublicKey;
  readonly card: CountyCard | null;
};

/** The bytes of a receipt. The same facts and key give the same bytes: asked twice, the county answers the same. */
export function writeReceipt(
  receipt: Omit<Receipt, 'format' | 'version'>,
  privateKey: Uint8Array,
  card: Uint8Array,
): Uint8Array {
  const value = Receipt.parse({ ...receipt, format: 'tuoyang-receipt', version: 1 });
  return concatBytes(writeLetter(value, namespaces.receipt, privateKey), card);
}

export function writeResync(
  token: Omit<ResyncToken, 'format' | 'version'>,
  privateKey: Uint8Array,
  card: Uint8Array,
): Uint8Array {
  const value = Resync.parse({ ...token, format: 'tuoyang-resync', version: 1 });
  return concatBytes(writeLetter(value, namespaces.resync, privateKey), card);
}

/** Reads what the county answered, or null when the file is not that, was altered, or its parts are signed by different keys. */
export function readAnswer(bytes: Uint8Array): CountyAnswer | null {
  const [first, second, ...rest] = splitLetters(bytes);
  if (!first || rest.length > 0) return null;
  const card = second ? readCountyCard(second) : null;
  if (second && !card) return null;
  const found = readReceiptLetter(first) ?? readResyncLetter(first);
  if (!found) return null;
  const sameKey = !card || fingerprintOf(card.key) === fingerprintOf(found.signedBy);
  return sameKey ? { ...found, card } : null;
}

function readReceiptLetter(bytes: Uint8Array): Omit<CountyAnswer, 'card'> | null {
  const letter = readLetter(bytes, namespaces.receipt);
  const parsed = Receipt.safeParse(letter?.value);
  if (!letter || !parsed.success || parsed.data.key_id !== fingerprintOf(letter.signedBy)) return null;
  if ((parsed.data.verdict === 'accepted') !== (parsed.data.code === null)) return null;
  return { letter: { kind: 'receipt', receipt: parsed.data }, signedBy: letter.signedBy };
}

function readResyncLetter(bytes: Uint8Array): Omit<CountyAnswer, 'card'> | null {
  const letter = readLetter(bytes, namespaces.resync);
  const parsed = Resync.safeParse(letter?.value);
  if (!letter || !parsed.success || parsed.data.key_id !== fingerprintOf(letter.signedBy)) return null;
  return { letter: { kind: 'resync', token: parsed.data }, signedBy: letter.signedBy };
}

/** `TYX1_411702101_E1_S000001_1a2b3c4d.receipt`: for people; what counts stands inside. */
export function receiptFileName({ center, epoch, seq, statement_hash: hash }: Receipt): string {
  return `TYX1_${center}_E${epoch}_S${String(seq).padStart(6, '0')}_${hash.slice(0, 8)}.receipt`;
}

export function resyncFileName({ center, next_epoch: epoch }: ResyncToken): string {
  return `TYX1_${center}_E${epoch}.resync`;
}

/** The kinds of file that the county hands back, for a file dialog. */
export const answerKinds = ['.receipt', '.resync'] as const;
