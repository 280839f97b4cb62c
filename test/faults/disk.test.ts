import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chance } from '../support/counts.ts';
import { Disk, type Image } from './disk.ts';
import type { Deed } from './trace.ts';

/** A disk with one file of eight bytes. */
function aDisk(): { disk: Disk; root: string; file: string } {
  const root = mkdtempSync(join(tmpdir(), 'nuantuo-disk-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(root, 'file');
  writeFileSync(file, 'old text');
  return { disk: new Disk(root), root, file };
}

const textIn = (image: Image, path: string) => image.files.get(path)?.().toString() ?? null;
/** What a file may hold after a cut, over many cuts. */
function mayHold(disk: Disk, path: string): Set<string | null> {
  const random = chance(1);
  return new Set(Array.from({ length: 600 }, (_, way) => textIn(disk.afterCut(way % 6, random), path)));
}
const write = (path: string, text: string, at = 0): Deed => ({
  kind: 'write',
  path,
  at,
  bytes: Buffer.from(text),
});

describe('the disk of the power cuts', () => {
  it('may lose what was written, until the file is synced', () => {
    const { disk, file } = aDisk();
    disk.do(write(file, 'new text'));
    expect(mayHold(disk, file)).toEqual(new Set(['old text', 'new text']));
    disk.do({ kind: 'sync', path: file });
    expect(mayHold(disk, file)).toEqual(new Set(['new text']));
  });

  it('may lose the name of a new file, until its folder is synced', () => {
    const { disk, root } = aDisk();
    const path = join(root, 'new');
    for (const deed of [
      { kind: 'create', path } as const,
      write(path, 'text'),
      { kind: 'sync', path } as const,
    ])
      disk.do(deed);
    expect(mayHold(disk, path)).toEqual(new Set([null, 'text']));
    disk.do({ kind: 'sync', path: root });
    expect(mayHold(disk, path)).toEqual(new Set(['text']));
  });

  it('may undo a rename, until the folder is synced; a file renamed before it was synced may be empty', () => {
    const { disk, root, file } = aDisk();
    const draft = join(root, 'draft');
    disk.do({ kind: 'create', path: draft });
    disk.do(write(draft, 'new text'));
    disk.do({ kind: 'rename', path: draft, to: file });
    expect(mayHold(disk, file)).toEqual(new Set(['old text', '', 'new text']));
    disk.do({ kind: 'sync', path: root });
    expect(mayHold(disk, file)).toEqual(new Set(['', 'new text']));
  });

  it('does not let a database be replaced while the journal of the old one may come back', () => {
    const { disk, root, file } = aDisk();
    const [journal, draft] = [`${file}-wal`, join(root, 'draft')];
    for (const path of [journal, draft]) disk.do({ kind: 'create', path });
    disk.do({ kind: 'sync', path: root });
    disk.do({ kind: 'remove', path: journal });
    const replace = () => disk.do({ kind: 'rename', path: draft, to: file });
    expect(replace).toThrow('its journal');
    disk.do({ kind: 'sync', path: root });
    expect(replace).not.toThrow();
  });

  it('tears a long write at the edges of its sectors', () => {
    const { disk, file } = aDisk();
    disk.do(write(file, 'A'.repeat(512) + 'B'.repeat(512)));
    const sectors = [...mayHold(disk, file)].map((text) => [text?.slice(0, 512), text?.slice(512)]);
    expect(sectors).toContainEqual(['A'.repeat(512), '']);
    for (const [first, second] of sectors) {
      expect(['old text', `old text${'\0'.repeat(504)}`, 'A'.repeat(512)]).toContain(first);
      expect(['', 'B'.repeat(512)]).toContain(second);
    }
  });
});
