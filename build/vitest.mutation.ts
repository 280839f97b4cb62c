import { defineConfig, mergeConfig } from 'vitest/config';
import ordinary from './vitest.config.ts';

const { include: _all, ...test } = ordinary.test ?? {};

/** Only the tests of one group of build/mutation.ts, which names them in the environment. */
export default mergeConfig(
  { ...ordinary, test },
  defineConfig({ test: { include: (process.env['NUANTUO_MUTATION_TESTS'] ?? '').split(',') } }),
);
