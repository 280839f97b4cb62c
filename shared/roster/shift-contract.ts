import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';

export const ShiftCode = z.string().regex(/^[A-Z]$/);
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const HouseShift = z.strictObject({
  code: ShiftCode,
  name: z.string().trim().min(1).max(12),
  nameEn: z.string().trim().min(1).max(24),
  startsAt: Clock,
  endsAt: Clock,
  /** Paid minutes. */
  minutes: z.number().int().min(30).max(1440),
  night: z.boolean(),
  maxResidents: z.number().int().min(1).max(200),
});
export type HouseShift = z.output<typeof HouseShift>;

/** What a shift needs from a day on: set by the director, or (rule null) what the residents in house need. */
const CoverNow = z.strictObject({
  shift: ShiftCode,
  minimum: z.number().int(),
  usual: z.number().int(),
  rule: z.strictObject({ id: z.string(), from: Day }).nullable(),
});

export const shifts = {
  list: query('roster.read').input(z.strictObject({})).output(z.array(HouseShift)),

  /** Adds a shift type, or corrects one by its code; what it was before stays on record. */
  save: command('roster.write')
    .input(HouseShift)
    .output(HouseShift)
    .errors(refusals('SHIFT_NAME_TAKEN', 'SHIFT_TOO_SHORT')),

  /** Takes a shift type out of use; rosters that used it keep it. */
  retire: command('roster.write')
    .input(z.strictObject({ code: ShiftCode }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'SHIFT_IN_DRAFT', 'LAST_SHIFT')),
};

export const cover = {
  /** What every shift needs on a day. */
  on: query('roster.read')
    .input(z.strictObject({ day: Day }))
    .output(z.strictObject({ residents: z.number().int(), cover: z.array(CoverNow) })),

  /** Sets what a shift needs from a day on; null gives it back to the number of residents in house. */
  set: command('roster.write')
    .input(
      z.strictObject({ shift: ShiftCode, minimum: z.number().int().min(0).max(200).nullable(), from: Day }),
    )
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),
};
