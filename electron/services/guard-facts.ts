import type { Kysely } from 'kysely';
import { guardQueries } from '../../db/guards.ts';
import { peopleQueries } from '../../db/people.ts';
import type { Schema } from '../../db/schema.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { areApproved, guardsOn } from '../../shared/roster/guards.ts';
import type { expiredCertificate } from '../../shared/roster/guards-contract.ts';

/** The setting that says what a certificate does that has run out. */
export const EXPIRED_CERTIFICATE = 'roster-expired-certificate';

type CertificateRow = Awaited<ReturnType<ReturnType<typeof guardQueries>['certificates']>>[number];

/** The days of a roster that the guards speak of, by caregiver, where there are any. */
export async function guardsBetween(
  db: Kysely<Schema>,
  days: readonly Day[],
): Promise<ReadonlyMap<string, ReturnType<typeof guardsOn>>> {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const people = await guardQueries(db).certificates(first, last);
  const twins = new Set(twinsAmong(people).flatMap((pair) => pair.map(({ id }) => id)));
  const posts = (await guardQueries(db).postsBetween(first, last)).filter((row) => row.cancelled_at === null);
  return new Map(
    people.map((row) => [
      row.id,
      guardsOn(days, {
        certificateUntil: row.health_certificate_until as Day | null,
        isTwin: twins.has(row.id),
        posts: posts
          .filter(({ caregiver_id }) => caregiver_id === row.id)
          .map(({ kind, starts_on, ends_on, weekdays }) => ({
            kind,
            startsOn: starts_on as Day,
            endsOn: ends_on as Day | null,
            weekdays: weekdaysOf(weekdays),
          })),
      }),
    ]),
  );
}

/** Files that seem to be of one person: the same name, sex and day of birth under different numbers. */
export function twinsAmong(people: readonly CertificateRow[]): CertificateRow[][] {
  return [...Map.groupBy(people, (row) => `${row.name} ${row.sex} ${row.birth_on}`).values()].filter(
    (group) => group.length > 1,
  );
}

/** Whether comprehensive hours are approved on every one of the days (劳部发〔1994〕503号). */
export async function hoursApproved(db: Kysely<Schema>, days: readonly Day[]): Promise<boolean> {
  const approvals = await guardQueries(db).currentApprovals();
  return areApproved(
    days,
    approvals.map((row) => ({
      number: row.number,
      scope: row.scope,
      startsOn: row.starts_on as Day,
      endsOn: row.ends_on as Day,
    })),
  );
}

export async function expiredCertificateMode(
  db: Kysely<Schema>,
): Promise<(typeof expiredCertificate)[number]> {
  return (await peopleQueries(db).setting(EXPIRED_CERTIFICATE)) === 'hard' ? 'hard' : 'warning';
}

/** `135` are Monday, Wednesday, Friday. */
export function weekdaysOf(text: string): number[] {
  return [...text].map(Number);
}
