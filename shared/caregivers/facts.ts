import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { sexes } from '../residents/codes.ts';
import { squeeze, tidyName } from '../ledger/text.ts';

const text = (most: number) => z.string().trim().max(most);

/** The facts of a caregiver's file that a person writes and may correct. Bank card and pay terms belong to payroll. */
export const CaregiverFacts = z.strictObject({
  name: z.string().max(80).transform(tidyName).pipe(z.string().min(1).max(40)),
  sex: z.enum(sexes),
  nationalId: z
    .string()
    .max(40)
    .transform((typed) => squeeze(typed).toUpperCase())
    .pipe(z.string().min(1).max(20)),
  address: text(200),
  phone: text(40),
  poorHousehold: z.boolean(),
  kinship: text(40),
  healthCertificateUntil: Day.nullable(),
  startedOn: Day,
  note: text(500),
});
export type CaregiverFacts = z.output<typeof CaregiverFacts>;
