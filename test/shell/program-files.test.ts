import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { programFileSums } from '../../build/program-files.ts';
import { root } from '../../build/paths.ts';
import { changedFile } from '../../electron/core/program-files.ts';
import { count, chance, seed } from '../support/counts.ts';

const sums = programFileSums();
const own = { platform: 'linux', arch: 'x64' };
const DRIVER = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
const SOLVER = 'node_modules/highs/build/highs.wasm';

/** A program folder with the driver of one PC and the solver. */
function aProgram(files = [DRIVER, SOLVER]): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-program-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  return folder;
}

describe('the files that are loaded from beside the archive', () => {
  it('are known for every kind of PC, by their sums', () => {
    expect(Object.keys(sums)).toHaveLength(9);
    for (const sum of Object.values(sums)) expect(sum).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are let through as they were built', () => {
    expect(changedFile(aProgram(), sums, own)).toBeNull();
    expect(changedFile(root, sums)).toBeNull(); // this very PC
  });

  it('are refused when one byte is another, wherever it stands', () => {
    const program = aProgram();
    const draw = chance(seed('changed-program-bytes'));
    for (const file of [DRIVER, SOLVER]) {
      const whole = readFileSync(join(root, file));
      for (let tried = 0; tried < count('changed-program-bytes', 20); tried += 1) {
        const bytes = Buffer.from(whole);
        const at = Math.floor(draw() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(draw() * 8));
        writeFileSync(join(program, file), bytes);
        expect(changedFile(program, sums, own)).toBe(file);
      }
      writeFileSync(join(program, file), whole);
    }
  });

  it('are refused when they are cut short, longer, empty or of another PC', () => {
    const program = aProgram();
    const whole = readFileSync(join(root, DRIVER));
    const other = readFileSync(join(root, DRIVER.replace('x64', 'arm64')));
    for (const bytes of [
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.from([0])]),
      Buffer.alloc(0),
      other,
    ]) {
      writeFileSync(join(program, DRIVER), bytes);
      expect(changedFile(program, sums, own)).toBe(DRIVER);
    }
  });

  it('are refused when the driver of this PC is not there at all', () => {
    expect(changedFile(aProgram([SOLVER]), sums, own)).toBe('*/linux-x64.node');
    expect(changedFile(aProgram(), sums, { platform: 'win32', arch: 'x64' })).toBe('*/win32-x64.node');
    expect(changedFile(aProgram(), {}, own)).toBe('*/linux-x64.node');
  });
});
