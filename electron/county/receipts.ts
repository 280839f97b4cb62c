import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Day } from '../../shared/calendar/day.ts';
import { answerTo } from '../../shared/package/answer.ts';
import type { CentreLedger, Link, Resync } from '../../shared/package/chain.ts';
import { areEqual } from '../../shared/package/bytes.ts';
import { fingerprintOf, publicKeyOf } from '../../shared/package/key.ts';
import {
  receiptFileName,
  resyncFileName,
  writeReceipt,
  writeResync,
  type Receipt,
  type ResyncToken,
} from '../../shared/package/receipt.ts';
import type { Signers } from '../../shared/package/signers.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { cardOf } from './county-file.ts';
import { readSigningKey, type CountyKeys } from './keys.ts';

/** With what the county answers: its signing key, its card, and the keys of centres that it accepts on this day. */
export type ReceiptDesk = {
  readonly privateKey: Uint8Array;
  readonly keyId: string;
  readonly card: Uint8Array;
  readonly signers: Signers;
  readonly today: Day;
};

/** Throws Complaint when the signing key is not beside the key that opens packages: a ledger is kept only with receipts. */
export function receiptDesk(keyFile: string, keys: CountyKeys, signers: Signers, today: Day): ReceiptDesk {
  const privateKey = readSigningKey(keyFile);
  return {
    privateKey,
    keyId: fingerprintOf(publicKeyOf(privateKey)),
    card: cardOf(dirname(keyFile), keys.recipients[0] ?? '', privateKey),
    signers,
    today,
  };
}

/** Writes one receipt for each package of a centre and answers their paths. The same ledger gives the same bytes. */
export function writeReceipts(
  folder: string,
  desk: ReceiptDesk,
  ledger: CentreLedger,
  center: string,
  links: readonly Link[],
): string[] {
  mkdirSync(folder, { recursive: true });
  return links.map((link) => {
    const receipt: Receipt = {
      format: 'tuoyang-receipt',
      version: 1,
      center,
      county: center.slice(0, 6),
      epoch: link.epoch,
      seq: link.seq,
      statement_hash: link.hash,
      ...answerTo(ledger, link, desk.today),
      signers: inForce(desk, center),
      key_id: desk.keyId,
    };
    const file = join(folder, receiptFileName(receipt));
    writeFileDurably(file, writeReceipt(receipt, desk.privateKey, desk.card));
    return file;
  });
}

export function writeResyncToken(folder: string, desk: ReceiptDesk, center: string, resync: Resync): string {
  const token: ResyncToken = {
    format: 'tuoyang-resync',
    version: 1,
    center,
    county: center.slice(0, 6),
    last_epoch: resync.lastEpoch,
    last_seq: resync.lastSeq,
    last_hash: resync.lastHash,
    next_epoch: resync.epoch,
    confirmed_by: [resync.by[0], resync.by[1]],
    confirmed_on: resync.on,
    key_id: desk.keyId,
  };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, resyncFileName(token));
  writeFileDurably(file, writeResync(token, desk.privateKey, desk.card));
  return file;
}

function inForce({ signers: { allowed, revoked }, today }: ReceiptDesk, center: string): string[] {
  return allowed
    .filter((signer) => signer.center === center && signer.after <= today && today < signer.before)
    .filter(({ key }) => !revoked.some((other) => areEqual(other, key)))
    .map(({ key }) => fingerprintOf(key))
    .slice(-8);
}
