import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectPackageFile } from '../../electron/county/inspect-file.ts';
import { openPackage, openPackageFile } from '../../electron/county/open-package.ts';
import { verifyInThread } from '../../electron/jobs/verify-package.ts';
import { writePackage } from '../../electron/jobs/write-package.ts';
import { sealEntries } from '../../electron/jobs/seal-entries.ts';
import { inspect, inspectEntries } from '../../shared/package/inspect.ts';
import { Refused } from '../../shared/package/refusal.ts';
import { signEntries } from '../../shared/package/statement.ts';
import { pack, unpack, unpackPieces } from '../../shared/package/tar.ts';
import { changedBytes } from '../support/byte-changes.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aFullMonth } from '../support/full-month.ts';
import { aDesk, aStatement, centreKey, facts, IDENTITY, RECIPIENT, sealed } from '../support/packages.ts';

const CHANGES = count('package-pieces', 2000, 40_000);

function aFile(content: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-pieces-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'a.tyx');
  writeFileSync(file, content);
  return file;
}

/** Bytes in pieces of chance sizes, some of them empty. */
async function* cut(bytes: Uint8Array, random: () => number, most: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length;) {
    const length = Math.floor(random() * most);
    yield bytes.subarray(offset, offset + length);
    offset += length;
  }
}

const refusalOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw new Error('it was not refused', { cause: error });
  return error.code;
};

const { ledgerOf: _, ...plain } = aDesk();
const desk = { ...plain, ledgers: null };
const month = aFullMonth(40);
const { archive } = aStatement({}, month);

describe('a container in pieces', () => {
  it('reads as it does in one, however it is cut', async () => {
    const random = chance(seed('package-pieces'));
    for (const most of [3, 600, 5000, 1_000_000])
      expect(await unpackPieces(cut(archive, random, most))).toEqual(unpack(archive));
  });

  it(`gets the same verdict as in one, altered in ${CHANGES} ways`, { timeout: 3_600_000 }, async () => {
    const random = chance(seed('package-pieces-altered'));
    const small = aStatement().archive;
    for (let round = 0; round < CHANGES; round += 1) {
      const changed = changedBytes(small, random);
      const whole = inspect(changed, aDesk());
      const pieces = await unpackPieces(cut(changed, random, 4096)).then(
        (entries) => inspectEntries(entries, aDesk()),
        (error: Refused) => ({ verdict: 'refused', code: error.code, facts: error.facts }),
      );
      expect(pieces, `round ${round}`).toEqual(whole);
    }
  });

  it('is encrypted piece by piece to what opens as the whole, for each of the county’s keys', async () => {
    const { entries } = signEntries(facts(), month, { first: centreKey, second: null });
    const told: number[] = [];
    const file = await sealEntries(entries, [RECIPIENT], (done) => told.push(done));
    expect(Buffer.compare(await openPackage(file, [IDENTITY]), pack(entries))).toBe(0);
    expect(told.at(-1)).toBe(file.length);
  });
});

describe('a package file', () => {
  it('is read from the disk in pieces and verified as it is in memory', async () => {
    const file = aFile(await sealed(archive));
    const told: number[] = [];
    expect(await openPackageFile(file, [IDENTITY], (done) => told.push(done))).toEqual(unpack(archive));
    expect(told.length).toBeGreaterThan(1);
    const inspection = await inspectPackageFile({ file, identities: [IDENTITY], desk });
    expect(inspection).toEqual(inspect(archive, aDesk({ ledgerOf: () => null })));
  });

  it('is refused by its size and its beginning before more of it is read', async () => {
    const large = aFile(new Uint8Array());
    expect(await refusalOf(openPackageFile(large, [IDENTITY]))).toBe('FILE_EMPTY');
    truncateSync(large, 2 * 1024 ** 3);
    expect(await refusalOf(openPackageFile(large, [IDENTITY]))).toBe('FILE_TOO_LARGE');
    truncateSync(large, 60 * 1024 ** 2);
    const told: number[] = [];
    expect(await refusalOf(openPackageFile(large, [IDENTITY], (done) => told.push(done)))).toBe(
      'NOT_A_PACKAGE',
    );
    expect(told).toEqual([]);
  });

  it('is refused when it is cut, altered, for others, or has bytes behind it', async () => {
    const good = await sealed(archive);
    const flipped = Buffer.from(good);
    flipped[flipped.length - 40] = (flipped[flipped.length - 40] ?? 0) ^ 1;
    for (const bad of [good.subarray(0, -1), good.subarray(0, 65_752), flipped, Buffer.concat([good, good])])
      expect(await refusalOf(openPackageFile(aFile(bad), [IDENTITY]))).toBe('DAMAGED');
    const growing = aFile(good);
    const grow = openPackageFile(growing, [IDENTITY], (done, total) => {
      if (done < total + 100_000) appendFileSync(growing, good);
    });
    expect(await refusalOf(grow)).toBe('DAMAGED');
  });

  it('that cannot be read is no damaged package: the disk’s own error goes on', async () => {
    await expect(openPackageFile('/nowhere/a.tyx', [IDENTITY])).rejects.toThrow(/ENOENT/);
  });

  it('of megabytes is verified in a thread of its own, with progress, and given up when asked to', async () => {
    // A month cannot be so large: what the thread finds is that it is signed and then that a table is too long.
    const rows = aFullMonth(40);
    const many = Array.from({ length: 200 }, (_, index) =>
      rows.checkups.map((row) => ({ ...row, id: `${String(row['id'])}-${index}` })),
    ).flat();
    const { entries } = signEntries(
      facts(),
      { ...rows, checkups: many.slice(0, 19_900) },
      { first: centreKey, second: null },
    );
    const file = aFile(await sealEntries(entries, [RECIPIENT]));
    const work = { file, identities: [IDENTITY], desk };
    const told: number[] = [];
    const inspection = await verifyInThread(
      work,
      2_000_000,
      async (done, total) => void told.push(done / total),
    );
    expect(inspection).toMatchObject({ verdict: 'accepted', manifest: { counts: { checkups: 19_900 } } });
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    const given = verifyInThread(work, 2_000_000, () => Promise.reject(new Error('no more')));
    await expect(given).rejects.toThrow('no more');
  });
});

describe('a package that is written in a thread', () => {
  const work = {
    facts: facts(),
    tables: month,
    keys: { first: centreKey, second: null },
    recipients: [RECIPIENT],
  };

  it('is the one that would be written here, and says how far it is', async () => {
    const told: number[] = [];
    const written = await writePackage(work, async (done) => void told.push(done));
    expect(Buffer.compare(await openPackage(written.content, [IDENTITY]), archive)).toBe(0);
    const { manifest, hash } = aStatement({}, month);
    expect(written).toMatchObject({ manifest, hash });
    expect(told).toEqual(told.toSorted((one, other) => one - other));
  });

  it('is given up as soon as its requester says so', async () => {
    const given = writePackage(work, async () => {
      await wait(1);
      throw new Error('no more');
    });
    await expect(given).rejects.toThrow('no more');
  });

  it('is refused by name when a row may not be reported', async () => {
    const [first, ...others] = month.residents;
    const tables = { ...month, residents: [{ ...first, sex: 'M' }, ...others] };
    await expect(writePackage({ ...work, tables }, async () => {})).rejects.toThrow(
      /residents: sex of r0001/,
    );
  });
});
