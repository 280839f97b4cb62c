import { monthOf, type Day } from '../calendar/day.ts';
import { judge, type CentreLedger, type Confirmation, type Judgement, type Link } from './chain.ts';
import { fingerprintOf } from './key.ts';
import { checkPromises, readManifest, SUITE, SUITE_SM2, type Manifest } from './manifest.ts';
import { Refused, refusePackage, type RefusalCode, type RefusalFacts } from './refusal.ts';
import { dataFiles, readTables } from './rows.ts';
import { secondKeysInForce, signerInForce, type Signers } from './signers.ts';
import { holds, namespaces, parseSignature } from './sshsig.ts';
import { isSm2Signature, sm2Holds } from './sm2.ts';
import { MANIFEST, SECOND_SIGNATURE, SIGNATURE, SUMS } from './statement.ts';
import { checkSums, statementHash } from './sums.ts';
import type { Tables } from './tables.ts';
import { unpack, type Entry } from './tar.ts';

/** What the county knows when a package arrives. */
export type Desk = {
  /** The age recipients of the keys that the county holds. */
  readonly recipients: readonly string[];
  /** The six-digit code of the county, or null when the desk was not told: then the signer's centre decides. */
  readonly county: string | null;
  readonly signers: Signers;
  readonly today: Day;
  /** What was received from a centre before; null when this desk keeps no ledger, so that the chain cannot be judged. */
  readonly ledgerOf: (center: string) => CentreLedger | null;
  readonly confirmation?: Confirmation;
};

export type Content = {
  readonly manifest: Manifest;
  readonly tables: Tables;
  readonly hash: string;
  readonly link: Link;
};

/** `accepted`: all holds and it is the next in its chain. `waiting`: all holds, but packages before it are missing. */
export type Inspection =
  | ({ readonly verdict: 'accepted' } & Content)
  | ({ readonly verdict: 'waiting'; readonly code: 'GAP'; readonly facts: RefusalFacts } & Content)
  | {
      readonly verdict: 'refused';
      readonly code: RefusalCode;
      readonly facts: RefusalFacts;
      /** Set when the package is genuine and refused by the chain or for its data: the ledger keeps it, a receipt answers it. */
      readonly link?: Link;
      readonly center?: string;
    };

/**
 * Verifies an opened package in the order of trust.md 4.3: container, names, signature, sums, manifest, chain, data.
 * Nothing of the manifest or the data is parsed before the signature holds.
 */
export function inspect(archive: Uint8Array, desk: Desk): Inspection {
  return asInspection(() => inspected(unpack(archive), desk));
}

/** The same for a container that was read in pieces: its entries, in the order in which they came. */
export function inspectEntries(entries: readonly Entry[], desk: Desk): Inspection {
  return asInspection(() => inspected(entries, desk));
}

/** What the checks find, or their refusal as a value. */
export function asInspection(check: () => Inspection): Inspection {
  try {
    return check();
  } catch (error) {
    if (error instanceof Refused) return { verdict: 'refused', code: error.code, facts: error.facts };
    throw error;
  }
}

function inspected(entries: readonly Entry[], desk: Desk): Inspection {
  const { sums, signature, second, manifestEntry, data } = inOrder(entries);
  const center = checkSignature(signature, sums, desk);
  checkSecond(second, sums, center, desk);
  checkSums(sums, [manifestEntry, ...data]);
  const manifest = readManifest(manifestEntry.data);
  if (manifest.suite !== (second ? SUITE_SM2 : SUITE))
    refusePackage('MANIFEST_MALFORMED', { field: 'suite' });
  checkAddress(manifest, center, signature, desk);
  const hash = statementHash(sums);
  const link = linkOf(manifest, hash);
  const ledger = desk.ledgerOf(center);
  const judgement: Judgement = ledger ? judge(ledger, link, desk.confirmation) : { verdict: 'accept' };
  if (judgement.verdict === 'refuse')
    return { verdict: 'refused', code: judgement.code, facts: judgement.facts, link, center };
  return readContent(data, { manifest, hash, link }, judgement, desk.today);
}

/** Reads the rows. The month is compared with the clock only here: a wrong clock must not return what was taken before. */
function readContent(
  data: readonly Entry[],
  found: Omit<Content, 'tables'>,
  judgement: Exclude<Judgement, { verdict: 'refuse' }>,
  today: Day,
): Inspection {
  const { manifest, link } = found;
  const inspection = asInspection(() => {
    if (manifest.period > monthOf(today)) refusePackage('PERIOD_IN_FUTURE', { period: manifest.period });
    const tables = readTables(data, manifest.period);
    checkPromises(manifest, tables);
    return verdictOf(judgement, { ...found, tables });
  });
  return inspection.verdict === 'refused' ? { ...inspection, link, center: manifest.center } : inspection;
}

function verdictOf(judgement: Exclude<Judgement, { verdict: 'refuse' }>, content: Content): Inspection {
  if (judgement.verdict === 'accept') return { verdict: 'accepted', ...content };
  return { verdict: 'waiting', code: judgement.code, facts: judgement.facts, ...content };
}

type Ordered = {
  readonly sums: Uint8Array;
  readonly signature: Uint8Array;
  readonly second: Uint8Array | null;
  readonly manifestEntry: Entry;
  readonly data: readonly Entry[];
};

/** The entries by what they are, taken one after the other: all names must be there, in their order, and no others. */
function inOrder(entries: readonly Entry[]): Ordered {
  const rest = [...entries];
  const next = (name: string): Entry => {
    const entry = rest.shift();
    return entry?.name === name ? entry : refusePackage('CONTAINER_ENTRIES', { entry: name });
  };
  const { data: sums } = next(SUMS);
  const { data: signature } = next(SIGNATURE);
  const second = rest[0]?.name === SECOND_SIGNATURE ? next(SECOND_SIGNATURE).data : null;
  const manifestEntry = next(MANIFEST);
  const data = dataFiles.map(next);
  const [extra] = rest;
  if (extra) refusePackage('CONTAINER_ENTRIES', { entry: extra.name });
  return { sums, signature, second, manifestEntry, data };
}

/**
 * The second signature: a centre whose SM2 key is enrolled must sign with it, so that nobody can leave it out; one that the
 * county cannot check is not taken on trust.
 */
function checkSecond(
  second: Uint8Array | null,
  sums: Uint8Array,
  center: string,
  { signers, today }: Desk,
): void {
  const keys = secondKeysInForce(signers, center, today);
  if (second === null) {
    if (keys.length > 0) refusePackage('SECOND_SIGNATURE_MISSING', { center });
    return;
  }
  if (keys.length === 0) refusePackage('SECOND_SIGNER_UNKNOWN', { center });
  if (!isSm2Signature(second)) refusePackage('SECOND_SIGNATURE_MALFORMED');
  if (!keys.some((key) => sm2Holds(sums, second, key))) refusePackage('SECOND_SIGNATURE_WRONG');
}

/** Who signed, as the centre that the county enrolled the key for. */
function checkSignature(armored: Uint8Array, sums: Uint8Array, { signers, today }: Desk): string {
  const signature = parseSignature(armored);
  if (signature.namespace !== namespaces.export) return refusePackage('SIGNATURE_OF_OTHER_KIND');
  const { center } = signerInForce(signers, signature.key, today);
  if (!holds(signature, sums)) return refusePackage('SIGNATURE_WRONG');
  return center;
}

function checkAddress(manifest: Manifest, center: string, armored: Uint8Array, desk: Desk): void {
  if (!desk.recipients.includes(manifest.recipient)) refusePackage('OTHER_RECIPIENT');
  const county = desk.county ?? center.slice(0, 6);
  if (manifest.county !== county) refusePackage('OTHER_COUNTY', { found: manifest.county, county });
  if (manifest.center !== center) refusePackage('OTHER_CENTRE', { found: manifest.center, center });
  if (manifest.key_id !== fingerprintOf(parseSignature(armored).key)) refusePackage('OTHER_KEY');
}

export function linkOf({ epoch, seq, prev_sha256: prev, period, kind }: Manifest, hash: string): Link {
  return { epoch, seq, hash, prev, period, kind };
}
