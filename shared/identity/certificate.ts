/**
 * 残疾人证号 of the second generation (domain.md 2b): the 18 characters of the citizen ID, one digit for the category,
 * one for the level, and after a re-issue `B` with a digit. 20 or 22 characters.
 */
export const disabilities = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'intellectual',
  'mental',
  'multiple',
] as const;
export type Disability = (typeof disabilities)[number];

/** 1 is the heaviest, 4 the lightest. */
export type DisabilityLevel = 1 | 2 | 3 | 4;

export type Certificate = {
  readonly number: string;
  readonly nationalId: string;
  readonly disability: Disability;
  readonly level: DisabilityLevel;
  /** 0 = first issue. */
  readonly reissue: number;
};

/** Reads a number in its exact form (capital X and B), or null when it is not one. */
export function readCertificate(number: string): Certificate | null {
  const parts = /^(\d{17}[\dX])([1-7])([1-4])(?:B([1-9]))?$/.exec(number);
  const disability = disabilities[Number(parts?.[2]) - 1];
  if (!parts || !disability) return null;
  return {
    number,
    nationalId: parts[1] ?? '',
    disability,
    level: Number(parts[3]) as DisabilityLevel,
    reissue: Number(parts[4] ?? 0),
  };
}
