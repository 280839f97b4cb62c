import { describe, expect, it } from 'vitest';
import { chance, count, deep, seed } from '../support/counts.ts';
import { killed } from './killing.ts';

describe('a house that is killed at work (kill -9)', { timeout: deep ? 4 * 3_600_000 : 900_000 }, () => {
  it('opens each time, with everything that was answered and nothing half done', async () => {
    const times = count('kills-at-work', 30, 1_200);
    const result = await killed(times, 'work', chance(seed('kills-at-work')));
    console.log(`killed at work: ${JSON.stringify(result)}`);
    expect(result).toMatchObject({ kills: times, wrong: {} });
    expect(result.answers).toBeGreaterThan(times * 2);
  });
});
