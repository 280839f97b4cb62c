import { z } from 'zod';
import { Month } from '../calendar/day.ts';
import { canonicalLine, hasExactly, readCanonicalLine, type Json } from './canonical.ts';
import { isRecipient } from './key.ts';
import { refusePackage } from './refusal.ts';
import { SCHEMA, tableNames, totalNames, type TableName, type Tables } from './tables.ts';

export const FORMAT = 'tuoyang-export';
export const VERSION = 1;
export const SUITE = 'age-x25519+sshsig-ed25519';
/** With a second signature, SM2 with SM3 (trust.md 4.7). */
export const SUITE_SM2 = 'age-x25519+sshsig-ed25519+sm2-sm3';

/** The hash before the first package of an epoch. */
export const NO_HASH = '0'.repeat(64);

export const kinds = ['full', 'correction', 'empty'] as const;
export type Kind = (typeof kinds)[number];

export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** An epoch or a number in it. */
export const Place = z.int().min(1).max(999_999);
const Total = z.int().min(-1e12).max(1e12);
/** RFC 3339 with its zone; only told, never used for ordering (trust.md 4.4). */
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/);

/** The keys of the manifest, exactly as trust.md 4.2 lists them. */
const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  suite: z.enum([SUITE, SUITE_SM2]),
  center: z.string().regex(/^\d{9}$/),
  county: z.string().regex(/^\d{6}$/),
  recipient: z.string().refine(isRecipient),
  key_id: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/),
  epoch: Place,
  seq: Place,
  prev_sha256: Hash,
  period: Month,
  kind: z.enum(kinds),
  schema: z.literal(SCHEMA),
  app: z.string().regex(/^[\x21-\x7e][\x20-\x7e]{0,39}$/),
  created_at: Instant,
  counts: z.strictObject(
    Object.fromEntries(tableNames.map((name) => [name, z.int().min(0).max(20_000)])) as Record<
      TableName,
      z.ZodInt
    >,
  ),
  totals: z.strictObject({ gross_fen: Total, deduction_fen: Total, tax_fen: Total, net_fen: Total }),
  audit_head: Hash,
  audit_count: z.int().min(0),
});
export type Manifest = z.output<typeof Manifest>;
export type Counts = Manifest['counts'];
export type Totals = Manifest['totals'];

const keys = Object.keys(Manifest.shape) as (keyof Manifest)[];

/** The bytes of manifest.json. Throws when a value is not one that the county would take. */
export function writeManifest(manifest: Manifest): Uint8Array {
  return canonicalLine(Manifest.parse(manifest));
}

/** Reads manifest.json strictly; a package of another version of the format says so instead of naming a field. */
export function readManifest(bytes: Uint8Array): Manifest {
  const value = bytes.length > 8192 ? undefined : readCanonicalLine(bytes);
  checkVersion(value);
  if (!hasExactly(value, keys)) return refusePackage('MANIFEST_MALFORMED', { field: '' });
  const parsed = Manifest.safeParse(value);
  if (!parsed.success)
    return refusePackage('MANIFEST_MALFORMED', { field: String(parsed.error.issues[0]?.path[0] ?? '') });
  return parsed.data;
}

function checkVersion(value: Json | undefined): void {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('schema' in value)) return;
  const { version, schema } = value;
  if (version !== VERSION || schema !== SCHEMA) {
    refusePackage('MANIFEST_VERSION', {
      found: `${String(version)}.${String(schema)}`,
      known: `${VERSION}.${SCHEMA}`,
    });
  }
}

export function countsOf(tables: Tables): Counts {
  return Object.fromEntries(tableNames.map((name) => [name, tables[name].length])) as Counts;
}

/** The sums of the pay lines, in fen. */
export function totalsOf(tables: Tables): Totals {
  const total = (name: string) => tables.pay.reduce((sum, row) => sum + Number(row[name]), 0);
  return Object.fromEntries(totalNames.map((name) => [name, total(name)])) as Totals;
}

/** Checks what the manifest promises against the rows that came. */
export function checkPromises(manifest: Manifest, tables: Tables): void {
  const [counts, totals] = [countsOf(tables), totalsOf(tables)];
  for (const name of tableNames)
    if (counts[name] !== manifest.counts[name]) refusePackage('COUNTS_DIFFER', { table: name });
  for (const name of totalNames)
    if (totals[name] !== manifest.totals[name]) refusePackage('TOTALS_DIFFER', { field: name });
  const empty = tableNames.every((name) => counts[name] === 0);
  if (manifest.kind === 'empty' && !empty) refusePackage('MANIFEST_MALFORMED', { field: 'kind' });
}

/** `TYX1_411702101_202610_E1_S000001.tyx`: for people; what counts stands inside. */
export function fileNameOf({ center, period, epoch, seq }: Manifest): string {
  return `TYX1_${center}_${period.replace('-', '')}_E${epoch}_S${String(seq).padStart(6, '0')}.tyx`;
}
