import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { dutyBases, wishOutcomes } from './duty.ts';
import { HouseShift } from './shift-contract.ts';

const DutyResident = z.strictObject({
  id: z.string(),
  name: z.string(),
  bed: z.string().nullable(),
  zone: z.string().nullable(),
});

/** Why she answers for this resident. */
const Answered = DutyResident.extend({
  basis: z.enum(dutyBases),
  /** She also answered the last time on this kind of shift, standing in for the resident's own caregiver. */
  kept: z.boolean(),
  /** Whether a wish for somebody of one's own sex came true; null where there is none, and for who may not read files. */
  wish: z.enum(wishOutcomes).nullable(),
});

const ShiftDuties = z.strictObject({
  shift: HouseShift,
  caregivers: z.array(z.strictObject({ id: z.string(), name: z.string(), residents: z.array(Answered) })),
  unanswered: z.array(DutyResident),
});
export type ShiftDuties = z.output<typeof ShiftDuties>;
export type AnsweredResident = z.output<typeof Answered>;

/** Who answers for whom on a day of the published roster; residents who came after it was planned stand under unanswered. */
export const duties = query('roster.read')
  .input(z.strictObject({ day: Day }))
  .output(
    z.strictObject({
      day: Day,
      published: z.boolean(),
      /** The zones of the house in their order. */
      zones: z.array(z.string()),
      shifts: z.array(ShiftDuties),
    }),
  );

/**
 * Gives the duties of the published roster anew, from today on, as residents, pairings, beds and wishes stand now. What is over
 * stays as it was. `changed`: duties that are another caregiver's now, or new; `unanswered`: residents without anybody, over all shifts.
 */
export const replanDuties = command('roster.write')
  .input(z.strictObject({ month: Month }))
  .output(z.strictObject({ from: Day, changed: z.number().int(), unanswered: z.number().int() }))
  .errors(refusals('ROSTER_NOT_PUBLISHED', 'DUTIES_ARE_OVER'));
