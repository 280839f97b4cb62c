import { dirname } from 'node:path';
import type { Day } from '../../shared/calendar/day.ts';
import { isTwoPeople, withResync, type Resync } from '../../shared/package/chain.ts';
import { Complaint } from './complaint.ts';
import { beside } from './files.ts';
import { readCountyKeys } from './keys.ts';
import { ledgerOf, readLedger, writeLedger } from './ledger-file.ts';
import { withLocked } from './lock.ts';
import { receiptDesk, writeResyncToken } from './receipts.ts';
import { REVOKED_FILE, SIGNERS_FILE, signersFrom } from './signers-file.ts';

export type ResyncRequest = {
  readonly center: string;
  readonly key: string;
  readonly ledger: string;
  readonly receipts?: string;
  readonly by: readonly [string, string];
  readonly today: Day;
  /** The epoch in which the centre has built already, when it is beyond the next. */
  readonly epoch?: number;
};

/**
 * Two people of the county close the running epoch of a centre and let the next begin (trust.md 4.4): after a restored
 * backup, a fork, a lost key. The token names the last package that the county knows. Asked again it is written again.
 */
export async function resyncCentre(
  request: ResyncRequest,
): Promise<{ readonly resync: Resync; readonly name: string; readonly file: string }> {
  const { center, key, ledger: file, by, today } = request;
  if (!isTwoPeople(by)) throw new Complaint('notTwoPeople');
  const keys = await readCountyKeys(key);
  const signers = signersFrom(beside(key, SIGNERS_FILE, undefined), beside(key, REVOKED_FILE, undefined));
  const known = signers.allowed.findLast((signer) => signer.center === center);
  if (!known) throw new Complaint('unknownCentre', { center });
  const desk = receiptDesk(key, keys, signers, today);
  return withLocked(file, () => {
    const ledger = readLedger(file);
    const { ledger: after, resync } = withResync(ledgerOf(ledger, center), by, today, request.epoch);
    writeLedger(file, { ...ledger, [center]: after });
    const token = writeResyncToken(request.receipts ?? dirname(file), desk, center, resync);
    return { resync, name: known.name, file: token };
  });
}
