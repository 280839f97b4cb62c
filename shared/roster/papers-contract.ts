import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { CaregiverId, LeaveKind } from './leave-contract.ts';
import { HouseShift } from './shift-contract.ts';

const Cell = z.string().nullable();
const Version = z.number().int().min(1).max(10_000);
/** A version that was published, and when. */
const Published = z.strictObject({ version: z.number().int(), publishedAt: z.string() });

/** What a sheet of a roster must say of changes since people first read it. */
const Changes = z.strictObject({
  /** Every version of the month that was published, up to the one that is shown, the oldest first. */
  published: z.array(Published),
  /** Cells that are not as first published: what stood there before, and the version that changed it last (null: the draft). */
  cells: z.array(
    z.strictObject({
      person: z.string(),
      name: z.string(),
      day: Day,
      before: Cell,
      now: Cell,
      version: z.number().int().nullable(),
    }),
  ),
});
export type RosterChanges = z.output<typeof Changes>;

const Slips = z.strictObject({
  month: Month,
  /** Null where the month has no roster yet. */
  roster: z
    .strictObject({ version: z.number().int(), isPublished: z.boolean(), publishedAt: z.string().nullable() })
    .nullable(),
  days: z.array(Day),
  shifts: z.array(HouseShift),
  holidays: z.array(
    z.strictObject({ day: Day, name: z.string(), kind: z.enum(['statutory', 'rest', 'work']) }),
  ),
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      cells: z.array(Cell),
      leave: z.array(z.strictObject({ day: Day, kind: LeaveKind })),
      /** For whom she answers, day by day, as far as duties were given. */
      duties: z.array(
        z.strictObject({
          day: Day,
          residents: z.array(
            z.strictObject({ name: z.string(), bed: z.string().nullable(), room: z.string().nullable() }),
          ),
        }),
      ),
    }),
  ),
});
export type RosterSlips = z.output<typeof Slips>;

export const papers = {
  /** The changes of a version (the one that `roster.open` shows when none is named) since the month was first published. */
  changes: query('roster.read')
    .input(z.strictObject({ month: Month, version: Version.optional() }))
    .output(Changes)
    .errors(refusals('NOT_FOUND')),

  /** One person's month, for some people or (null) all: of the published roster, or of the draft where none is published yet. */
  slips: query('roster.read')
    .input(z.strictObject({ month: Month, people: z.array(CaregiverId).max(300).nullable() }))
    .output(Slips),
};
