import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query, sensitive } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';
import { duties, replanDuties } from './duty-contract.ts';
import { fairness } from './fairness-contract.ts';
import { CoverPart, RosterId } from './fields.ts';
import { generate, Remark, RunId } from './generate-contract.ts';
import { guards, hours, Override } from './guards-contract.ts';
import { CaregiverId, leave, LeaveKind, protection } from './leave-contract.ts';
import { requests } from './requests-contract.ts';
import { copy, rotation } from './copy-contract.ts';
import { swaps } from './swap-contract.ts';
import { papers } from './papers-contract.ts';
import { repair } from './repair-contract.ts';
import { parts } from './zone-cover-contract.ts';
import { cover, HouseShift, ShiftCode, shifts } from './shift-contract.ts';

const Cell = z.string().nullable();
const count = z.number().int();
/** A month of sixty people, and some room. */
const MOST_CELLS = 4_000;

const Head = z.strictObject({
  id: z.string(),
  month: Month,
  version: z.number().int(),
  state: z.enum(['draft', 'published', 'superseded']),
  seed: z.number().int(),
  madeAt: z.string(),
  madeBy: z.string(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
});
export type RosterHead = z.output<typeof Head>;

/** The neutral model of shared/roster/model.ts, so that the grid judges each keystroke with the very rules of the generator. */
const Model = z.strictObject({
  days: z.array(Day),
  workdays: z.array(Day),
  shifts: z.array(HouseShift),
  people: z.array(
    z.strictObject({
      id: z.string(),
      absences: z.array(z.strictObject({ day: Day, why: z.enum(['leave', 'not-employed']) })),
      protectedOn: z.array(Day),
      shifts: z.array(z.string()).nullable(),
      before: z.array(Cell),
      terms: z.strictObject({
        mostOf: z.record(z.string(), count),
        leastMinutes: count.nullable(),
        mostMinutes: count.nullable(),
        mostDaysInARow: count.nullable(),
        leastDaysInARow: count.nullable(),
        leastRestInARow: count.nullable(),
        mostWeekends: count.nullable(),
      }),
      history: z.strictObject({
        days: count,
        minutes: count,
        nights: count,
        weekends: count,
        holidays: count,
      }),
      guards: z
        .strictObject({
          uncertifiedOn: z.array(Day),
          elsewhereOn: z.array(Day),
          secondPostOn: z.array(Day),
        })
        .optional(),
    }),
  ),
  cover: z.array(
    z.strictObject({
      day: Day,
      shift: z.string(),
      minimum: z.number().int(),
      among: z.array(z.string()).nullable(),
      missing: z.number(),
      surplus: z.number(),
      part: CoverPart.nullable().optional(),
    }),
  ),
  locks: z.array(z.strictObject({ person: z.string(), day: Day, shift: Cell })),
  limits: z.strictObject({
    daysInARow: count,
    nightsInARow: count.nullable(),
    minutesInAWeek: count.nullable(),
    restBetweenShifts: count,
    forbiddenSuccessions: z.array(z.strictObject({ before: z.string(), after: z.string() })),
    ordinaryDay: z.number().int(),
    extensionInADay: z.number().int(),
    extensionInAMonth: z.number().int(),
    comprehensiveHours: z.boolean(),
    uncertifiedIsHard: z.boolean().optional(),
  }),
  holidays: z.array(Day),
  requests: z.array(
    z.strictObject({ person: z.string(), day: Day, shift: Cell, wanted: z.boolean(), weight: z.number() }),
  ),
  published: z
    .strictObject({ roster: z.record(z.string(), z.array(Cell)), cell: z.number(), person: z.number() })
    .nullable(),
  weights: z.record(z.string(), z.number()),
});

const View = z.strictObject({
  month: Month,
  roster: Head.nullable(),
  versions: z.array(Head),
  model: Model,
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      leave: z.array(z.strictObject({ day: Day, kind: LeaveKind })),
    }),
  ),
  holidays: z.array(
    z.strictObject({ day: Day, name: z.string(), kind: z.enum(['statutory', 'rest', 'work']) }),
  ),
  /** By caregiver, a cell for each day of the model. */
  cells: z.record(z.string(), z.array(Cell)),
  hard: z.number().int(),
  open: z.number().int(),
});
export type RosterView = z.output<typeof View>;

const CellPlace = z.strictObject({ caregiverId: CaregiverId, day: Day });

export const roster = {
  fairness,
  shifts,
  cover,
  parts,
  hours,
  guards,
  leave,
  protection,
  requests,
  swaps,
  repair,
  copy,
  rotation,

  /** The month with its draft, else its published roster, or the version that is asked for; also when there is none yet. */
  open: query('roster.read')
    .input(z.strictObject({ month: Month, version: z.number().int().min(1).max(10_000).optional() }))
    .output(View)
    .errors(refusals('NOT_FOUND')),

  generate,

  /** Makes the roster of a run that has ended the month's draft; locked cells of the draft before it are kept where they can be. */
  make: command('roster.write')
    .input(z.strictObject({ run: RunId }))
    .output(z.strictObject({ view: View, remarks: z.array(Remark) }))
    .errors(refusals('ROSTER_RUN_GONE', 'ROSTER_FACTS_CHANGED')),

  /** Begins a draft as a copy of the published roster; or of the version that is asked for, and then a draft becomes an old version. */
  revise: command('roster.write')
    .input(z.strictObject({ month: Month, version: z.number().int().min(1).max(10_000).optional() }))
    .output(View)
    .errors(refusals('NOT_FOUND', 'ROSTER_HAS_DRAFT')),

  /** Puts a draft away: what is published stands alone again, and the draft is an old version that can be taken up again. */
  putAway: command('roster.write')
    .input(z.strictObject({ rosterId: RosterId }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'ROSTER_NOT_DRAFT')),

  /** Writes cells of a draft; null is rest. What the roster then breaks comes back with the view's numbers. */
  setCells: command('roster.write')
    .input(
      z.strictObject({
        rosterId: RosterId,
        cells: z
          .array(CellPlace.extend({ shift: ShiftCode.nullable() }))
          .min(1)
          .max(MOST_CELLS),
      }),
    )
    .output(z.strictObject({ hard: z.number().int(), open: z.number().int() }))
    .errors(refusals('NOT_FOUND', 'ROSTER_NOT_DRAFT')),

  /** Locked cells are kept when the roster is made again. */
  lock: command('roster.write')
    .input(
      z.strictObject({
        rosterId: RosterId,
        cells: z.array(CellPlace).min(1).max(MOST_CELLS),
        locked: z.boolean(),
      }),
    )
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'ROSTER_NOT_DRAFT')),

  /** Freezes the draft as the month's roster and says for every shift who answers for whom. Open slots are allowed, breaches are not; each kind of warning of the guards needs its reason, which is kept. */
  publish: command('roster.write')
    .input(z.strictObject({ rosterId: RosterId, overrides: z.array(Override).max(20).default([]) }))
    .output(
      z.strictObject({ duties: z.number().int(), unanswered: z.number().int(), open: z.number().int() }),
    )
    .errors(refusals('NOT_FOUND', 'ROSTER_NOT_DRAFT', 'ROSTER_BREAKS_RULE', 'OVERRIDE_REASON_MISSING')),

  duties,
  replanDuties,
  papers,

  workbook: sensitive('roster.read', 'copy')
    .input(z.strictObject({ month: Month, version: z.number().int().min(1).max(10_000).optional() }))
    .output(FileContent)
    .errors(refusals('NOT_FOUND')),
};
