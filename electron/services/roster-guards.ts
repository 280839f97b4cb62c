import { caregiverQueries } from '../../db/caregivers.ts';
import { guardQueries } from '../../db/guards.ts';
import { peopleQueries } from '../../db/people.ts';
import { firstDay, lastDay, type Day } from '../../shared/calendar/day.ts';
import { isWhole, type ReasonedRule } from '../../shared/roster/guards.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { EXPIRED_CERTIFICATE, expiredCertificateMode, twinsAmong, weekdaysOf } from './guard-facts.ts';

export const guards = {
  month: door.roster.guards.month.handler(async ({ input: { month }, context: { db } }) => {
    const [first, last] = [firstDay(month), lastDay(month)];
    const people = await guardQueries(db).certificates(first, last);
    return {
      expiredCertificate: await expiredCertificateMode(db),
      certificates: people.flatMap(({ id, name, health_certificate_until }) => {
        const until = health_certificate_until as Day | null;
        if (until !== null && until >= last) return [];
        const matter = until === null ? 'missing' : until < first ? 'expired' : 'expires';
        return [{ caregiverId: id, caregiver: name, until, matter } as const];
      }),
      twins: twinsAmong(people).map((group) => group.map(({ id, name, phone }) => ({ id, name, phone }))),
    };
  }),

  setExpiredCertificate: door.roster.guards.setExpiredCertificate.handler(
    async ({ input: { mode }, context: { db, at, who, note } }) => {
      await peopleQueries(db).setSetting(EXPIRED_CERTIFICATE, mode, at, who.id);
      note(EXPIRED_CERTIFICATE, mode);
      return {};
    },
  ),

  posts: door.roster.guards.posts.handler(async ({ input: { month }, context: { db } }) =>
    (await guardQueries(db).postsBetween(firstDay(month), lastDay(month))).map((row) => ({
      id: row.id,
      caregiverId: row.caregiver_id,
      caregiver: row.caregiver,
      kind: row.kind,
      place: row.place,
      startsOn: row.starts_on as Day,
      endsOn: row.ends_on as Day | null,
      weekdays: weekdaysOf(row.weekdays),
      cancelled:
        row.cancelled_at === null ? null : { at: row.cancelled_at, reason: row.cancelled_reason ?? '' },
    })),
  ),

  addPost: door.roster.guards.addPost.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    if (!(await caregiverQueries(db).byId(input.caregiverId))) refuse('NOT_FOUND', { what: 'caregiver' });
    if (input.endsOn !== null && input.endsOn < input.startsOn) refuse('ENDS_BEFORE_START', {});
    const id = newId();
    await guardQueries(db).insertPost({
      id,
      caregiver_id: input.caregiverId,
      kind: input.kind,
      place: input.place,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      weekdays: [...new Set(input.weekdays)].toSorted((a, b) => a - b).join(''),
      recorded_at: at,
      recorded_by: who.id,
    });
    note(id, `${input.kind} ${input.caregiverId} from ${input.startsOn}`);
    return { id };
  }),

  cancelPost: door.roster.guards.cancelPost.handler(async ({ input, context: { db, at, who, note } }) => {
    if (!(await guardQueries(db).currentPostById(input.id))) refuse('NOT_FOUND', { what: 'post' });
    await guardQueries(db).cancelPost(input.id, { at, by: who.id, reason: input.reason });
    note(input.id, input.reason);
    return {};
  }),

  overrides: door.roster.guards.overrides.handler(async ({ input: { rosterId }, context: { db } }) => {
    const cases = await guardQueries(db).casesOf(rosterId);
    return (await guardQueries(db).overridesOf(rosterId)).map((row) => ({
      rule: row.rule as ReasonedRule,
      reason: row.reason,
      at: row.recorded_at,
      by: row.recorder ?? row.recorded_by,
      cases: cases
        .filter(({ override_id }) => override_id === row.id)
        .map((one) => ({
          caregiverId: one.caregiver_id,
          caregiver: one.caregiver,
          firstDay: one.first_day as Day,
          lastDay: one.last_day as Day,
          amount: one.amount,
        })),
    }));
  }),
};

export const hours = {
  approvals: door.roster.hours.approvals.handler(async ({ context: { db } }) =>
    (await guardQueries(db).approvals()).map((row) => {
      const approval = {
        number: row.number,
        scope: row.scope,
        startsOn: row.starts_on as Day,
        endsOn: row.ends_on as Day,
      };
      return {
        id: row.id,
        ...approval,
        whole: isWhole(approval),
        recordedBy: row.recorder ?? row.recorded_by,
        ended: row.ended_at === null ? null : { at: row.ended_at, reason: row.ended_reason ?? '' },
      };
    }),
  ),

  approve: door.roster.hours.approve.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    if (input.endsOn < input.startsOn) refuse('ENDS_BEFORE_START', {});
    const id = newId();
    await guardQueries(db).insertApproval({
      id,
      number: input.number,
      scope: input.scope,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      recorded_at: at,
      recorded_by: who.id,
    });
    note(id, `${input.number} ${input.startsOn} ${input.endsOn}`);
    return { id };
  }),

  complete: door.roster.hours.complete.handler(async ({ input, context: { db, note } }) => {
    const approval = await guardQueries(db).currentApprovalById(input.id);
    if (!approval || approval.scope !== '') refuse('NOT_FOUND', { what: 'approval' });
    if (approval.ends_on < input.startsOn) refuse('ENDS_BEFORE_START', {});
    await guardQueries(db).completeApproval(input.id, input.scope, input.startsOn);
    note(input.id, `${input.scope} from ${input.startsOn}`);
    return {};
  }),

  end: door.roster.hours.end.handler(async ({ input, context: { db, at, who, note } }) => {
    if (!(await guardQueries(db).currentApprovalById(input.id))) refuse('NOT_FOUND', { what: 'approval' });
    await guardQueries(db).endApproval(input.id, { at, by: who.id, reason: input.reason });
    note(input.id, input.reason);
    return {};
  }),
};
