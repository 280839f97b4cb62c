import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.ts';

/**
 * `npm run test:deep [files…]`: the same unit and service tests with the larger counts of test/support/counts.ts, hours instead
 * of minutes. NUANTUO_SEED=12345 gives every randomised test another seed than CI's.
 */
const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', '-c', 'build/vitest.config.ts', '--testTimeout=14400000', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NUANTUO_DEEP: '1' },
  },
);
process.exitCode = status ?? 1;
