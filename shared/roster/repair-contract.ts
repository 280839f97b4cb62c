import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Cell, Touched } from './effect-contract.ts';
import { CaregiverId } from './leave-contract.ts';
import { alternativeKinds, repairKinds } from './repair/kinds.ts';
import { personRuleKeys } from './rule.ts';
import { CoverPart } from './fields.ts';
import { ShiftCode } from './shift-contract.ts';

const count = z.number().int();
const Named = { caregiverId: z.string(), caregiver: z.string() };
const Call = { caregiverId: CaregiverId, startsOn: Day, endsOn: Day };
const Kind = z.enum(repairKinds);
const Block = z.enum([...personRuleKeys, 'working', 'lockedRest', 'elsewhere']);

/** Longer sickness is mended in parts, or the rest of the month is made anew: more days leave too much to choose from. */
export const MOST_SICK_DAYS = 7;

/** One cell that changes, and why: see RepairChange in repair/judge.ts. Names instead of ids where nobody looks further. */
const Change = z.strictObject({
  ...Named,
  day: Day,
  before: Cell,
  after: Cell,
  /** One of the days on which she is away. */
  sick: z.boolean(),
  takesFrom: z.string().nullable(),
  givesTo: z.string().nullable(),
  fillsOpen: z.boolean(),
  because: z.strictObject({ rule: z.enum(personRuleKeys), amount: z.number(), hard: z.boolean() }).nullable(),
});
export type RepairChangeLine = z.output<typeof Change>;

const Shares = z.strictObject({ minutes: count, nights: count, weekends: count, holidays: count });

const Alternative = z.strictObject({
  kinds: z.array(z.enum(alternativeKinds)).min(1),
  proven: z.boolean(),
  changes: z.array(Change),
  figures: z.strictObject({
    cells: count,
    people: count,
    open: count,
    minutes: count,
    overtime: count,
    nights: count,
    holidays: count,
    shares: z.strictObject({ before: Shares, after: Shares }),
  }),
  open: z.array(
    z.strictObject({
      day: Day,
      shift: z.string(),
      missing: count,
      part: CoverPart.nullable(),
      blocks: z.array(z.strictObject({ ...Named, by: Block.nullable() })),
    }),
  ),
  remarks: z.array(Touched),
});
export type RepairAlternative = z.output<typeof Alternative>;

const asked = refusals(
  'NOT_FOUND',
  'ENDS_BEFORE_START',
  'REPAIR_TOO_LONG',
  'LEAVE_OVERLAPS',
  'DAY_TOO_EARLY',
  'REPAIR_TWO_MONTHS',
  'ROSTER_NOT_PUBLISHED',
  'ROSTER_HAS_DRAFT',
);

/** Somebody calls in sick: how her shifts of the published roster can be covered. */
export const repair = {
  /** Up to three alternatives, best first. Nothing is changed by asking. */
  options: query('roster.read')
    .input(z.strictObject(Call))
    .output(
      z.strictObject({
        month: Month,
        version: count,
        caregiver: z.string(),
        vacated: z.array(z.strictObject({ day: Day, shift: z.string() })),
        /** The days that the alternatives may touch. */
        days: z.array(Day),
        alternatives: z.array(Alternative),
        restBetweenShifts: count,
      }),
    )
    .errors(asked),

  /** Everybody for one of her shifts: the lawful by what it costs them, then the others with what forbids it. */
  replacements: query('roster.read')
    .input(z.strictObject({ ...Call, day: Day, shift: ShiftCode }))
    .output(
      z.array(
        z.strictObject({
          ...Named,
          by: Block.nullable(),
          minutes: count,
          overtime: count,
          nights: count,
          cost: z.number().nullable(),
        }),
      ),
    )
    .errors(asked),

  /** Records the sick leave, publishes a new version with exactly these changes, and gives its duties anew from today on. */
  accept: command('roster.write')
    .input(
      z.strictObject({
        ...Call,
        /** The version that the alternative was made for. */
        version: z.number().int().min(1).max(10_000),
        kind: Kind,
        note: z.string().trim().max(200).default(''),
        /** Cells of others, and of hers outside of the sick days. */
        changes: z
          .array(
            z.strictObject({
              caregiverId: CaregiverId,
              day: Day,
              before: ShiftCode.nullable(),
              after: ShiftCode.nullable(),
            }),
          )
          .max(400),
      }),
    )
    .output(z.strictObject({ version: count, unanswered: count, open: count }))
    .errors({ ...asked, ...refusals('REPAIR_STALE', 'CHANGE_BREAKS_RULE') }),

  /** What was mended in a month, the newest first, with its cells and their reasons. */
  list: query('roster.read')
    .input(z.strictObject({ month: Month }))
    .output(
      z.array(
        z.strictObject({
          id: z.string(),
          ...Named,
          startsOn: Day,
          endsOn: Day,
          kind: Kind,
          note: z.string(),
          version: count,
          at: z.string(),
          by: z.string(),
          changes: z.array(Change),
        }),
      ),
    ),
};
