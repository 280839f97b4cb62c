import { expect, it } from 'vitest';

const counted = new Map<number, number>();

/**
 * One assertion on a point of Electron's security checklist, by its number there (trust.md 1.1 lists all 20). Each is a test of its own,
 * so that a report names what fell.
 */
export function point(number: number, sentence: string, check: () => unknown): void {
  counted.set(number, (counted.get(number) ?? 0) + 1);
  it(`point ${number}: ${sentence}`, async () => {
    expect.hasAssertions();
    await check();
  });
}

/** The last test of a file: how many assertions there were, and that none of the named points was left out. */
export function sayCount(points: readonly number[], least: number): void {
  it(`every point has its assertions, ${least} and more together`, () => {
    const all = [...counted.values()].reduce((sum, one) => sum + one, 0);
    console.log(
      `Electron's checklist: ${all} assertions (${[...counted].map(([number, count]) => `${number}:${count}`).join(' ')})`,
    );
    expect(points.filter((number) => !counted.has(number))).toEqual([]);
    expect(all).toBeGreaterThanOrEqual(least);
  });
}
