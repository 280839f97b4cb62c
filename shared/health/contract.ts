import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query, sensitive } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { LONGEST_NOTE } from './sheet-draft.ts';
import { vitalKeys } from './vitals.ts';

const Id = z.string().min(1).max(64);
const VitalKey = z.enum(vitalKeys);
/** Wide enough for a slip of the pen, so that it gets the sentence that names the resident and the field. */
const Value = z.number().int().min(0).max(99_999).nullable();
const VitalsOf = z.strictObject({
  temperature: Value,
  pulse: Value,
  respiration: Value,
  systolic: Value,
  diastolic: Value,
  oxygen: Value,
  glucose: Value,
  weight: Value,
  height: Value,
});
const Round = z.number().int().min(1).max(99);
const Note = z.string().max(LONGEST_NOTE);
const Confirmed = z.array(VitalKey).max(vitalKeys.length);
const Reason = z.string().trim().min(1).max(200);

const Range = z.strictObject({ lowest: z.number().int().min(0), highest: z.number().int().max(99_999) });
const UsualRanges = z.record(
  VitalKey,
  z.strictObject({ range: Range.nullable(), status: z.enum(['unconfirmed', 'local']) }),
);

const Doer = z.strictObject({ id: z.string(), name: z.string() });

const Checkup = z.strictObject({
  id: z.string(),
  residentId: z.string(),
  day: Day,
  round: Round,
  values: VitalsOf,
  note: z.string(),
  confirmed: Confirmed,
  doer: Doer,
  typist: Doer,
  recordedAt: z.string(),
});
export type Checkup = z.output<typeof Checkup>;

const Resident = z.strictObject({
  residentId: z.string(),
  name: z.string(),
  standing: z.enum(['registered', 'provisional']),
  /** `102-1`, or empty for a resident without a bed. */
  bed: z.string(),
});

const RoundRow = Resident.extend({
  zone: z.string(),
  pinyin: z.string(),
  initials: z.string(),
  /** The newest earlier value of each vital and its day. */
  last: z.partialRecord(VitalKey, z.strictObject({ value: z.number().int(), day: Day })),
  done: Checkup.nullable(),
});
export type RoundRow = z.output<typeof RoundRow>;

const MonthRow = Checkup.extend({
  name: z.string(),
  bed: z.string(),
  /** Set on a row that no longer counts. */
  superseded: z
    .strictObject({
      at: z.string(),
      by: z.string(),
      reason: z.string(),
      kind: z.enum(['corrected', 'withdrawn']),
    })
    .nullable(),
});
export type MonthRow = z.output<typeof MonthRow>;

const sheetRefusals = refusals(
  'CHECKUP_IMPOSSIBLE',
  'CHECKUP_PRESSURE_REVERSED',
  'CHECKUP_PRESSURE_HALF',
  'CHECKUP_EMPTY',
  'CHECKUP_UNCONFIRMED',
  'CHECKUP_DOER',
);

export const checkups = {
  /** The sheet of one round: everybody in house on the day by room and bed, last values, what is recorded already. */
  round: sensitive('checkups.read', 'health')
    .input(z.strictObject({ day: Day, round: Round }))
    .output(
      z.strictObject({
        today: Day,
        ranges: UsualRanges,
        /** The nurses and the caregivers employed on the day; those on the published duty list first. */
        doers: z.array(Doer.extend({ kind: z.enum(['nurse', 'caregiver']), onDuty: z.boolean() })),
        rows: z.array(RoundRow),
      }),
    )
    .errors(refusals('DAY_IN_FUTURE')),

  /** Records rows of one round, all or none. Every unusual value must be named in `confirmed`. */
  record: command('checkups.write')
    .input(
      z.strictObject({
        day: Day,
        round: Round,
        doer: Id,
        rows: z
          .array(z.strictObject({ residentId: Id, values: VitalsOf, note: Note, confirmed: Confirmed }))
          .min(1)
          .max(200),
      }),
    )
    .output(z.strictObject({ saved: z.array(z.strictObject({ residentId: z.string(), id: z.string() })) }))
    .errors({
      ...sheetRefusals,
      ...refusals(
        'DAY_IN_FUTURE',
        'CHECKUP_NOT_IN_HOUSE',
        'CHECKUP_RECORDED_ALREADY',
        'CHECKUP_TWICE',
        'NOT_FOUND',
      ),
    }),

  /** Puts a new row in the place of a wrong one; the old one stays, with who, when and why. */
  correct: command('checkups.write')
    .input(
      z.strictObject({
        id: Id,
        values: VitalsOf,
        note: Note,
        confirmed: Confirmed,
        doer: Id,
        reason: Reason,
      }),
    )
    .output(z.strictObject({ id: z.string() }))
    .errors({ ...sheetRefusals, ...refusals('NOT_FOUND', 'CHECKUP_SUPERSEDED', 'NOTHING_CHANGED') }),

  /** Takes back a row that should not be there (the wrong resident, the wrong day); it stays readable with the reason. */
  withdraw: command('checkups.write')
    .input(z.strictObject({ id: Id, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'CHECKUP_SUPERSEDED')),

  list: sensitive('checkups.read', 'health')
    .input(
      z.strictObject({ month: Month, residentId: Id.optional(), withSuperseded: z.boolean().optional() }),
    )
    .output(z.strictObject({ ranges: UsualRanges, rows: z.array(MonthRow) })),

  /** The current checkups of one resident from a day to a day, both included, oldest first. */
  trend: sensitive('checkups.read', 'health')
    .input(z.strictObject({ residentId: Id, from: Day, to: Day }))
    .output(
      z.strictObject({
        resident: Resident,
        ranges: UsualRanges,
        points: z.array(
          z.strictObject({
            id: z.string(),
            day: Day,
            round: Round,
            values: VitalsOf,
            note: z.string(),
            /** Tenths of kg/m²; null unless weight and a height up to that day are known. */
            bodyMassIndex: z.number().int().nullable(),
          }),
        ),
      }),
    )
    .errors(refusals('NOT_FOUND', 'CHECKUP_SPAN')),

  /** Who was in house in the month and has no checkup in it, longest without one first. */
  due: query('checkups.read')
    .input(z.strictObject({ month: Month }))
    .output(
      z.strictObject({
        inHouse: z.number().int(),
        due: z.array(Resident.extend({ lastDay: Day.nullable() })),
      }),
    ),

  /** The usual ranges of this centre; null puts a vital back to the adult default. */
  setRange: command('checkups.write')
    .input(z.strictObject({ key: VitalKey, range: Range.nullable() }))
    .output(z.strictObject({ ranges: UsualRanges }))
    .errors(refusals('CHECKUP_RANGE')),
};
