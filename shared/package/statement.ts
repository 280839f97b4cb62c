import { sign, namespaces } from './sshsig.ts';
import { statementHash, sumsOf } from './sums.ts';
import { pack } from './tar.ts';
import { countsOf, SUITE, FORMAT, VERSION, totalsOf, writeManifest, type Manifest } from './manifest.ts';
import { dataFiles, faultsIn, writeTables } from './rows.ts';
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

export type Statement = { readonly archive: Uint8Array; readonly manifest: Manifest; readonly hash: string };

/**
 * The inner container of a package (trust.md 4.2): manifest, tables, sums and signature. The same facts, tables and key give
 * the same bytes. Throws when a fact or a row is not one that `inspect` would take.
 */
export function composeStatement(facts: Facts, tables: Tables, privateKey: Uint8Array): Statement {
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
  const signed = [{ name: MANIFEST, data: writeManifest(manifest) }, ...writeTables(tables)];
  const sums = sumsOf(signed);
  const signature = sign(sums, namespaces.export, privateKey);
  const archive = pack([{ name: SUMS, data: sums }, { name: SIGNATURE, data: signature }, ...signed]);
  return { archive, manifest, hash: statementHash(sums) };
}
