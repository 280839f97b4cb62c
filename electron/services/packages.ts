import { recordAnchor } from '../../db/anchors.ts';
import { auditHead } from '../../db/audit.ts';
import { packageQueries } from '../../db/packages.ts';
import { peopleQueries } from '../../db/people.ts';
import type { PackageFacts } from '../../shared/package/contract.ts';
import { writeEnrolment } from '../../shared/package/enrolment.ts';
import { isRecipient, keyInLine, spokenFingerprint } from '../../shared/package/key.ts';
import { countsOf, fileNameOf, totalsOf, type Manifest } from '../../shared/package/manifest.ts';
import { PROGRAM } from '../../shared/package/program.ts';
import { dataHash, type RowFault } from '../../shared/package/rows.ts';
import { composeStatement } from '../../shared/package/statement.ts';
import type { Tables } from '../../shared/package/tables.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { signingKey } from './package-keys.ts';
import { gatherMonth } from './package-month.ts';
import { seal } from './package-seal.ts';

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

function factsOf(row: Listed, builder: string): PackageFacts {
  const { epoch, seq, period, kind, counts, totals } = JSON.parse(row.manifest) as Manifest;
  const { id, statement_hash: hash, file_name: fileName, size, built_at: builtAt } = row;
  return { id, epoch, seq, period, kind, hash, fileName, size, counts, totals, builtAt, builtBy: builder };
}

/** What people call the record of a faulty row. */
function labelOf({ table, id }: RowFault, tables: Tables): string {
  const row = tables[table].find((candidate) => candidate['id'] === id);
  const owner = tables.caregivers.find((candidate) => candidate['id'] === (row?.['caregiver_id'] ?? id));
  return String(row?.['name'] ?? row?.['bed'] ?? owner?.['name'] ?? id);
}

export const packages = {
  keys: door.package.keys.handler(async ({ context: { db } }) => {
    const [county, signing] = [
      await packageQueries(db).currentCountyKey(),
      await packageQueries(db).currentSigningKey(),
    ];
    const key = signing ? keyInLine(signing.public_key) : null;
    return {
      county: county ? { recipient: county.recipient, recordedAt: county.recorded_at } : null,
      signing:
        signing && key
          ? {
              fingerprint: signing.fingerprint,
              spoken: spokenFingerprint(key),
              publicKey: signing.public_key,
              createdAt: signing.created_at,
            }
          : null,
    };
  }),

  setCountyKey: door.package.setCountyKey.handler(
    async ({ input: { recipient }, context: { db, who, at, newId, note } }) => {
      if (/^age-secret-key-/i.test(recipient)) refuse('COUNTY_KEY_IS_SECRET', {});
      if (!isRecipient(recipient)) refuse('NOT_A_COUNTY_KEY', {});
      if ((await packageQueries(db).currentCountyKey())?.recipient === recipient)
        refuse('NOTHING_CHANGED', {});
      const id = newId();
      await packageQueries(db).replaceCountyKey({
        id,
        recipient,
        recorded_at: at,
        recorded_by: who.id,
        ended_at: null,
      });
      note(id, recipient);
      return { recipient };
    },
  ),

  enrolment: door.package.enrolment.handler(async ({ context: { db, who, at, newId, note } }) => {
    const centre = await peopleQueries(db).centre();
    const { privateKey, isNew } = await signingKey(db, { id: newId(), at, by: who.id });
    note('signing-key', isNew ? 'made' : 'enrolment file written');
    const file = writeEnrolment(
      { center: centre.code, county: centre.county_code, name: centre.name },
      privateKey,
    );
    return asFile(`TYX1_${centre.code}.enrol`, file);
  }),

  preflight: door.package.preflight.handler(
    async ({ input: { month, correction }, context: { db, today } }) => {
      const { tables, preflight, reported } = await gatherMonth(db, month, today, correction);
      return {
        kind: preflight.kind,
        reported,
        refusals: preflight.refusals.map(({ kind, fault }) => ({
          kind,
          fault: fault && { ...fault, label: labelOf(fault, tables) },
        })),
        warnings: [...preflight.warnings],
        counts: countsOf(tables),
        totals: totalsOf(tables),
      };
    },
  ),

  build: door.package.build.handler(
    async ({ input: { month, correction }, context: { db, raw, who, at, today, newId, note } }) => {
      const { tables, preflight, place } = await gatherMonth(db, month, today, correction);
      const county = await packageQueries(db).currentCountyKey();
      if (!county || preflight.refusals.length > 0) {
        refuse('PACKAGE_NOT_READY', { reasons: [...new Set(preflight.refusals.map(({ kind }) => kind))] });
      }
      const centre = await peopleQueries(db).centre();
      const { privateKey } = await signingKey(db, { id: newId(), at, by: who.id });
      const audit = auditHead(raw);
      const { archive, manifest, hash } = composeStatement(
        {
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
        },
        tables,
        privateKey,
      );
      const content = await seal(archive, county.recipient);
      const row = {
        id: newId(),
        epoch: place.epoch,
        seq: place.seq,
        period: month,
        kind: preflight.kind,
        statement_hash: hash,
        prev_hash: place.prev,
        data_hash: dataHash(tables),
        manifest: JSON.stringify(manifest),
        file_name: fileNameOf(manifest),
        size: content.length,
        content,
        built_at: at,
        built_by: who.id,
      };
      await packageQueries(db).addPackage(row);
      recordAnchor(raw, { kind: 'package', at, seq: audit.seq, hash: audit.hash, reference: row.file_name });
      note(row.id, `${row.file_name} ${hash}`);
      return { package: factsOf(row, who.name), file: asFile(row.file_name, content) };
    },
  ),

  list: door.package.list.handler(async ({ context: { db } }) =>
    (await packageQueries(db).packages()).map((row) => factsOf(row, row.builder ?? row.built_by)),
  ),

  download: door.package.download.handler(async ({ input: { id }, context: { db, note } }) => {
    const found = await packageQueries(db).packageFile(id);
    if (!found) refuse('NOT_FOUND', { what: 'package' });
    note(id, found.file_name);
    return asFile(found.file_name, found.content);
  }),
};
