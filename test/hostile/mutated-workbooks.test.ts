import { describe, expect, it } from 'vitest';
import { chance, count, seed } from '../support/counts.ts';
import { outcomeOf, told, type Told } from './outcome.ts';
import { secondWorkbook } from './second-workbook.ts';
import { aSpoiledWorkbook, honestWorkbooks } from './workbook-mutations.ts';
import { zipOf } from './zip-writer.ts';

const SLOWEST_MS = 5000;
const MOST_MEGABYTES = 512;

/** The first cell in which two readings differ, in words; null when they are the same. `marked` cells were shown as errors. */
function difference(
  mine: Map<string, Told>,
  other: Map<string, Told>,
  marked: ReadonlySet<string>,
): string | null {
  for (const place of new Set([...mine.keys(), ...other.keys()])) {
    if (!marked.has(place) && mine.get(place) !== other.get(place))
      return `${place}: ${String(mine.get(place))} / ${String(other.get(place))}`;
  }
  return null;
}

describe('an Excel workbook, spoiled at random', () => {
  it('reads as the second reader reads it while nothing is spoiled', async () => {
    for (const parts of await honestWorkbooks()) {
      const bytes = zipOf(parts);
      const outcome = outcomeOf(bytes);
      if ('refused' in outcome) throw new Error(outcome.refused);
      const mine = told(outcome.workbook);
      expect(mine.size).toBeGreaterThan(100);
      expect(difference(mine, await secondWorkbook(bytes), new Set())).toBeNull();
    }
  });

  it(
    'is refused from the closed list, or read exactly as a second careful reader reads it',
    { timeout: 3_600_000 },
    async () => {
      const draw = chance(seed('workbook-mutations'));
      const honest = await honestWorkbooks();
      const tally = new Map<string, number>();
      for (let round = 0; round < count('workbook-mutations', 2000, 50_000); round++) {
        const bytes = aSpoiledWorkbook(honest[round % honest.length] ?? [], draw);
        const began = performance.now();
        const outcome = outcomeOf(bytes);
        expect(performance.now() - began, `file ${round}`).toBeLessThan(SLOWEST_MS);
        const word = 'refused' in outcome ? outcome.refused : 'read';
        tally.set(word, (tally.get(word) ?? 0) + 1);
        if ('refused' in outcome) continue;
        const marked = new Set(
          outcome.workbook.sheets.flatMap(({ rows }, sheet) =>
            rows.flatMap(({ number, cells }) =>
              cells.flatMap((cell, column) => (cell?.error ? [`${sheet} ${number} ${column}`] : [])),
            ),
          ),
        );
        expect(
          difference(told(outcome.workbook), await secondWorkbook(bytes), marked),
          `file ${round}`,
        ).toBeNull();
      }
      expect(tally.get('read') ?? 0).toBeGreaterThan(count('workbook-mutations', 2000, 50_000) / 5);
      for (const word of [
        'damaged',
        'pack-path',
        'pack-twice',
        'pack-unusual',
        'pack-too-large',
        'pack-entities',
        'protected',
      ])
        expect(tally.get(word) ?? 0, word).toBeGreaterThan(0);
      expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MOST_MEGABYTES);
    },
  );
});
