import { isDay, type Day } from '../calendar/day.ts';

/** 公民身份号码, GB 11643-1999 (domain.md 2a): 6 region + 8 birth + 3 sequence (odd = male) + 1 check character. */
export type Sex = 'male' | 'female';

export type CitizenId = { readonly number: string; readonly birthOn: Day; readonly sex: Sex };

/** Why a number is not a citizen ID. `length` also covers the 15-digit numbers issued before 1999. */
export type IdFault = 'length' | 'characters' | 'province' | 'birth' | 'check-digit';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * First two digits that name a province, a region or (81, 82, 83) a residence permit of Hong Kong, Macao, Taiwan.
 * The other four are history, not today's map (most residents here carry 4128xx, a prefecture that is gone), so they say nothing.
 */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** The check character that follows 17 digits. */
export function checkCharacter(digits17: string): string {
  const total = WEIGHTS.reduce((sum, weight, position) => sum + weight * Number(digits17[position]), 0);
  return CHECK_CHARACTERS[total % 11] ?? '';
}

/** Reads an 18-character number in its exact form (digits, capital X), or says what is wrong with it. */
export function readCitizenId(number: string): CitizenId | IdFault {
  if (number.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters';
  if (!PROVINCES.has(number.slice(0, 2))) return 'province';
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birthOn)) return 'birth';
  if (checkCharacter(number) !== number[17]) return 'check-digit';
  return { number, birthOn, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

export function isCitizenId(number: string): boolean {
  return typeof readCitizenId(number) === 'object';
}

/**
 * The 18-character form of a 15-digit number (issued until 1999, always births of 19xx), or null when it has none.
 * Only ever a proposal: somebody must look at the card.
 */
export function fromOldNumber(digits15: string): string | null {
  const body = `${digits15.slice(0, 6)}19${digits15.slice(6)}`;
  const number = body + checkCharacter(body);
  return isCitizenId(number) ? number : null;
}
