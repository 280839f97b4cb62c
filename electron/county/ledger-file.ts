import { existsSync } from 'node:fs';
import { z } from 'zod';
import { emptyLedger, type CentreLedger } from '../../shared/package/chain.ts';
import { kinds } from '../../shared/package/manifest.ts';
import { refusalCodes } from '../../shared/package/refusal.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { readText } from './files.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Link = z.strictObject({
  epoch: z.int().min(1),
  seq: z.int().min(1),
  hash: Hash,
  prev: Hash,
  period: z.string().regex(/^\d{4}-\d{2}$/),
  kind: z.enum(kinds),
  on: z.string().optional(),
});
const Returned = z.strictObject({
  link: Link,
  code: z.enum(refusalCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  nextSeq: z.int().min(1),
  lastHash: Hash,
});
const Resync = z.strictObject({
  epoch: z.int().min(2),
  lastEpoch: z.int().min(1),
  lastSeq: z.int().min(0),
  lastHash: Hash,
  by: z.tuple([z.string(), z.string()]),
  on: z.string(),
});
const Ledger = z.strictObject({
  format: z.literal('nuantuo-county-ledger'),
  version: z.literal(1),
  centres: z.record(
    z.string().regex(/^\d{9}$/),
    z.strictObject({
      accepted: z.array(Link),
      waiting: z.array(Link),
      fork: Link.nullable(),
      // A ledger of before receipts has none of these.
      returned: z.array(Returned).default([]),
      resyncs: z.array(Resync).default([]),
    }),
  ),
});

/** What the county received, by centre code. */
export type CountyLedger = Readonly<Record<string, CentreLedger>>;

/** Reads a ledger; a file that is not there yet is an empty one, a file that does not read as one is never taken for empty. */
export function readLedger(file: string): CountyLedger {
  if (!existsSync(file)) return {};
  try {
    return Ledger.parse(JSON.parse(readText(file))).centres;
  } catch {
    throw new Complaint('notALedger', { file });
  }
}

export function ledgerOf(ledger: CountyLedger, center: string): CentreLedger {
  return Object.hasOwn(ledger, center) ? (ledger[center] ?? emptyLedger) : emptyLedger;
}

export function writeLedger(file: string, centres: CountyLedger): void {
  writeFileDurably(
    file,
    `${JSON.stringify({ format: 'nuantuo-county-ledger', version: 1, centres }, null, 2)}\n`,
  );
}
