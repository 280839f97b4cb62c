import { sha256 } from './bytes.ts';
import { sign, namespaces } from './sshsig.ts';
import { statementHash, sumsOf } from './sums.ts';
import { pack, type Entry } from './tar.ts';
import {
  countsOf,
  SUITE,
  SUITE_SM2,
  FORMAT,
  VERSION,
  totalsOf,
  writeManifest,
  type Manifest,
} from './manifest.ts';
import { dataFiles, faultsIn, writingTables } from './rows.ts';
import { fingerprintOf, publicKeyOf } from './key.ts';
import { signSm2 } from './sm2.ts';
import { SCHEMA, type Tables } from './tables.ts';

export const SUMS = 'SHA256SUMS';
export const SIGNATURE = 'SHA256SUMS.sig';
/** The second signature, where the centre makes one: SM2 with SM3 in DER, over the same sums. */
export const SECOND_SIGNATURE = 'SHA256SUMS.sm2';
export const MANIFEST = 'manifest.json';

/** The centre's private keys: Ed25519 in PKCS#8, and 32 bytes of SM2 where it signs a second time. */
export type SigningKeys = { readonly first: Uint8Array; readonly second: Uint8Array | null };

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
  { first, second }: SigningKeys,
  tell: (done: number, total: number) => void = () => {},
): Signed {
  const [fault] = faultsIn(tables, facts.period);
  if (fault)
    throw new RangeError(`${fault.table}: ${fault.field} of ${fault.id} may not be reported as it is`);
  const manifest: Manifest = {
    ...facts,
    format: FORMAT,
    version: VERSION,
    suite: second ? SUITE_SM2 : SUITE,
    schema: SCHEMA,
    key_id: fingerprintOf(publicKeyOf(first)),
    counts: countsOf(tables),
    totals: totalsOf(tables),
  };
  const content = [{ name: MANIFEST, data: writeManifest(manifest) }];
  for (const entry of writingTables(tables)) {
    content.push(entry);
    tell(content.length - 1, dataFiles.length);
  }
  const sums = sumsOf(content);
  const entries = [
    { name: SUMS, data: sums },
    { name: SIGNATURE, data: sign(sums, namespaces.export, first) },
    ...(second ? [{ name: SECOND_SIGNATURE, data: signSm2(sums, second) }] : []),
    ...content,
  ];
  return { entries, manifest, hash: statementHash(sums), dataHash: sha256(sumsOf(content.slice(1))) };
}

/** The inner container of a package in one piece. Throws as `signEntries` does. */
export function composeStatement(
  facts: Facts,
  tables: Tables,
  first: Uint8Array,
  second: Uint8Array | null = null,
): Statement {
  const { entries, manifest, hash } = signEntries(facts, tables, { first, second });
  return { archive: pack(entries), manifest, hash };
}
