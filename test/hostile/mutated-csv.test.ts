import { describe, expect, it } from 'vitest';
import { chance, count, seed } from '../support/counts.ts';
import { aSpoiledCsv } from './csv-mutations.ts';
import { outcomeOf, told } from './outcome.ts';
import { secondReadings } from './second-csv.ts';

/** Longest that one file may take, and most memory of the whole process. */
const SLOWEST_MS = 5000;
const MOST_MEGABYTES = 512;

describe('a text file of a clerk, spoiled at random', () => {
  it(
    'is refused from the closed list, or read exactly as a second careful reader reads it',
    { timeout: 3_600_000 },
    () => {
      const draw = chance(seed('csv-mutations'));
      const tally = new Map<string, number>();
      for (let round = 0; round < count('csv-mutations', 20_000, 500_000); round++) {
        const bytes = aSpoiledCsv(draw);
        const about = () => `file ${round}: ${Buffer.from(bytes).toString('base64')}`;
        const began = performance.now();
        const outcome = outcomeOf(bytes);
        if (performance.now() - began > SLOWEST_MS) throw new Error(`more than 5 s for ${about()}`);
        const word = 'refused' in outcome ? outcome.refused : 'read';
        tally.set(word, (tally.get(word) ?? 0) + 1);
        if ('refused' in outcome || outcome.workbook.sheets[0]?.delimited !== true) continue;
        const mine = told(outcome.workbook);
        const marked = outcome.workbook.sheets.flatMap(({ rows }) =>
          rows.flatMap(({ number, cells }) =>
            cells.flatMap((cell, column) => (cell?.error ? [`0 ${number} ${column}`] : [])),
          ),
        );
        const agrees = secondReadings(bytes).some((other) => {
          for (const place of marked) other.delete(place);
          return other.size === mine.size && [...mine].every(([place, value]) => other.get(place) === value);
        });
        if (!agrees) throw new Error(`no second reading agrees with ${about()}`);
      }
      // Teeth: the spoiled files must reach reading as well as every kind of refusal that text can meet.
      for (const word of [
        'read',
        'encoding',
        'control-characters',
        'quote-open',
        'quote-inside',
        'row-too-wide',
        'empty',
      ])
        expect(tally.get(word) ?? 0, word).toBeGreaterThan(0);
      expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MOST_MEGABYTES);
    },
  );
});
