import { careWishQueries } from '../../db/care-wishes.ts';
import { residentQueries } from '../../db/residents.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { CareWish } from '../../shared/residents/wish-contract.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { requireDayBetween } from './days.ts';

async function residentRow({ db }: Work, id: string) {
  return (await residentQueries(db).byId(id)) ?? refuse('NOT_FOUND', { what: 'resident' });
}

export const wish = {
  of: door.residents.wish.of.handler(async ({ input: { residentId }, context }) => {
    await residentRow(context, residentId);
    const rows = await careWishQueries(context.db).of(residentId);
    const shown = (row: (typeof rows)[number]): CareWish => ({
      id: row.id,
      intimateCare: row.intimate_care,
      saidBy: row.said_by,
      saidOn: row.said_on as Day,
      note: row.note,
      recordedAt: row.recorded_at,
      recordedBy: row.recorder ?? row.recorded_by,
    });
    const now = rows.find((row) => row.superseded_at === null);
    return {
      now: now ? shown(now) : null,
      earlier: rows.filter((row) => row.superseded_at !== null).map(shown),
    };
  }),

  record: door.residents.wish.record.handler(async ({ input, context }) => {
    const { db, at, who, today, newId, note } = context;
    const resident = await residentRow(context, input.residentId);
    if (resident.left_on !== null) refuse('RESIDENT_LEFT', { resident: resident.name, on: resident.left_on });
    requireDayBetween(input.saidOn, today, resident.birth_on);
    const queries = careWishQueries(db);
    const id = newId();
    await queries.supersedeCurrent(resident.id, at);
    await queries.insert({
      id,
      resident_id: resident.id,
      intimate_care: input.intimateCare,
      said_by: input.saidBy,
      said_on: input.saidOn,
      note: input.note,
      recorded_at: at,
      recorded_by: who.id,
      superseded_at: null,
    });
    note(resident.id, input.intimateCare);
    return { id };
  }),
};
