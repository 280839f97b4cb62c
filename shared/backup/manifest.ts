import { z } from 'zod';
import { canonicalLine, readCanonicalLine, type Json } from '../package/canonical.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().min(0);
const File = z.strictObject({ size: Count, sha256: Hash });

/** What a database holds, told without telling a single row: both ends of a copy must say the same. */
export const Content = z.strictObject({
  /** `user_version` of the file. */
  schema: Count,
  /** Rows of every table but those of complaints. */
  rows: z.record(z.string().regex(/^\w{1,64}$/), Count),
  audit: z.strictObject({ count: Count, head: Hash }),
  /** The newest package that was built; null before the first. */
  package: z.strictObject({ epoch: Count, seq: Count, hash: Hash }).nullable(),
});
export type Content = z.output<typeof Content>;

/**
 * Tables whose very number of rows tells something. The manifest lies on the stick for everybody to read: that there is a complaint, or
 * a letter sealed to the county, nobody is to learn from it. That these rows came along, the whole file's hash and cipher vouch for.
 */
export function isTold(table: string): boolean {
  return !table.startsWith('complaint');
}

export const reasons = ['daily', 'asked', 'before-migration', 'closing'] as const;
export type Reason = (typeof reasons)[number];

const Manifest = z.strictObject({
  format: z.literal('nuantuo-backup'),
  version: z.literal(1),
  /** The same as the set's folder is called. */
  name: z.string().regex(/^\d{9}-\d{8}-\d{6}-[0-9a-f]{8}$/),
  centre: z.strictObject({
    id: z.string().min(1).max(64),
    code: z.string().regex(/^\d{9}$/),
    // It is shown before anybody vouched for it: no signs that would show it as another text.
    name: z.string().regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]{1,80}$/u),
  }),
  program: z.string().min(1).max(40),
  reason: z.enum(reasons),
  /** RFC 3339, informative: nothing is ordered by it but what people see. */
  made_at: z.iso.datetime(),
  database: File,
  keyring: File,
  content: Content,
  /** HMAC-SHA-256 over the canonical line without it, by a key from the data key: only who can open the backup can vouch for it. */
  mac: Hash,
});
export type Manifest = z.output<typeof Manifest>;
export type UnsignedManifest = Omit<Manifest, 'mac'>;

/** The largest manifest that is read, in bytes. */
export const LARGEST_MANIFEST = 64 * 1024;

/** What the mac is made over. */
export function signedBytes(manifest: UnsignedManifest): Uint8Array {
  return canonicalLine(manifest as unknown as Json);
}

/** The bytes of the manifest file: one canonical line (RFC 8785). */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return canonicalLine(manifest as unknown as Json);
}

/** Reads a manifest file, or null: anything but the very bytes that `manifestBytes` writes is none. Whether it is genuine only the mac tells. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  if (bytes.length > LARGEST_MANIFEST) return null;
  const read = Manifest.safeParse(readCanonicalLine(bytes));
  return read.success ? read.data : null;
}

/** The first difference between what a copy should hold and what it holds, in words for the log; null when there is none. */
export function differenceOf(expected: Content, found: Content): string | null {
  if (expected.schema !== found.schema) return `schema ${found.schema} instead of ${expected.schema}`;
  for (const table of new Set([...Object.keys(expected.rows), ...Object.keys(found.rows)].filter(isTold))) {
    const [wanted, there] = [expected.rows[table], found.rows[table]];
    if (wanted !== there) return `${table}: ${there ?? 'no table'} instead of ${wanted ?? 'no table'}`;
  }
  if (expected.audit.head !== found.audit.head || expected.audit.count !== found.audit.count)
    return `audit log at line ${found.audit.count} instead of ${expected.audit.count}`;
  const place = ({ package: last }: Content) => (last ? `${last.epoch}/${last.seq}/${last.hash}` : 'none');
  return place(expected) === place(found)
    ? null
    : `last package ${place(found)} instead of ${place(expected)}`;
}
