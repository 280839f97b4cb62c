import { z } from 'zod';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';
import { fates, holds } from './place.ts';
import { refusalCodes } from './refusal.ts';

/** What the county answered about one package; `code` and `facts` make its sentence (packageSentence). */
export const ReceiptState = z.strictObject({
  fate: z.enum(fates),
  code: z.enum(refusalCodes).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The day on which the county got it; null while nothing is known. */
  receivedOn: z.string().nullable(),
});
export type ReceiptState = z.output<typeof ReceiptState>;

const Spoken = z.strictObject({ fingerprint: z.string(), spoken: z.string() });

export const outcomes = [
  'accepted',
  'waiting',
  'returned',
  'unanswered',
  'held',
  'lost',
  'new-epoch',
  'continues',
] as const;

/** The rest of a package's life: what the county answers, a chain that must begin anew, keys that change (trust.md 4.4, 4.5). */
export const packageAnswers = {
  /** How the chain stands: where the next package goes, what holds it, whether the county must let a new epoch begin. */
  chain: query('package.read')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        epoch: z.number().int(),
        seq: z.number().int(),
        hold: z.strictObject({ reason: z.enum(holds), seq: z.number().int() }).nullable(),
        unconfirmed: z.boolean(),
        /** The epoch that may go on as it was, after a restore that lost nothing. */
        canContinue: z.number().int().nullable(),
        /** Packages of which no receipt was imported. */
        awaited: z.number().int(),
        hasCountySigner: z.boolean(),
      }),
    ),

  /** Takes what the county answered: a receipt, or the token that lets a new epoch begin. */
  importAnswer: command('package.build')
    .input(z.strictObject({ file: FileContent }))
    .output(
      z.strictObject({
        outcome: z.enum(outcomes),
        epoch: z.number().int(),
        seq: z.number().int(),
        code: z.enum(refusalCodes).nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
        /** The centre's new signing key is known to the county and in use from now on. */
        keyBegun: z.boolean(),
        /** The county's own key changed, or is about to. */
        countyKeyChanged: z.boolean(),
      }),
    )
    .errors(
      refusals(
        'COUNTY_SIGNER_MISSING',
        'RECEIPT_UNREADABLE',
        'RECEIPT_NOT_BY_COUNTY',
        'RECEIPT_OTHER_CENTRE',
        'RECEIPT_UNKNOWN_PACKAGE',
        'RECEIPT_KNOWN',
        'RECEIPT_OLDER',
        'RECEIPT_CONTRADICTS',
        'RESYNC_OLDER',
      ),
    ),

  /** Somebody knows that no package is on its way: the epoch before the restore goes on. */
  continueChain: command('package.build')
    .input(z.strictObject({}))
    .output(z.strictObject({ epoch: z.number().int() }))
    .errors(refusals('CHAIN_NOT_CONTINUABLE')),

  /** Reads the county's card, for a person to compare its fingerprint with the stamped form. Changes nothing. */
  readCountyCard: query('package.build')
    .input(z.strictObject({ file: FileContent }))
    .output(
      z.strictObject({
        ...Spoken.shape,
        county: z.string(),
        recipient: z.string(),
        next: z.string().nullable(),
        /** Whether the key that signs receipts is the one that is entered already. */
        signerKnown: z.boolean(),
      }),
    )
    .errors(refusals('COUNTY_CARD_UNREADABLE', 'COUNTY_CARD_OTHER', 'COUNTY_CARD_OLDER')),

  /** Enters the county's card after its fingerprint was compared. */
  setCountyCard: command('package.build')
    .input(z.strictObject({ file: FileContent, fingerprint: z.string().max(60) }))
    .output(z.strictObject({ recipient: z.string(), fingerprint: z.string() }))
    .errors(
      refusals(
        'COUNTY_CARD_UNREADABLE',
        'COUNTY_CARD_OTHER',
        'COUNTY_CARD_OLDER',
        'COUNTY_CARD_NOT_COMPARED',
        'NOTHING_CHANGED',
      ),
    ),

  /** Makes the next signing key and answers the file with which the county learns it; the old one signs until then. */
  rotateKey: command('package.build')
    .input(z.strictObject({}))
    .output(FileContent)
    .errors(refusals('SIGNING_KEY_MISSING')),

  /** Signs with the next key from now on: the county said that it knows it. */
  useNextKey: command('package.build')
    .input(z.strictObject({}))
    .output(Spoken)
    .errors(refusals('NO_NEXT_KEY')),

  /** The key was lost or stolen: a new one, a new epoch, and the file for enrolling anew by paper. */
  replaceLostKey: command('package.build')
    .input(z.strictObject({ reason: z.string().trim().min(2).max(200) }))
    .output(FileContent)
    .errors(refusals('SIGNING_KEY_MISSING')),
};
