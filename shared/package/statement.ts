import { sha256 } from './bytes.ts';
import { sign, namespaces } from './sshsig.ts';
import { statementHash, sumsOf } from './sums.ts';
import { pack, type Entry } from './tar.ts';
import { countsOf, SUITE, FORMAT, VERSION, totalsOf, writeManifest, type Manifest } from './manifest.ts';
import { dataFiles, faultsIn, writingTables } from './rows.ts';
import { fingerprintOf, publicKeyOf } from './key.ts';
import { SCHEMA, type Tables } from './tables.ts';

export const SUMS = 'SHA256SUMS';
export const SIGNATURE = 'SHA256SUMS.sig';
export const MANIFEST = 'manifest.json';

/** The entries of a package, in their one order. */
export const entryNames: readonly string[] = [SUMS, SIGNATURE, MANIFEST, ...dataFiles];

/** What the centre says of a package; the rest of the manifest follows from the data and the key. */
export type Facts = Pick<
  Manifest,
  | 'center'
  | 'county'
  | 'recipient'
  | 'epoch'
  | 'seq'
  | 'prev_sha256'
  | 'period'
  | 'kind'
  | 'app'
  | 'created_at'
  | 'audit_head'
  | 'audit_count'
>;

export type Signed = {
  /** The files of the container, in their order. */
  readonly entries: readonly Entry[];
  readonly manifest: Manifest;
  readonly hash: string;
  /** Tells whether two months hold the same rows, as `dataHash` of rows.ts does. */
  readonly dataHash: string;
};
export type Statement = Omit<Signed, 'entries' | 'dataHash'> & { readonly archive: Uint8Array };

/**
 * The files of a package, summed and signed (trust.md 4.2). The same facts, tables and key give the same bytes. Throws a
 * RangeError when a fact or a row is not one that `inspect` would take. `tell` hears how many of the tables are written.
 */
export function signEntries(
  facts: Facts,
  tables: Tables,
  privateKey: Uint8Array,
  tell: (done: number, total: number) => void = () => {},
): Signed {
  const [fault] = faultsIn(tables, facts.period);
  if (fault)
    throw new RangeError(`${fault.table}: ${fault.field} of ${fault.id} may not be reported as it is`);
  const manifest: Manifest = {
    ...facts,
    format: FORMAT,
    version: VERSION,
    suite: SUITE,
    schema: SCHEMA,
    key_id: fingerprintOf(publicKeyOf(privateKey)),
    counts: countsOf(tables),
    totals: totalsOf(tables),
  };
  const content = [{ name: MANIFEST, data: writeManifest(manifest) }];
  for (const entry of writingTables(tables)) {
    content.push(entry);
    tell(content.length - 1, dataFiles.length);
  }
  const sums = sumsOf(content);
  const signature = sign(sums, namespaces.export, privateKey);
  const entries = [{ name: SUMS, data: sums }, { name: SIGNATURE, data: signature }, ...content];
  return { entries, manifest, hash: statementHash(sums), dataHash: sha256(sumsOf(content.slice(1))) };
}

/** The inner container of a package in one piece. Throws as `signEntries` does. */
export function composeStatement(facts: Facts, tables: Tables, privateKey: Uint8Array): Statement {
  const { entries, manifest, hash } = signEntries(facts, tables, privateKey);
  return { archive: pack(entries), manifest, hash };
}
