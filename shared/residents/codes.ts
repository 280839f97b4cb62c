import type { Sex } from '../identity/citizen-id.ts';

/** The closed lists of a resident's file, in the order in which people read them. */
export const sexes = ['male', 'female'] as const satisfies readonly Sex[];

/** 全护理, 半护理, 自理. */
export const careLevels = ['full', 'partial', 'self'] as const;
export type CareLevel = (typeof careLevels)[number];

/** `provisional` (待核实): lives in the house, but a fact of the file is in doubt; not counted in the register or the package. */
export const standings = ['registered', 'provisional'] as const;
export type Standing = (typeof standings)[number];
