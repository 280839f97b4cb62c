import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name !== 'attacks.test.ts');

/** The numbers that stand at the beginning of test titles, with the file of each: `it('attack 17: …`. */
const titles = files.flatMap((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return [...text.matchAll(/\bit\(\s*['`]attack (\d+): /g)].map(([, number]) => ({
    number: Number(number),
    name,
  }));
});

describe('the attacks that trust.md 4.6 names', () => {
  it('each have a test of their own: 1 to 54, none left out and no number beyond', () => {
    const numbers = [...new Set(titles.map(({ number }) => number))].toSorted((one, other) => one - other);
    expect(numbers).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
  });

  it('are never passed over: no test of this folder that names one is skipped or waits to be written', () => {
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(text, name).not.toMatch(/\bit\.(skip|todo|fails)\b[^\n]*attack/);
    }
  });
});
