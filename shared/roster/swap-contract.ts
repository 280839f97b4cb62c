import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { failures, refusals } from '../contract/failures.ts';
import { Cell, Touched } from './effect-contract.ts';
import { CaregiverId } from './leave-contract.ts';

const Side = z.strictObject({ caregiverId: CaregiverId, day: Day });
const Swap = { one: Side, other: Side };
const Named = { caregiverId: z.string(), caregiver: z.string(), day: Day };

const reasons = ['SWAP_NOTHING', 'SWAP_PAST', 'SWAP_COVER', 'CHANGE_BREAKS_RULE'] as const;
/** A reason as the request itself would be refused with: its sentence is that of the failure. */
const Reason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal(reasons[0]), data: failures.SWAP_NOTHING.data }),
  z.strictObject({ code: z.literal(reasons[1]), data: failures.SWAP_PAST.data }),
  z.strictObject({ code: z.literal(reasons[2]), data: failures.SWAP_COVER.data }),
  z.strictObject({ code: z.literal(reasons[3]), data: failures.CHANGE_BREAKS_RULE.data }),
]);
export type SwapReason = z.output<typeof Reason>;

const asked = refusals('NOT_FOUND', 'ROSTER_MISSING', 'SWAP_TWO_MONTHS', 'SWAP_ALONE');

export const swaps = {
  /** The swaps that were agreed in a month, the newest first. */
  list: query('roster.read')
    .input(z.strictObject({ month: Month }))
    .output(
      z.array(
        z.strictObject({
          id: z.string(),
          one: z.strictObject({ ...Named, shift: Cell }),
          other: z.strictObject({ ...Named, shift: Cell }),
          askedBy: z.string(),
          reason: z.string(),
          at: z.string(),
          by: z.string(),
          version: z.number().int(),
          state: z.enum(['draft', 'published', 'superseded']),
        }),
      ),
    ),

  /** Whether it may be agreed on the draft of the month, else on its published roster, and what it changes. */
  check: query('roster.read')
    .input(z.strictObject(Swap))
    .output(
      z.strictObject({
        month: Month,
        version: z.number().int(),
        state: z.enum(['draft', 'published']),
        changes: z.array(z.strictObject({ ...Named, before: Cell, after: Cell })),
        /** None: it may be agreed. */
        refusals: z.array(Reason),
        remarks: z.array(Touched),
        restBetweenShifts: z.number().int(),
      }),
    )
    .errors(asked),

  /** Makes it so: in the draft, or as a new version of the published roster whose duties of those days are given anew. */
  agree: command('roster.write')
    .input(z.strictObject({ ...Swap, askedBy: CaregiverId, reason: z.string().trim().min(1).max(200) }))
    .output(
      z.strictObject({
        version: z.number().int(),
        state: z.enum(['draft', 'published']),
        unanswered: z.number().int(),
      }),
    )
    .errors({ ...asked, ...refusals(...reasons) }),
};
