import type { Kysely } from 'kysely';
import { requestQueries, type RequestRow } from '../../db/roster-requests.ts';
import type { Schema } from '../../db/schema.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { Request } from '../../shared/roster/model.ts';
import { wishesOf, type Asked, type RequestState } from '../../shared/roster/requests.ts';

/** The wishes of caregivers that count for these days; `isFree`: she is there that day. */
export async function wishesBetween(
  db: Kysely<Schema>,
  days: readonly Day[],
  isFree: (person: string, day: Day) => boolean,
): Promise<Request[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return wishesOf(await askedBetween(db, first, last), days, isFree);
}

/** Every request that touches the period, with the state that its last decision gave it. */
export async function askedBetween(
  db: Kysely<Schema>,
  first: string,
  last: string,
): Promise<(Asked & { readonly id: string; readonly caregiver: string })[]> {
  const decisions = await requestQueries(db).decisionsBetween(first, last);
  const stateOf = (id: string): RequestState =>
    decisions.find((decision) => decision.request_id === id)?.state ?? 'open';
  const rows = await requestQueries(db).between(first, last);
  return rows.map((row) => ({ id: row.id, caregiver: row.caregiver, ...askedOf(row, stateOf(row.id)) }));
}

export function askedOf(row: RequestRow, state: RequestState): Asked {
  return {
    person: row.caregiver_id,
    kind: row.kind,
    shift: row.shift_code,
    weight: row.weight,
    state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}
