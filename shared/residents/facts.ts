import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { disabilities } from '../identity/certificate.ts';
import { squeeze, tidyName } from '../ledger/text.ts';
import { careLevels, sexes } from './codes.ts';

const text = (most: number) => z.string().trim().max(most);
/** As people type it (full-width digits, spaces, lower-case x), kept in its exact form. */
const number = (most: number) =>
  z
    .string()
    .max(most * 2)
    .transform((typed) => squeeze(typed).toUpperCase())
    .pipe(z.string().min(1).max(most));

/**
 * The facts of a resident's file that a person writes and may correct. Birth is not among them while there is an ID number:
 * it is read from the number. A null is "not known"; an empty text is "nothing to say".
 */
export const ResidentFacts = z.strictObject({
  name: z.string().max(80).transform(tidyName).pipe(z.string().min(1).max(40)),
  sex: z.enum(sexes).nullable(),
  nationalId: number(20).nullable(),
  birthOn: Day.nullable(),
  certificateNo: number(26).nullable(),
  disability: z.enum(disabilities).nullable(),
  disabilityLevel: z.number().int().min(1).max(4).nullable(),
  address: text(200),
  hardship: text(40).nullable(),
  careLevel: z.enum(careLevels).nullable(),
  guardianName: text(40),
  guardianRelation: text(40),
  guardianPhone: text(40),
  admittedOn: Day.nullable(),
  note: text(500),
});
export type ResidentFacts = z.output<typeof ResidentFacts>;
export type ResidentField = keyof ResidentFacts;

/** Fields that name a person to the state: full only for the director, on the file itself (社会救助法 第十一条). */
export const maskedFields: readonly string[] = ['nationalId', 'certificateNo'] satisfies ResidentField[];

export function isResidentField(field: string): field is ResidentField {
  return Object.hasOwn(ResidentFacts.shape, field);
}

/** Reads the text of one field as the form would write it, or undefined when the text is not a value of that field. */
export function readField<F extends ResidentField>(
  field: F,
  written: string | null,
): Pick<ResidentFacts, F> | undefined {
  const value = field === 'disabilityLevel' && written !== null ? Number(written) : written;
  const read = ResidentFacts.shape[field].safeParse(value);
  return read.success ? ({ [field]: read.data } as Pick<ResidentFacts, F>) : undefined;
}
