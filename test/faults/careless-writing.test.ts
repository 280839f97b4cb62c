import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { seed } from '../support/counts.ts';
import { aRoot, replay } from './power-cuts.ts';
import { straceIsMissing } from './trace.ts';

const PROGRAM = new URL('./careless-writer.ts', import.meta.url).pathname;
const textOf = (round: number) => `round ${round} `.repeat(300);

/** What is wrong with a small file after power cuts, when it is written in this way. */
async function wrongWith(way: string): Promise<Record<string, number>> {
  if (straceIsMissing) throw new Error(straceIsMissing);
  const { root, live } = aRoot('careless');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file = join(live, 'file');
  writeFileSync(file, textOf(0));
  const { wrong } = await replay({
    root,
    program: PROGRAM,
    args: [file, way],
    states: 200,
    seed: seed('careless-writing'),
    check({ folder, said }) {
      const text = readFileSync(join(folder, 'file'), 'utf8');
      if (text === textOf(said.length) || text === textOf(said.length + 1)) return null;
      return /^(?:round \d+ ){300}$/.test(text) ? 'lost' : 'half';
    },
  });
  return wrong;
}

describe('a small file such as the keyring, when the power goes', { timeout: 120_000 }, () => {
  it('is the old or the new one, and the new one once that was said', async () => {
    expect(await wrongWith('durable')).toEqual({});
  });

  it('would be found lost if its folder were not synced', async () => {
    expect((await wrongWith('no-folder-sync'))['lost']).toBeGreaterThan(5);
  });

  it('would be found half if it were renamed before it is synced', async () => {
    expect((await wrongWith('no-file-sync'))['half']).toBeGreaterThan(5);
  });
});
