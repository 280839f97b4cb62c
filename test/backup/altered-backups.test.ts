import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentOf, writeCopy } from '../../db/copy.ts';
import { openStore } from '../../db/open.ts';
import { isWhole, readBackup } from '../../electron/core/backup-reading.ts';
import { isGenuine, sealManifest } from '../../electron/core/backup-seal.ts';
import { setAt } from '../../electron/core/backup-set.ts';
import { writeSets } from '../../electron/core/backup-writing.ts';
import { manifestBytes, readManifest } from '../../shared/backup/manifest.ts';
import { chance, count, seed } from '../support/counts.ts';

const name = '411799001-20261101-090000-0123abcd';
const nothing = () => undefined;

/** A backup on a stick, made by the writer itself of a real encrypted file; made once, copied for each change. */
function aBackup() {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-altered-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const key = new Uint8Array(randomBytes(32));
  const store = openStore({ file: join(folder, 'live.db'), key, create: true });
  store.raw.exec(
    `INSERT INTO centre VALUES (1, '柳河镇重度残疾人托养中心', '', '411799', '', '411799001', 0, '')`,
  );
  const draft = join(folder, 'draft.db');
  writeCopy(store.raw, draft);
  const content = contentOf(store.raw);
  store.close();
  const { written, problems } = writeSets(
    {
      draft,
      key: Uint8Array.from(key),
      content,
      keyring: randomBytes(900),
      about: {
        name,
        centre: { id: 'c1', code: '411799001', name: '柳河镇重度残疾人托养中心' },
        program: 'nuantuo 0.1.0',
        reason: 'asked',
        made_at: '2026-11-01T01:00:00.000Z',
      },
      targets: [{ placeId: 'p1', label: 'KINGSTON', folder, largestFile: null }],
    },
    nothing,
  );
  expect([written, problems]).toEqual([['p1'], []]);
  return { folder, key, whole: join(folder, name) };
}

/** Whether anything of a backup is found to be wrong: by whoever opens it with the key, as a restore and a drill do. */
function isNoticed(folder: string, key: Uint8Array, into: string): boolean {
  const { manifest, complete } = setAt(folder, name);
  if (!manifest || !complete || !isGenuine(manifest, key)) return true;
  return 'damaged' in readBackup({ folder, name, manifest, key: Uint8Array.from(key), into }, nothing);
}

describe('a backup whose bytes changed', () => {
  it('is whole as it was written', () => {
    const { folder, key, whole } = aBackup();
    expect(isNoticed(whole, key, join(folder, 'into'))).toBe(false);
    expect(isWhole(whole, name, nothing)).toBe(true);
  });

  it.each(['centre.db', 'keyring.json', 'manifest.json'])(
    'is noticed at every turned bit, cut and swapped block of its %s',
    (file) => {
      const { folder, key, whole } = aBackup();
      const copy = join(folder, 'changed', name);
      const bytes = readFileSync(join(whole, file));
      const draw = chance(seed(`altered-${file}`));
      const below = (most: number) => Math.floor(draw() * most);
      const changes: ((of: Buffer) => Buffer)[] = [
        ...Array.from({ length: count('backup-bit-flips', 200) }, () => (of: Buffer) => {
          const at = below(of.length);
          of.writeUInt8(of.readUInt8(at) ^ (1 << below(8)), at);
          return of;
        }),
        ...Array.from(
          { length: count('backup-truncations', 200) },
          () => (of: Buffer) => of.subarray(0, below(of.length)),
        ),
        ...Array.from({ length: count('backup-swapped-blocks', 100) }, () => (of: Buffer) => {
          const size = Math.min(512, Math.floor(of.length / 8));
          const blocks = Math.floor(of.length / size);
          const [one, other] = [below(blocks) * size, below(blocks) * size];
          const [first, second] = [
            Buffer.from(of.subarray(one, one + size)),
            Buffer.from(of.subarray(other, other + size)),
          ];
          second.copy(of, one);
          first.copy(of, other);
          return of;
        }),
        (of) => Buffer.concat([of, Buffer.from([0])]),
        () => Buffer.alloc(0),
      ];
      cpSync(whole, copy, { recursive: true });
      const unnoticed: number[] = [];
      changes.forEach((change, index) => {
        const changed = change(Buffer.from(bytes));
        if (changed.equals(bytes)) return; // a block swapped with its like
        writeFileSync(join(copy, file), changed);
        const noticed = isNoticed(copy, key, join(folder, 'into'));
        // Without the key a manifest can be forged to fit its files: then only its mac tells.
        const told = file === 'manifest.json' || !isWhole(copy, name, nothing);
        if (!noticed || !told) unnoticed.push(index);
      });
      expect(unnoticed).toEqual([]);
      writeFileSync(join(copy, file), bytes);
      expect(isNoticed(copy, key, join(folder, 'into'))).toBe(false);
    },
    300_000,
  );

  it('is refused with a manifest that somebody without the key wrote anew', () => {
    const { folder, key, whole } = aBackup();
    const { manifest } = setAt(whole, name);
    if (!manifest) throw new Error('no manifest');
    const { mac: _mac, ...unsigned } = manifest;
    const forged = sealManifest(
      { ...unsigned, content: { ...unsigned.content, audit: { count: 9, head: 'f'.repeat(64) } } },
      new Uint8Array(32),
    );
    writeFileSync(join(whole, 'manifest.json'), manifestBytes(forged));
    expect(isWhole(whole, name, nothing)).toBe(true); // its files are as it says: without the key nobody can tell
    expect(isNoticed(whole, key, join(folder, 'into'))).toBe(true);
  });

  it('is refused when the files of another backup lie under its manifest', () => {
    const [one, other] = [aBackup(), aBackup()];
    for (const file of ['centre.db', 'keyring.json']) cpSync(join(other.whole, file), join(one.whole, file));
    expect(isNoticed(one.whole, one.key, join(one.folder, 'into'))).toBe(true);
  });

  it('is refused under another name, so that an old backup cannot pass for a newer one', () => {
    const { folder, whole } = aBackup();
    const renamed = join(folder, '411799001-20261201-090000-0123abcd');
    cpSync(whole, renamed, { recursive: true });
    expect(setAt(renamed, '411799001-20261201-090000-0123abcd')).toMatchObject({
      manifest: null,
      complete: false,
    });
  });
});

describe('a manifest', () => {
  it('is read only in the very bytes that are written', () => {
    const { whole } = aBackup();
    const bytes = readFileSync(join(whole, 'manifest.json'));
    const text = bytes.toString('utf8');
    for (const other of [
      ` ${text}`,
      text.trimEnd(),
      text.replace('"version":1', '"version":1.0'),
      text.replace('"version":1', '"version":2'),
      text.replace('{', '{"extra":1,'),
      text.replace('"reason":"asked"', '"reason":"asked","reason":"asked"'),
      text.replace('nuantuo-backup', 'other-backup'),
      '[]',
      'null',
      `${text}${text}`,
      ' '.repeat(70_000),
    ])
      expect(readManifest(Buffer.from(other)), other.slice(0, 40)).toBeNull();
    expect(readManifest(bytes)).not.toBeNull();
  });
});
