import { describe, expect, it } from 'vitest';
import { chance, count, deep, seed } from '../support/counts.ts';
import { killed } from './killing.ts';

describe(
  'a house that is killed while it opens (kill -9)',
  { timeout: deep ? 4 * 3_600_000 : 900_000 },
  () => {
    it('opens the next time, with what was left of the work before taken up', async () => {
      const times = count('kills-while-opening', 20, 800);
      const result = await killed(times, 'opening', chance(seed('kills-while-opening')));
      console.log(`killed while opening: ${JSON.stringify(result)}`);
      expect(result).toMatchObject({ kills: times, wrong: {} });
      expect(result.beforeWork).toBeGreaterThan(times / 10);
    });
  },
);
