import { afterEach, describe, expect, it, vi } from 'vitest';
import { chance, count, seed } from '../support/counts.ts';

describe('the counts of randomised tests', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('have a fixed seed for each name, which a run may set', () => {
    expect(seed('csv-mutations')).toBe(seed('csv-mutations'));
    expect(seed('csv-mutations')).not.toBe(seed('workbook-mutations'));
    vi.stubEnv('NUANTUO_SEED', '12345');
    expect(seed('csv-mutations')).toBe(12345);
    vi.stubEnv('NUANTUO_SEED', 'tonight');
    expect(() => seed('csv-mutations')).toThrow('not a whole number');
  });

  it('refuse a size that would try nothing', () => {
    expect(count('csv-mutations', 3, 9)).toBeGreaterThanOrEqual(3);
    expect(() => count('csv-mutations', 0)).toThrow('not a CI size');
    expect(() => count('csv-mutations', 5, 4)).toThrow('not a CI size');
  });

  it('draw the same chances from the same seed, evenly', () => {
    const [one, other] = [chance(7), chance(7)];
    const drawn = Array.from({ length: 10_000 }, () => one());
    expect(Array.from({ length: 10_000 }, () => other())).toEqual(drawn);
    for (let tenth = 0; tenth < 10; tenth++) {
      const among = drawn.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(among).toBeGreaterThan(800);
      expect(among).toBeLessThan(1200);
    }
  });
});
