import { recordAnchor } from '../../db/anchors.ts';
import { auditHead } from '../../db/audit.ts';
import { packageQueries } from '../../db/packages.ts';
import { peopleQueries } from '../../db/people.ts';
import type { PackageFacts } from '../../shared/package/contract.ts';
import type { Standing } from '../../shared/package/place.ts';
import { countsOf, fileNameOf, totalsOf, type Manifest } from '../../shared/package/manifest.ts';
import { PROGRAM } from '../../shared/package/program.ts';
import type { RowFault } from '../../shared/package/rows.ts';
import type { Tables } from '../../shared/package/tables.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { writePackage } from '../jobs/write-package.ts';
import { chainStanding } from './package-chain.ts';
import { packageKeyLife } from './package-key-life.ts';
import { signingKey } from './package-keys.ts';
import { gatherMonth } from './package-month.ts';
import { packageReceipts } from './package-receipts.ts';
import { packageSecond, secondKey } from './package-second.ts';

const HOURS_IN_CHINA = 8 * 3_600_000;

/** An instant as the manifest tells it: RFC 3339 with the zone of China. */
const inChina = (at: string) =>
  `${new Date(Date.parse(at) + HOURS_IN_CHINA).toISOString().slice(0, 19)}+08:00`;

const asFile = (name: string, bytes: Uint8Array) => ({ name, base64: Buffer.from(bytes).toString('base64') });

type Listed = {
  id: string;
  statement_hash: string;
  manifest: string;
  file_name: string;
  size: number;
  built_at: string;
};

function factsOf(row: Listed, builder: string, { fates }: Standing): PackageFacts {
  const { epoch, seq, period, kind, counts, totals } = JSON.parse(row.manifest) as Manifest;
  const { id, statement_hash: hash, file_name: fileName, size, built_at: builtAt } = row;
  const { fate = 'awaited', told = null } = fates.get(hash) ?? {};
  const receipt = {
    fate,
    code: told?.code ?? null,
    facts: told?.facts ?? {},
    receivedOn: told?.receivedOn ?? null,
  };
  return {
    id,
    epoch,
    seq,
    period,
    kind,
    hash,
    fileName,
    size,
    counts,
    totals,
    builtAt,
    builtBy: builder,
    receipt,
  };
}

/** Whom a package is encrypted for: the county's key, and the next one while the county changes it (trust.md 4.5). */
const recipientsOf = (county: { recipient: string; next_recipient: string | null }) =>
  county.next_recipient === null ? [county.recipient] : [county.recipient, county.next_recipient];

/** What people call the record of a faulty row. */
function labelOf({ table, id }: RowFault, tables: Tables): string {
  const row = tables[table].find((candidate) => candidate['id'] === id);
  const owner = tables.caregivers.find((candidate) => candidate['id'] === (row?.['caregiver_id'] ?? id));
  return String(row?.['name'] ?? row?.['bed'] ?? owner?.['name'] ?? id);
}

export const packages = {
  ...packageKeyLife,
  ...packageReceipts,
  ...packageSecond,

  preflight: door.package.preflight.handler(
    async ({ input: { month, correction }, context: { db, today } }) => {
      const { tables, preflight, reported, changed } = await gatherMonth(db, month, today, correction);
      return {
        kind: preflight.kind,
        reported,
        refusals: preflight.refusals.map(({ kind, fault }) => ({
          kind,
          fault: fault && { ...fault, label: labelOf(fault, tables) },
        })),
        warnings: [...preflight.warnings],
        marked: changed.map(({ table, id, label }) => ({ table, id, label })),
        counts: countsOf(tables),
        totals: totalsOf(tables),
      };
    },
  ),

  build: door.package.build.handler(
    async ({
      input: { month, correction, job },
      context: { db, raw, who, at, today, newId, note, house, connection },
    }) => {
      const { tables, preflight, place } = await gatherMonth(db, month, today, correction);
      const county = await packageQueries(db).currentCountyKey();
      if (!county || preflight.refusals.length > 0) {
        refuse('PACKAGE_NOT_READY', { reasons: [...new Set(preflight.refusals.map(({ kind }) => kind))] });
      }
      const centre = await peopleQueries(db).centre();
      const { privateKey } = await signingKey(db, { id: newId(), at, by: who.id });
      const audit = auditHead(raw);
      const facts = {
        center: centre.code,
        county: centre.county_code,
        recipient: county.recipient,
        epoch: place.epoch,
        seq: place.seq,
        prev_sha256: place.prev,
        period: month,
        kind: preflight.kind,
        app: PROGRAM,
        created_at: inChina(at),
        audit_head: audit.hash,
        audit_count: audit.seq,
      };
      const keys = { first: privateKey, second: await secondKey(db) };
      const work = { facts, tables, keys, recipients: recipientsOf(county) };
      const { content, manifest, hash, dataHash } = await house.jobs.run(
        job ?? newId(),
        connection.id,
        (step) => writePackage(work, step),
      );
      const row = {
        id: newId(),
        epoch: place.epoch,
        seq: place.seq,
        period: month,
        kind: preflight.kind,
        statement_hash: hash,
        prev_hash: place.prev,
        data_hash: dataHash,
        manifest: JSON.stringify(manifest),
        file_name: fileNameOf(manifest),
        size: content.length,
        built_at: at,
        built_by: who.id,
      };
      await packageQueries(db).addPackage(row, content);
      recordAnchor(raw, { kind: 'package', at, seq: audit.seq, hash: audit.hash, reference: row.file_name });
      note(row.id, `${row.file_name} ${hash}`);
      return {
        package: factsOf(row, who.name, await chainStanding(db)),
        file: asFile(row.file_name, content),
      };
    },
  ),

  list: door.package.list.handler(async ({ context: { db } }) => {
    const standing = await chainStanding(db);
    const rows = await packageQueries(db).packages();
    return rows.map((row) => factsOf(row, row.builder ?? row.built_by, standing));
  }),

  download: door.package.download.handler(async ({ input: { id }, context: { db, note } }) => {
    const found = await packageQueries(db).packageFile(id);
    if (!found) refuse('NOT_FOUND', { what: 'package' });
    // An old copy of what was returned would look like a second PC once its place is taken (trust.md 4.4).
    const fate = (await chainStanding(db)).fates.get(found.statement_hash)?.fate;
    if (fate === 'void' || fate === 'returned') refuse('PACKAGE_VOID', { seq: found.seq });
    note(id, found.file_name);
    return asFile(found.file_name, found.content);
  }),
};
