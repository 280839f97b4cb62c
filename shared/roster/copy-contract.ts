import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { CaregiverId } from './leave-contract.ts';
import { dropRules } from './lay-shifts.ts';
import { PATTERN_MOST } from './rotation.ts';

const count = z.number().int();
const PatternId = z.string().min(1).max(64);

/** What came of laying shifts over a month: the new draft, and how many shifts it could not keep. */
const Laid = z.strictObject({
  rosterId: z.string(),
  version: count,
  kept: count,
  dropped: count,
  hard: count,
  open: count,
});

const Origin = z.strictObject({
  kind: z.enum(['copy', 'rotation']),
  sourceMonth: Month.nullable(),
  kept: count,
  at: z.string(),
  by: z.string(),
  dropped: z.array(
    z.strictObject({
      caregiverId: z.string(),
      caregiver: z.string(),
      day: Day,
      shift: z.string(),
      rule: z.enum(dropRules),
      amount: z.number(),
    }),
  ),
});
export type Origin = z.output<typeof Origin>;

/** Where a draft came from. */
export const copy = {
  /** Lays last month's shifts over the same weekdays of this month, as a new draft; locked cells of the draft before stay. */
  lastMonth: command('roster.write')
    .input(z.strictObject({ month: Month }))
    .output(Laid)
    .errors(refusals('NO_CAREGIVERS', 'NO_SHIFTS', 'COPY_NOTHING')),

  /** What a version was copied or laid from, and each shift that it could not keep, with the rule; null: it was made otherwise. */
  origin: query('roster.read')
    .input(z.strictObject({ rosterId: z.string().min(1).max(64) }))
    .output(Origin.nullable()),
};

/** Rhythms of the house, and who follows them. */
export const rotation = {
  list: query('roster.read')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        patterns: z.array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            /** Shift letters, `-` for rest. */
            cells: z.string(),
            people: count,
            at: z.string(),
            by: z.string(),
          }),
        ),
        assignments: z.array(
          z.strictObject({
            caregiverId: z.string(),
            caregiver: z.string(),
            patternId: z.string(),
            offset: count,
            startsOn: Day,
            at: z.string(),
            by: z.string(),
          }),
        ),
      }),
    ),

  /** Adds a pattern (id null) or corrects one; what it was before stays on record, and rosters made with it stay as they are. */
  save: command('roster.write')
    .input(
      z.strictObject({
        id: PatternId.nullable(),
        name: z.string().trim().min(1).max(24),
        cells: z.string().trim().min(1).max(120),
      }),
    )
    .output(z.strictObject({ id: z.string(), cells: z.string() }))
    .errors(refusals('NOT_FOUND', 'NOTHING_CHANGED', 'PATTERN_WRONG', 'PATTERN_NAME_TAKEN')),

  /** Takes a pattern that nobody follows out of use. */
  retire: command('roster.write')
    .input(z.strictObject({ id: PatternId }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PATTERN_IN_USE')),

  /** Says who follows which pattern from which day, from which place of it; null: none any more. */
  assign: command('roster.write')
    .input(
      z.strictObject({
        patternId: PatternId.nullable(),
        startsOn: Day,
        people: z
          .array(
            z.strictObject({
              caregiverId: CaregiverId,
              offset: z
                .number()
                .int()
                .min(0)
                .max(PATTERN_MOST - 1),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .output(z.strictObject({ assigned: count }))
    .errors(refusals('NOT_FOUND')),

  /** Lays the patterns over a month as a new draft; locked cells of the draft before stay. */
  lay: command('roster.write')
    .input(z.strictObject({ month: Month }))
    .output(Laid)
    .errors(refusals('NO_CAREGIVERS', 'NO_SHIFTS', 'ROTATION_NONE')),
};
