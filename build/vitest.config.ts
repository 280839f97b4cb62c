import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**', 'out/**'],
    environment: 'node',
    pool: 'forks',
    // On two cores vitest would leave one to itself, and the run would last twice as long; a third worker fills the time in which
    // the tests of faults wait for processes that they kill.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A clerk's PC stands in Asia/Shanghai; a rule that reads the machine's zone by mistake must show up here.
    env: { TZ: 'America/New_York' },
  },
});
