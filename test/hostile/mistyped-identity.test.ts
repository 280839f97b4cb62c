import { describe, expect, it } from 'vitest';
import { checkCharacter, isCitizenId } from '../../shared/identity/citizen-id.ts';
import { chance, count, seed } from '../support/counts.ts';

/** A made-up number of a region that does not exist. */
function aNumber(draw: () => number): string {
  const digits = (from: number, most: number) => String(from + Math.floor(draw() * most));
  const body = `411799${digits(1930, 90)}${digits(1, 12).padStart(2, '0')}${digits(1, 28).padStart(2, '0')}${digits(100, 900)}`;
  return body + checkCharacter(body);
}

describe('an identity number copied wrongly', () => {
  it('is caught whatever single character is another', () => {
    const draw = chance(seed('identity-typos'));
    for (let round = 0; round < count('identity-typos', 20_000, 500_000); round++) {
      const number = aNumber(draw);
      expect(isCitizenId(number)).toBe(true);
      const at = Math.floor(draw() * 18);
      const others = [...'0123456789X'].filter((sign) => sign !== number[at]);
      const wrong = number.slice(0, at) + others[Math.floor(draw() * others.length)] + number.slice(at + 1);
      if (isCitizenId(wrong)) throw new Error(`${wrong} for ${number} was taken`);
    }
  });

  it('is caught whatever two neighbours change places', () => {
    const draw = chance(seed('identity-swaps'));
    for (let round = 0; round < count('identity-swaps', 20_000, 500_000); round++) {
      const number = aNumber(draw);
      expect(isCitizenId(number)).toBe(true);
      const at = Math.floor(draw() * 17);
      const wrong = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
      if (wrong !== number && isCitizenId(wrong)) throw new Error(`${wrong} for ${number} was taken`);
    }
  });
});
