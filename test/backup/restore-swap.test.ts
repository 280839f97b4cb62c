import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fillingFolder, finishRestore, swapIn } from '../../electron/core/restore-swap.ts';

const parts = ['centre.db', 'keyring.json', 'keyring.bak'] as const;

/** A centre with what SQLite may have left beside it, and a restored one that waits to take its place. */
function aFolder() {
  const home = mkdtempSync(join(tmpdir(), 'nuantuo-swap-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  for (const name of [...parts, 'centre.db-wal']) writeFileSync(join(home, name), `old ${name}`);
  mkdirSync(fillingFolder(home));
  for (const name of parts) writeFileSync(join(fillingFolder(home), name), `new ${name}`);
  return home;
}

class PowerCut extends Error {}

/** Cuts the power after a number of steps; gives how far it came. */
function cutAfter(steps: number, work: (between: (step: string) => void) => void): string[] {
  const seen: string[] = [];
  try {
    work((step) => {
      seen.push(step);
      if (seen.length === steps) throw new PowerCut(step);
    });
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
  return seen;
}

const contents = (home: string) => parts.map((name) => readFileSync(join(home, name), 'utf8').split(' ')[0]);
const kept = (home: string) => readdirSync(join(home, 'before-restore')).toSorted();

describe('a restored centre takes the place of the old one', () => {
  it('and the old one stays beside it, with the log of SQLite', () => {
    const home = aFolder();
    swapIn(home);
    expect(contents(home)).toEqual(['new', 'new', 'new']);
    expect(kept(home)).toEqual(['centre.db', 'centre.db-wal', 'keyring.bak', 'keyring.json']);
    expect(readdirSync(home).toSorted()).toEqual(['before-restore', ...parts].toSorted());
  });

  it('or not at all, wherever the power is cut: the next start finishes or undoes it', () => {
    const steps = cutAfter(Infinity, (between) => swapIn(aFolder(), between)).length;
    expect(steps).toBeGreaterThan(6);
    for (let first = 1; first <= steps; first += 1) {
      const home = aFolder();
      cutAfter(first, (between) => swapIn(home, between));
      // Whoever looks before the next start finds a whole old part or a whole new one, never half of a file.
      for (const name of parts)
        expect([undefined, `old ${name}`, `new ${name}`]).toContain(
          existsSync(join(home, name)) ? readFileSync(join(home, name), 'utf8') : undefined,
        );
      finishRestore(home);
      expect(contents(home), `cut after step ${first}`).toEqual(['new', 'new', 'new']);
      expect(kept(home)).toEqual(['centre.db', 'centre.db-wal', 'keyring.bak', 'keyring.json']);
    }
  });

  it('also when the power is cut again and again while it is finished', () => {
    const home = aFolder();
    cutAfter(1, (between) => swapIn(home, between));
    for (let tries = 0; existsSync(join(home, 'restore.ready')); tries += 1) {
      expect(tries).toBeLessThan(20);
      cutAfter(1, (between) => finishRestore(home, between));
    }
    expect(contents(home)).toEqual(['new', 'new', 'new']);
    expect(kept(home)).toHaveLength(4);
  });

  it('is thrown away when it was cut off before it was decided', () => {
    const home = aFolder();
    finishRestore(home);
    expect(contents(home)).toEqual(['old', 'old', 'old']);
    expect(existsSync(fillingFolder(home))).toBe(false);
    expect(existsSync(join(home, 'before-restore'))).toBe(false);
  });

  it('keeps what was kept of a restore before', () => {
    const home = aFolder();
    swapIn(home);
    mkdirSync(fillingFolder(home));
    for (const name of parts) writeFileSync(join(fillingFolder(home), name), `newer ${name}`);
    swapIn(home);
    expect(contents(home)).toEqual(['newer', 'newer', 'newer']);
    expect(readdirSync(home).filter((name) => name.startsWith('before-restore'))).toHaveLength(2);
  });

  it('comes into an empty folder too', () => {
    const home = aFolder();
    for (const name of [...parts, 'centre.db-wal']) rmSync(join(home, name));
    swapIn(home);
    expect(contents(home)).toEqual(['new', 'new', 'new']);
    expect(existsSync(join(home, 'before-restore'))).toBe(false);
  });
});
