import Driver, { type Database } from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../db/connect.ts';
import { migrate, versionOf, type Migration } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openStore } from '../../db/open.ts';
import { packageQueries } from '../../db/packages.ts';
import { month } from '../../shared/calendar/day.ts';

const key = new Uint8Array(32).fill(9);
const before = migrations.filter(({ version }) => version < 220);
const hashOf = (digit: string) => digit.repeat(64);

/** Bytes of every value and length that a package may have: none, one page, many pages. */
const contents = {
  p1: Buffer.alloc(0),
  p2: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  p3: Buffer.alloc(120_001, 'tyx'),
  p4: Buffer.alloc(4096, 0xff),
};

/** Four packages as version 210 kept them: one that was returned, the one in its place, a correction, the first of a new epoch. */
function fill(raw: Database): void {
  const add = raw.prepare(
    `INSERT INTO package (id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size, content,
      built_at, built_by) VALUES (?, ?, ?, '2026-10', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'd1')`,
  );
  const rows = [
    ['p1', 1, 1, 'full'],
    ['p2', 1, 1, 'full'],
    ['p3', 1, 2, 'correction'],
    ['p4', 2, 1, 'empty'],
  ] as const;
  rows.forEach(([id, epoch, seq, kind], index) => {
    const hash = hashOf('abcd'[index] ?? '');
    const [content, manifest] = [contents[id], JSON.stringify({ epoch, seq, note: '汇总' })];
    const at = `2026-11-0${index + 1}T01:00:00.000Z`;
    add.run(
      id,
      epoch,
      seq,
      kind,
      hash,
      hashOf('0'),
      hash,
      manifest,
      `${id}.tyx`,
      content.length,
      content,
      at,
    );
  });
  raw
    .prepare(
      `INSERT INTO package_receipt VALUES ('r1', 1, 1, ?, 'refused', 'GAP', '{}', 1, ?, '', ?, '', '')`,
    )
    .run(hashOf('a'), hashOf('0'), Buffer.from('receipt'));
}

function aFile() {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'centre.db');
}

/** A file of version 210, or of another step, with its four packages. */
function anOlderFile(steps: readonly Migration[] = before) {
  const file = aFile();
  const raw = connect(file, key);
  migrate(raw, steps);
  fill(raw);
  raw.close();
  return file;
}

const withoutContent = (raw: Database) =>
  raw
    .prepare(
      `SELECT rowid, id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size, built_at,
        built_by FROM package ORDER BY rowid`,
    )
    .all();

describe('bringing a file to version 220', () => {
  it('keeps every package in its order and every byte of its file, and what came back for it', () => {
    const raw = new Driver(':memory:');
    migrate(raw, before);
    fill(raw);
    const was = [withoutContent(raw), raw.prepare('SELECT * FROM package_receipt').all()];
    migrate(raw, migrations);
    expect([withoutContent(raw), raw.prepare('SELECT * FROM package_receipt').all()]).toEqual(was);
    const moved = raw.prepare('SELECT * FROM package_content ORDER BY package_id').raw().all();
    expect(moved).toEqual(Object.entries(contents));
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('opens an encrypted file of before, and finds each package with its file as it was', async () => {
    const store = openStore({ file: anOlderFile(), key });
    onTestFinished(() => store.close());
    const queries = packageQueries(store.db);
    expect((await queries.packages()).map(({ id }) => id)).toEqual(['p4', 'p3', 'p2', 'p1']);
    for (const [id, content] of Object.entries(contents))
      expect(await queries.packageFile(id)).toMatchObject({ file_name: `${id}.tyx`, content });
    expect(await queries.reportsOf(month('2026-10'))).toHaveLength(4);
  });

  it('is as if it never ran when it is broken off after the rows were moved', () => {
    const cut = migrations.map((step) =>
      step.version === 220 ? { ...step, up: `${step.up} INSERT INTO nowhere VALUES (1);` } : step,
    );
    const file = anOlderFile();
    expect(() => openStore({ file, key, steps: cut })).toThrow(/nowhere/);
    const raw = connect(file, key);
    onTestFinished(() => void raw.close());
    expect(versionOf(raw)).toBe(210);
    expect(raw.prepare('SELECT id, content FROM package ORDER BY id').raw().all()).toEqual(
      Object.entries(contents),
    );
    expect(raw.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE '%220%'`).all()).toEqual([]);
    raw.exec(`INSERT INTO setting VALUES ('still', 'works', '', '')`);
  });

  it('is gone through by a file that stops at any step since receipts', () => {
    for (const last of before.filter(({ version }) => version >= 180)) {
      const file = anOlderFile(before.filter(({ version }) => version <= last.version));
      const store = openStore({ file, key });
      expect(store.raw.prepare('SELECT count(*) FROM package_content').pluck().get(), last.name).toBe(4);
      store.close();
    }
  });

  it('never changes, deletes or replaces a package or its file, and keeps no file without its package', () => {
    const raw = new Driver(':memory:');
    migrate(raw, before);
    fill(raw);
    migrate(raw, migrations);
    const attempts = {
      'UPDATE package SET seq = 9': /stays as it is/,
      'DELETE FROM package': /is kept/,
      'INSERT OR REPLACE INTO package SELECT * FROM package': /stays as it is/,
      "UPDATE package_content SET content = x'00'": /stays as it is/,
      'DELETE FROM package_content': /is kept/,
      "INSERT OR REPLACE INTO package_content VALUES ('p1', x'00')": /stays as it is/,
      "INSERT INTO package_content VALUES ('p9', x'00')": /FOREIGN KEY/,
      "INSERT INTO package_content VALUES ('p9', 'text')": /cannot store TEXT/,
    };
    for (const [sql, why] of Object.entries(attempts)) expect(() => raw.exec(sql), sql).toThrow(why);
  });

  it('lists packages without reading a page of their files', () => {
    const raw = new Driver(':memory:');
    migrate(raw, before);
    fill(raw);
    migrate(raw, migrations);
    const pagesOf = (table: string) =>
      raw.prepare(`SELECT count(*) FROM dbstat WHERE name = ?`).pluck().get(table);
    expect(pagesOf('package')).toBe(1);
    expect(pagesOf('package_content')).toBeGreaterThan(29);
  });
});
