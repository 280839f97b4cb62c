import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { settledBetween } from '../../shared/package/answer.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { record, type Confirmation, type Judgement, type Link } from '../../shared/package/chain.ts';
import type { Inspection } from '../../shared/package/inspect.ts';
import type { Signers } from '../../shared/package/signers.ts';
import { verifyInThread } from '../jobs/verify-package.ts';
import { Complaint } from './complaint.ts';
import { countyOf } from './county-file.ts';
import { beside } from './files.ts';
import type { FileDesk } from './inspect-file.ts';
import { readCountyKeys, type CountyKeys } from './keys.ts';
import { ledgerOf, readLedger, writeLedger } from './ledger-file.ts';
import { withLocked } from './lock.ts';
import { receiptDesk, writeReceipts } from './receipts.ts';
import { REVOKED_FILE, SIGNERS_FILE, signersFrom } from './signers-file.ts';

export type VerifyRequest = {
  readonly file: string;
  readonly key: string;
  readonly today: Day;
  /** Where the lists lie when not beside the key file. */
  readonly signers?: string;
  readonly revoked?: string;
  /** Without a ledger the chain cannot be judged and nothing is recorded. */
  readonly ledger?: string;
  /** Where receipts are written; beside the ledger when nobody said. */
  readonly receipts?: string;
  readonly county?: string;
  readonly confirmation?: Confirmation;
};

export type Verified = {
  readonly inspection: Inspection;
  readonly signers: Signers;
  /** Numbers that waited for this one and are accepted with it. */
  readonly released: readonly Link[];
  /** Numbers that waited and are returned with it. */
  readonly dropped: readonly Link[];
  /** The receipts that were written: the one for this package first. None when nobody knows whose it is, or without a ledger. */
  readonly receipts: readonly string[];
};

/** Opens, verifies and, with a ledger, records one package. Throws Complaint when the desk itself is not in order. */
export async function verifyPackage(request: VerifyRequest): Promise<Verified> {
  const keys = await readCountyKeys(request.key);
  const signers = signersFrom(
    beside(request.key, SIGNERS_FILE, request.signers),
    beside(request.key, REVOKED_FILE, request.revoked),
  );
  const desk = {
    recipients: keys.recipients,
    county: request.county ?? countyOf(dirname(request.key)),
    signers,
    today: request.today,
    ...(request.confirmation ? { confirmation: request.confirmation } : {}),
  };
  const { ledger: file } = request;
  if (file === undefined) {
    const inspection = await inspectFile(request.file, keys, { ...desk, ledgers: null });
    return { inspection, signers, released: [], dropped: [], receipts: [] };
  }
  const office = receiptDesk(request.key, keys, signers, request.today);
  return withLocked(file, async () => {
    const ledger = readLedger(file);
    const inspection = await inspectFile(request.file, keys, {
      ...desk,
      ledgers: ledger,
    });
    const { link, center } = genuine(inspection, request.today);
    if (!link || center === undefined)
      return { inspection, signers, released: [], dropped: [], receipts: [] };
    const before = ledgerOf(ledger, center);
    const after = record(before, link, judgementOf(inspection));
    if (after !== before) writeLedger(file, { ...ledger, [center]: after });
    // The ledger first: after a crash in between, the same file gets its receipt when it is verified again.
    const settled = settledBetween(before, after).filter(({ hash }) => hash !== link.hash);
    const isTaken = ({ hash }: Link) => after.accepted.some((taken) => taken.hash === hash);
    return {
      inspection,
      signers,
      released: settled.filter(isTaken),
      dropped: settled.filter((other) => !isTaken(other)),
      receipts: writeReceipts(request.receipts ?? dirname(file), office, after, center, [link, ...settled]),
    };
  });
}

/** The package's place in a chain and its centre, when its signature held. */
function genuine(inspection: Inspection, today: Day): { link: Link | undefined; center: string | undefined } {
  const center = inspection.verdict === 'refused' ? inspection.center : inspection.manifest.center;
  return { link: inspection.link && { ...inspection.link, on: today }, center };
}

async function inspectFile(file: string, { identities }: CountyKeys, desk: FileDesk): Promise<Inspection> {
  const size = sizeOf(file);
  return verifyInThread({ file, identities, desk }, size);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw new Complaint('unreadable', { file });
  }
}

function judgementOf(inspection: Inspection): Judgement {
  switch (inspection.verdict) {
    case 'accepted':
      return { verdict: 'accept' };
    case 'waiting':
      return { verdict: 'wait', code: inspection.code, facts: inspection.facts };
    case 'refused':
      return { verdict: 'refuse', code: inspection.code, facts: inspection.facts };
  }
}
