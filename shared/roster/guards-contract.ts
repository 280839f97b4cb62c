import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { reasonedRules } from './guards.ts';
import { CaregiverId } from './leave-contract.ts';

const RecordId = z.string().min(1).max(64);
const Reason = z.string().trim().min(1).max(200);
const Cancelled = z.strictObject({ at: z.string(), reason: z.string() }).nullable();

/** Why a roster is published although a rule warns. */
export const Override = z.strictObject({ rule: z.enum(reasonedRules), reason: Reason });
export type Override = z.output<typeof Override>;

/** What a house does with a certificate that has run out: it asks for a reason, or it forbids the day. */
export const expiredCertificate = ['warning', 'hard'] as const;
const ExpiredCertificate = z.enum(expiredCertificate);

/** Missing: none is recorded; expired: already before the month; expires: within it. */
export const certificateMatters = ['expired', 'expires', 'missing'] as const;

export const postKinds = ['public-welfare', 'job'] as const;
const PostKind = z.enum(postKinds);
/** ISO numbers: 1 is Monday, 7 Sunday. */
const Weekdays = z.array(z.number().int().min(1).max(7)).max(7);

const Matters = z.strictObject({
  expiredCertificate: ExpiredCertificate,
  certificates: z.array(
    z.strictObject({
      caregiverId: z.string(),
      caregiver: z.string(),
      until: Day.nullable(),
      matter: z.enum(certificateMatters),
    }),
  ),
  /** Pairs of files with the same name, sex and day of birth. */
  twins: z.array(z.array(z.strictObject({ id: z.string(), name: z.string(), phone: z.string() }))),
});
export type GuardMatters = z.output<typeof Matters>;

const KeptOverride = z.strictObject({
  rule: z.enum(reasonedRules),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  cases: z.array(
    z.strictObject({
      caregiverId: z.string(),
      caregiver: z.string(),
      firstDay: Day,
      lastDay: Day,
      amount: z.number().int(),
    }),
  ),
});
export type KeptOverride = z.output<typeof KeptOverride>;

const Approval = z.strictObject({
  id: z.string(),
  number: z.string(),
  scope: z.string(),
  startsOn: Day,
  endsOn: Day,
  /** Number and posts are on record: only then does it loosen the limits. */
  whole: z.boolean(),
  recordedBy: z.string(),
  ended: Cancelled,
});
export type ApprovalLine = z.output<typeof Approval>;

export const guards = {
  /** What the director should know of the people before a month is rostered. */
  month: query('roster.read')
    .input(z.strictObject({ month: Month }))
    .output(Matters),

  setExpiredCertificate: command('roster.write')
    .input(z.strictObject({ mode: ExpiredCertificate }))
    .output(z.strictObject({})),

  /** Work outside this house that touches a month, the cancelled too. */
  posts: query('roster.read')
    .input(z.strictObject({ month: Month }))
    .output(
      z.array(
        z.strictObject({
          id: z.string(),
          caregiverId: z.string(),
          caregiver: z.string(),
          kind: PostKind,
          place: z.string(),
          startsOn: Day,
          endsOn: Day.nullable(),
          weekdays: Weekdays,
          cancelled: Cancelled,
        }),
      ),
    ),

  /** Without weekdays only the post itself is known, not when she is there. */
  addPost: command('roster.write')
    .input(
      z.strictObject({
        caregiverId: CaregiverId,
        kind: PostKind,
        place: z.string().trim().min(1).max(60),
        startsOn: Day,
        endsOn: Day.nullable(),
        weekdays: Weekdays,
      }),
    )
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('NOT_FOUND', 'ENDS_BEFORE_START')),

  cancelPost: command('roster.write')
    .input(z.strictObject({ id: RecordId, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),

  /** The reasons with which a version was published over warnings. */
  overrides: query('roster.read')
    .input(z.strictObject({ rosterId: RecordId }))
    .output(z.array(KeptOverride)),
};

/** Approvals of comprehensive working hours (综合计算工时) by the labour department (劳部发〔1994〕503号). */
export const hours = {
  approvals: query('roster.read').input(z.strictObject({})).output(z.array(Approval)),

  /** Without the posts that it names an approval is not whole, and does not count. */
  approve: command('roster.write')
    .input(
      z.strictObject({
        number: z.string().trim().min(1).max(60),
        scope: z.string().trim().min(1).max(120),
        startsOn: Day,
        endsOn: Day,
      }),
    )
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('ENDS_BEFORE_START')),

  /** Names the posts of an approval that was entered without them. */
  complete: command('roster.write')
    .input(z.strictObject({ id: RecordId, scope: z.string().trim().min(1).max(120), startsOn: Day }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'ENDS_BEFORE_START')),

  end: command('roster.write')
    .input(z.strictObject({ id: RecordId, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),
};
