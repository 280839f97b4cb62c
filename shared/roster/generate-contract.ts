import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { query, signal } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { CoverPart, RosterId, Seed } from './fields.ts';
import { personRuleKeys } from './rule.ts';

/** One making of a roster, from its beginning until it is kept or given up; nothing of it is in the records before that. */
export const RunId = z.string().min(1).max(64);

const Cell = z.string().nullable();
const count = z.number().int();
const Rule = z.enum(personRuleKeys);

/** What contradicts itself in what was asked: see shared/roster/remarks.ts. */
export const Remark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('lock'),
    person: z.string(),
    day: Day,
    shift: Cell,
    rule: Rule.nullable(),
  }),
  z.strictObject({ kind: z.literal('impossible'), person: z.string(), rule: Rule }),
  z.strictObject({ kind: z.literal('nobodyOn'), day: Day }),
  z.strictObject({
    kind: z.literal('nobodyFor'),
    shift: z.string(),
    part: CoverPart.nullable(),
    days: count,
  }),
  z.strictObject({ kind: z.literal('noSuchShift'), shift: z.string(), days: count }),
]);

/** Why the work ended: nothing better exists, its effort is spent, or it was asked to stop. */
export const Ending = z.enum(['proven', 'spent', 'stopped']);

/** The best roster so far, judged. */
const Standing = z.strictObject({
  /** How many people are missing on all shifts together, and where. */
  open: count,
  slots: z.array(z.strictObject({ day: Day, shift: z.string(), missing: count, part: CoverPart.nullable() })),
  /** What is less than good, by rule: how often, and how much in the unit of the rule. */
  rules: z.array(
    z.strictObject({
      rule: z.enum([...personRuleKeys, 'coverMissing', 'coverSurplus']),
      cases: count,
      amount: z.number(),
    }),
  ),
});
export type Standing = z.output<typeof Standing>;

/** Cost of the best roster and what no roster can cost less than (null: nothing is proven yet), after so many seconds. */
const Point = z.strictObject({ seconds: z.number(), cost: z.number(), bound: z.number().nullable() });
export type Point = z.output<typeof Point>;

const Progress = z.strictObject({
  /** Counts the news; asked for what comes after it, the answer waits for it. */
  news: count,
  seconds: z.number(),
  points: z.array(Point),
  standing: Standing.nullable(),
  remarks: z.array(Remark),
  ended: Ending.nullable(),
});
export type MakingProgress = z.output<typeof Progress>;

const mayMake = 'roster.write';

export const generate = {
  /** Looks up everything that decides the month and begins to work on it, outside of the records; `make` keeps what came of it. */
  begin: query(mayMake)
    .input(
      z.strictObject({
        month: Month,
        seed: Seed,
        effort: z.number().int().min(1).max(100_000_000_000).optional(),
        /** Where a run of the same facts, seed and effort was stopped: see `spent` of its version. */
        until: z.number().int().min(1).optional(),
      }),
    )
    .output(z.strictObject({ run: RunId, people: count, days: count }))
    .errors(refusals('NO_CAREGIVERS', 'NO_SHIFTS')),

  /** How far it is: answers as soon as there is something new, and after a second at the latest. */
  watch: signal(mayMake)
    .input(z.strictObject({ run: RunId, after: count.min(0) }))
    .output(Progress)
    .errors(refusals('ROSTER_RUN_GONE')),

  /** Ends the work with the best roster so far; `watch` says when it has. */
  stop: signal(mayMake)
    .input(z.strictObject({ run: RunId }))
    .output(z.strictObject({}))
    .errors(refusals('ROSTER_RUN_GONE')),

  /** Gives the work up: nothing is left of it. */
  discard: signal(mayMake)
    .input(z.strictObject({ run: RunId }))
    .output(z.strictObject({})),

  /** How a version was made; null when it was not generated, or before such facts were kept. */
  origin: query('roster.read')
    .input(z.strictObject({ rosterId: RosterId }))
    .output(
      z
        .strictObject({
          effort: z.number(),
          /** Where it ended: begun again `until` there, the same facts and seed give the same cells. Null: that is not known. */
          spent: z.number().nullable(),
          ended: Ending,
          cost: z.number(),
          bound: z.number().nullable(),
          remarks: z.array(Remark),
        })
        .nullable(),
    ),
};
