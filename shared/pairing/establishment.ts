/** Residents that one caregiver is employed for by the standard (S003, 1:2). A headcount rule: it says nothing of who is on duty. */
export const RESIDENTS_PER_CAREGIVER = 2;

export type Establishment = {
  readonly caregivers: number;
  readonly residents: number;
  /** Caregivers that the standard asks for. */
  readonly needed: number;
  readonly missing: number;
  /** Residents for one caregiver in tenths (20 = 1:2.0), rounded up so that 1:2.01 never looks like 1:2; null without caregivers. */
  readonly tenths: number | null;
};

/** 人员配比: caregivers employed ÷ residents in the house, held against the standard of one to two (domain.md 0.1, fact 2). */
export function establishment(caregivers: number, residents: number): Establishment {
  const needed = Math.ceil(residents / RESIDENTS_PER_CAREGIVER);
  return {
    caregivers,
    residents,
    needed,
    missing: Math.max(0, needed - caregivers),
    tenths: caregivers === 0 ? null : Math.ceil((residents * 10) / caregivers),
  };
}
