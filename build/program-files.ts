import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sums } from '../electron/core/program-files.ts';
import { root } from './paths.ts';

const binaries = 'node_modules/better-sqlite3/prebuilds';
const solver = 'node_modules/highs/build/highs.wasm';

/** The sums that the packaged program compares at its start: the driver for every kind of PC, and the solver. */
export function programFileSums(): Sums {
  const names = readdirSync(join(root, binaries)).filter((name) => name.endsWith('.node'));
  const files = [...names.map((name) => `${binaries}/${name}`), solver];
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  );
}
