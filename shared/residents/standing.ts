import type { Standing } from './codes.ts';

/** Without these three nobody is on the register: the county tells people apart by them (migration 020 checks the same). */
export const neededForRegister = ['nationalId', 'sex', 'admittedOn'] as const;
export type NeededField = (typeof neededForRegister)[number];
type NeededFacts = { readonly [F in NeededField]: string | null };

export function missingForRegister(facts: NeededFacts): NeededField[] {
  return neededForRegister.filter((field) => facts[field] === null);
}

/** Who has no open doubt and every needed fact is registered; everybody else lives in the house provisionally (待核实). */
export function standingOf(facts: NeededFacts, openDoubts: number): Standing {
  return openDoubts === 0 && missingForRegister(facts).length === 0 ? 'registered' : 'provisional';
}
