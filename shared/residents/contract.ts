import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query, sensitive } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Id, Reason, Search } from '../contract/id.ts';
import { disabilities } from '../identity/certificate.ts';
import { MaskedNumber } from '../identity/masked-number.ts';
import { careLevels, sexes, standings } from './codes.ts';
import { ResidentFacts } from './facts.ts';
import { wish } from './wish-contract.ts';

const Named = z.strictObject({ id: z.string(), name: z.string() });

const ResidentLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  pinyin: z.string(),
  initials: z.string(),
  sex: z.enum(sexes).nullable(),
  age: z.number().int().nullable(),
  nationalId: MaskedNumber.nullable(),
  disability: z.enum(disabilities).nullable(),
  disabilityLevel: z.number().int().nullable(),
  careLevel: z.enum(careLevels).nullable(),
  hardship: z.string().nullable(),
  standing: z.enum(standings),
  openDoubts: z.number().int(),
  admittedOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  bed: z.strictObject({ id: z.string(), label: z.string() }).nullable(),
  zone: Named.nullable(),
  caregiver: Named.nullable(),
});
export type ResidentLine = z.output<typeof ResidentLine>;

const Doubt = z.strictObject({
  id: z.string(),
  field: z.string(),
  kind: z.string(),
  raw: z.string(),
  proposal: z.string().nullable(),
  source: z.string(),
  recordedAt: z.string(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  resolution: z.string().nullable(),
});
export type Doubt = z.output<typeof Doubt>;

/** A time with its two ends; `endsOn` is the first day that no longer counts. */
const Span = z.strictObject({
  id: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  endReason: z.string().nullable(),
});

/** One thing that happened to the file, newest first. `field`, `before` and `after` belong to corrections. */
const Happening = z.strictObject({
  at: z.string(),
  by: z.string(),
  kind: z.enum([
    'recorded',
    'corrected',
    'doubt-resolved',
    'bed-given',
    'bed-left',
    'paired',
    'unpaired',
    'device-issued',
    'device-returned',
  ]),
  what: z.string(),
  field: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
  /** The day it counts from, where that is another than the day it was entered. */
  on: z.string().nullable(),
});
export type Happening = z.output<typeof Happening>;

const ResidentFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  sex: z.enum(sexes).nullable(),
  nationalId: z.string().nullable(),
  birthOn: z.string().nullable(),
  age: z.number().int().nullable(),
  certificateNo: z.string().nullable(),
  disability: z.enum(disabilities).nullable(),
  disabilityLevel: z.number().int().nullable(),
  address: z.string(),
  hardship: z.string().nullable(),
  careLevel: z.enum(careLevels).nullable(),
  guardianName: z.string(),
  guardianRelation: z.string(),
  guardianPhone: z.string(),
  admittedOn: z.string().nullable(),
  note: z.string(),
  standing: z.enum(standings),
  leftOn: z.string().nullable(),
  leftReason: z.string().nullable(),
  /** Whether ID and certificate numbers are shown in full to who asks. */
  numbersInFull: z.boolean(),
  bed: z.strictObject({ id: z.string(), label: z.string() }).nullable(),
  zone: Named.nullable(),
  caregiver: Named.nullable(),
  doubts: z.array(Doubt),
  stays: z.array(Span.extend({ bed: z.string() })),
  pairings: z.array(Span.extend({ caregiver: z.string(), caregiverId: z.string() })),
  devices: z.array(Span.extend({ deviceId: z.string(), code: z.string(), device: z.string() })),
  /** Null for who may not read checkups. */
  checkups: z.strictObject({ count: z.number().int(), latestOn: z.string().nullable() }).nullable(),
  timeline: z.array(Happening),
});
export type ResidentFile = z.output<typeof ResidentFile>;

const FACT_REFUSALS = [
  'NATIONAL_ID_WRONG',
  'NATIONAL_ID_TAKEN',
  'SEX_DIFFERS_FROM_ID',
  'CERTIFICATE_WRONG',
  'CERTIFICATE_DIFFERS',
  'FIELDS_NEEDED',
  'DAY_IN_FUTURE',
  'DAY_TOO_EARLY',
] as const;

/** How admissions and corrections end: with the standing that the file has now. */
const Standing = z.strictObject({
  id: z.string(),
  standing: z.enum(standings),
  openDoubts: z.number().int(),
});

export const residents = {
  wish,

  /** Search reads hanzi, full pinyin, initials, a bed, or the end of an ID number. */
  list: query('residents.read')
    .input(
      z.strictObject({
        search: Search.default(''),
        presence: z.enum(['in-house', 'left', 'all']).default('in-house'),
        standing: z.enum(standings).nullable().default(null),
        zoneId: Id.nullable().default(null),
        careLevel: z.enum(careLevels).nullable().default(null),
        disability: z.enum(disabilities).nullable().default(null),
      }),
    )
    .output(z.array(ResidentLine)),

  open: sensitive('residents.read', 'file')
    .input(z.strictObject({ id: Id }))
    .output(ResidentFile)
    .errors(refusals('NOT_FOUND')),

  /**
   * Brings a person into the house. `papersLater` (先收治，证件待核): facts that cannot be right are kept as written in a doubt,
   * and the person lives in the house provisionally.
   */
  admit: command('residents.write')
    .input(
      z.strictObject({
        facts: ResidentFacts,
        papersLater: z.boolean(),
        certificateDiffers: z.boolean().default(false),
        bedId: Id.nullable().default(null),
      }),
    )
    .output(Standing)
    .errors(refusals(...FACT_REFUSALS, 'NOT_FOUND', 'BED_TAKEN', 'BED_RETIRED', 'RESIDENT_HAS_BED')),

  /** Changes facts of a file; each changed field leaves a row with what stood there before and why. */
  correct: command('residents.write')
    .input(
      z.strictObject({
        id: Id,
        changes: ResidentFacts.partial(),
        certificateDiffers: z.boolean().default(false),
        reason: Reason,
      }),
    )
    .output(Standing)
    .errors(refusals(...FACT_REFUSALS, 'NOT_FOUND', 'NOTHING_CHANGED')),

  /**
   * Settles one doubt with the value that is right (null: it stays unknown), as text; for the field `bed` the value is a bed's
   * label. With no doubt left and the needed facts there, the resident is registered.
   */
  resolveDoubt: command('residents.write')
    .input(
      z.strictObject({
        doubtId: Id,
        value: z.string().max(500).nullable(),
        certificateDiffers: z.boolean().default(false),
        reason: Reason,
      }),
    )
    .output(Standing)
    .errors(
      refusals(
        ...FACT_REFUSALS,
        'NOT_FOUND',
        'DOUBT_IS_RESOLVED',
        'RESIDENT_LEFT',
        'BED_TAKEN',
        'BED_RETIRED',
        'RESIDENT_HAS_BED',
      ),
    ),

  /** Lets a person leave: bed, caregiver and devices end on the same day with the same reason. */
  discharge: command('residents.write')
    .input(z.strictObject({ id: Id, on: Day, reason: Reason }))
    .output(
      z.strictObject({
        id: z.string(),
        bed: z.string().nullable(),
        caregiver: z.string().nullable(),
        devices: z.array(z.string()),
      }),
    )
    .errors(refusals('NOT_FOUND', 'RESIDENT_LEFT', 'DAY_IN_FUTURE', 'DAY_TOO_EARLY')),

  /** Takes back a person who had left; bed and caregiver are given anew. */
  readmit: command('residents.write')
    .input(z.strictObject({ id: Id, on: Day, reason: Reason }))
    .output(Standing)
    .errors(refusals('NOT_FOUND', 'RESIDENT_IN_HOUSE', 'DAY_IN_FUTURE', 'DAY_TOO_EARLY')),
};
