import { bedQueries } from '../../db/beds.ts';
import { caregiverQueries } from '../../db/caregivers.ts';
import { deviceQueries } from '../../db/devices.ts';
import { residentQueries } from '../../db/residents.ts';
import { may } from '../../shared/contract/permissions.ts';
import { MOST_HITS, type Hit } from '../../shared/find/contract.ts';
import { endsIdentity, nearness, numberNearness } from '../../shared/find/rank.ts';
import { door, type Work } from '../core/door.ts';
import { deviceNearness } from './devices.ts';

type Ranked = { readonly rank: number; readonly hit: Hit };

export const find = {
  anything: door.find.anything.handler(async ({ input, context }) => {
    const typed = input.text.trim();
    if (typed === '') return [];
    const { role } = context.who;
    const ranked: Ranked[] = [
      ...(may(role, 'residents.read') ? await residentHits(context, typed) : []),
      ...(may(role, 'caregivers.read') ? await caregiverHits(context, typed) : []),
      ...(may(role, 'beds.read') ? await bedHits(context, typed) : []),
      ...(may(role, 'devices.read') ? await deviceHits(context, typed) : []),
    ];
    return ranked
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, MOST_HITS)
      .map(({ hit }) => hit);
  }),
};

/** People of the house come before those who left, at the same nearness. */
const GONE = 0.5;

async function residentHits({ db }: Work, typed: string): Promise<Ranked[]> {
  return (await residentQueries(db).list({ presence: 'all' })).map((row) => {
    const left = row.left_on !== null;
    const byName = nearness(typed, row.name, row);
    const byNumber = endsIdentity(typed, row.national_id) ? 4 : 0;
    const rank = Math.max(byName, byNumber);
    const hit = { kind: 'resident' as const, id: row.id, name: row.name, bed: row.bed, left };
    return { rank: rank > 0 && left ? rank - GONE : rank, hit };
  });
}

async function caregiverHits({ db }: Work, typed: string): Promise<Ranked[]> {
  return (await caregiverQueries(db).list('all')).map((row) => {
    const ended = row.ended_on !== null;
    const rank = Math.max(
      nearness(typed, row.name, row),
      numberNearness(typed, row.phone) >= 4 ? 4 : 0,
      endsIdentity(typed, row.national_id) ? 4 : 0,
    );
    const hit = { kind: 'caregiver' as const, id: row.id, name: row.name, ended };
    return { rank: rank > 0 && ended ? rank - GONE : rank, hit };
  });
}

async function bedHits({ db }: Work, typed: string): Promise<Ranked[]> {
  return (await bedQueries(db).currentBeds()).map((row) => ({
    rank: numberNearness(typed, row.label) >= 4 ? numberNearness(typed, row.label) : 0,
    hit: { kind: 'bed' as const, id: row.id, name: row.label, occupant: row.name },
  }));
}

async function deviceHits({ db }: Work, typed: string): Promise<Ranked[]> {
  return (await deviceQueries(db).listWithCurrentHolder()).map((row) => ({
    rank: deviceNearness(typed, row),
    hit: { kind: 'device' as const, id: row.id, name: row.name, code: row.code, holder: row.holder },
  }));
}
