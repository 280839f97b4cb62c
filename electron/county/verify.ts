import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Day } from '../../shared/calendar/day.ts';
import {
  record,
  type CentreLedger,
  type Confirmation,
  type Judgement,
  type Link,
} from '../../shared/package/chain.ts';
import { inspect, type Desk, type Inspection } from '../../shared/package/inspect.ts';
import { Refused } from '../../shared/package/refusal.ts';
import type { Signers } from '../../shared/package/signers.ts';
import { Complaint } from './complaint.ts';
import { countyOf } from './enrol.ts';
import { beside, readBytes } from './files.ts';
import { readCountyKeys, type CountyKeys } from './keys.ts';
import { ledgerOf, readLedger, withLedgerLocked, writeLedger, type CountyLedger } from './ledger-file.ts';
import { checkSize, openPackage } from './open-package.ts';
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
  readonly county?: string;
  readonly confirmation?: Confirmation;
};

export type Verified = {
  readonly inspection: Inspection;
  readonly signers: Signers;
  /** Numbers that waited for this one and are accepted with it. */
  readonly released: readonly Link[];
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
    return {
      inspection: await inspectFile(request.file, keys, { ...desk, ledgerOf: () => null }),
      signers,
      released: [],
    };
  }
  return withLedgerLocked(file, async () => {
    const ledger = readLedger(file);
    const inspection = await inspectFile(request.file, keys, {
      ...desk,
      ledgerOf: (center) => ledgerOf(ledger, center),
    });
    const after = recorded(ledger, inspection);
    if (after) writeLedger(file, { ...ledger, [after.center]: after.ledger });
    return { inspection, signers, released: after?.released ?? [] };
  });
}

async function inspectFile(file: string, keys: CountyKeys, desk: Desk): Promise<Inspection> {
  try {
    checkSize(sizeOf(file));
    return inspect(await openPackage(readBytes(file), keys.identities), desk);
  } catch (error) {
    if (error instanceof Refused) return { verdict: 'refused', code: error.code, facts: error.facts };
    throw error;
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw new Complaint('unreadable', { file });
  }
}

/** What the ledger of the centre becomes, or null when this package leaves it as it is. */
function recorded(
  ledger: CountyLedger,
  inspection: Inspection,
): { center: string; ledger: CentreLedger; released: Link[] } | null {
  if (!inspection.link) return null;
  const center = inspection.verdict === 'refused' ? inspection.center : inspection.manifest.center;
  if (center === undefined) return null;
  const before = ledgerOf(ledger, center);
  const after = record(before, inspection.link, judgementOf(inspection));
  const released = after.accepted
    .slice(before.accepted.length)
    .filter((link) => link.hash !== inspection.link?.hash);
  return after === before ? null : { center, ledger: after, released };
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
