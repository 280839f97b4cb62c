import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance, count, seed } from '../support/counts.ts';
import { aClosedHouse, flipped } from './closed-house.ts';

const PAGE = 4096;

const tally = (answers: readonly string[]) =>
  Object.fromEntries(
    [...new Set(answers)].map((answer) => [answer, answers.filter((each) => each === answer).length]),
  );

describe('a damaged database', { timeout: 600_000 }, () => {
  it('is noticed at opening, whichever bit of it was turned', async () => {
    const { start, answerTo } = await aClosedHouse();
    const bytes = readFileSync(join(start, 'centre.db'));
    const random = chance(seed('bit-flips-database'));
    const answers: string[] = [];
    for (let round = 0; round < count('bit-flips-database', 1_000); round++)
      answers.push(await answerTo('centre.db', flipped(bytes, random)));
    expect(tally(answers)).toEqual({ FILE_DAMAGED: answers.length });
  });

  it('is noticed when it was cut short, or when two of its pages changed places', async () => {
    const { start, answerTo } = await aClosedHouse();
    const bytes = readFileSync(join(start, 'centre.db'));
    const random = chance(seed('cuts-of-the-database'));
    const answers: string[] = [];
    for (let round = 0; round < count('cuts-of-the-database', 200); round++)
      answers.push(await answerTo('centre.db', bytes.subarray(0, Math.floor(random() * bytes.length))));
    const pages = bytes.length / PAGE;
    for (let round = 0; round < count('swaps-of-pages', 60); round++) {
      const [one, other] = [1 + Math.floor(random() * (pages - 1)), 1 + Math.floor(random() * (pages - 1))];
      if (one === other) continue;
      const changed = Buffer.from(bytes);
      bytes.copy(changed, one * PAGE, other * PAGE, (other + 1) * PAGE);
      bytes.copy(changed, other * PAGE, one * PAGE, (one + 1) * PAGE);
      answers.push(await answerTo('centre.db', changed));
    }
    expect(tally(answers)).toEqual({ FILE_DAMAGED: answers.length });
  });
});
