import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query, sensitive } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Id, Reason, Search } from '../contract/id.ts';
import { MaskedNumber } from '../identity/masked-number.ts';
import { sexes } from '../residents/codes.ts';
import { CaregiverFacts } from './facts.ts';
import { certificateStates } from './health-certificate.ts';

const Paired = z.strictObject({ id: z.string(), name: z.string() });

const CaregiverLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  pinyin: z.string(),
  sex: z.enum(sexes),
  age: z.number().int(),
  nationalId: MaskedNumber,
  phone: z.string(),
  poorHousehold: z.boolean(),
  kinship: z.string(),
  healthCertificateUntil: z.string().nullable(),
  healthCertificate: z.enum(certificateStates),
  /** Information: the statutory retirement age is reached. */
  overAge: z.boolean(),
  startedOn: z.string(),
  endedOn: z.string().nullable(),
  /** Names only for who may read pairings; the number is for everybody. */
  residents: z.array(Paired),
  residentCount: z.number().int(),
});
export type CaregiverLine = z.output<typeof CaregiverLine>;

const CaregiverFile = CaregiverLine.extend({
  /** In full for who has to know it: see numbersInFull. */
  nationalId: z.string(),
  birthOn: z.string(),
  address: z.string(),
  note: z.string(),
  endReason: z.string().nullable(),
  retiresOn: z.string(),
  numbersInFull: z.boolean(),
  pairings: z.array(
    z.strictObject({
      id: z.string(),
      residentId: z.string(),
      resident: z.string(),
      startsOn: z.string(),
      endsOn: z.string().nullable(),
      endReason: z.string().nullable(),
    }),
  ),
  corrections: z.array(
    z.strictObject({
      at: z.string(),
      by: z.string(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      reason: z.string(),
    }),
  ),
});
export type CaregiverFile = z.output<typeof CaregiverFile>;

const FACT_REFUSALS = [
  'NATIONAL_ID_WRONG',
  'NATIONAL_ID_TAKEN',
  'SEX_DIFFERS_FROM_ID',
  'DAY_IN_FUTURE',
  'DAY_TOO_EARLY',
] as const;

export const caregivers = {
  /** Search reads hanzi, full pinyin, initials, a telephone number, or the end of an ID number. */
  list: query('caregivers.read')
    .input(
      z.strictObject({
        search: Search.default(''),
        presence: z.enum(['at-work', 'ended', 'all']).default('at-work'),
        healthCertificate: z.enum(certificateStates).nullable().default(null),
      }),
    )
    .output(z.array(CaregiverLine)),

  open: sensitive('caregivers.read', 'file')
    .input(z.strictObject({ id: Id }))
    .output(CaregiverFile)
    .errors(refusals('NOT_FOUND')),

  add: command('caregivers.write')
    .input(CaregiverFacts)
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals(...FACT_REFUSALS)),

  correct: command('caregivers.write')
    .input(z.strictObject({ id: Id, changes: CaregiverFacts.partial(), reason: Reason }))
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals(...FACT_REFUSALS, 'NOT_FOUND', 'NOTHING_CHANGED')),

  /** Lets a caregiver go: her pairings end on the same day with the same reason. */
  end: command('caregivers.write')
    .input(z.strictObject({ id: Id, on: Day, reason: Reason }))
    .output(z.strictObject({ id: z.string(), residents: z.array(z.string()) }))
    .errors(refusals('NOT_FOUND', 'CAREGIVER_ENDED', 'DAY_IN_FUTURE', 'DAY_TOO_EARLY')),

  /** Takes back a caregiver who had stopped. */
  rehire: command('caregivers.write')
    .input(z.strictObject({ id: Id, on: Day, reason: Reason }))
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('NOT_FOUND', 'CAREGIVER_AT_WORK', 'DAY_IN_FUTURE', 'DAY_TOO_EARLY')),
};
