import type { Insertable, Kysely } from 'kysely';
import type { Day } from '../shared/calendar/day.ts';
import type { Pairing } from '../shared/pairing/limits.ts';
import type { Schema } from './schema.ts';
import type { PairingTable } from './tables/caregivers.ts';

export function pairingQueries(db: Kysely<Schema>) {
  const pairings = () =>
    db
      .selectFrom('pairing')
      .innerJoin('caregiver', 'caregiver.id', 'pairing.caregiver_id')
      .innerJoin('resident', 'resident.id', 'pairing.resident_id');

  return {
    /** Every pairing that holds now. */
    current: () =>
      pairings()
        .select(['pairing.id', 'pairing.caregiver_id', 'pairing.resident_id', 'pairing.starts_on'])
        .select(['caregiver.name as caregiver', 'resident.name as resident'])
        .where('pairing.ends_on', 'is', null)
        .orderBy('pairing.starts_on')
        .orderBy('resident.pinyin')
        .execute(),

    /** Every pairing, past or present, of a caregiver or of a resident: what a new one is held against. */
    async touching(caregiverId: string, residentId: string): Promise<Pairing[]> {
      const rows = await pairings()
        .select(['caregiver.id as caregiverId', 'caregiver.name as caregiver'])
        .select(['resident.id as residentId', 'resident.name as resident'])
        .select(['pairing.starts_on as startsOn', 'pairing.ends_on as endsOn'])
        .where((eb) =>
          eb.or([eb('pairing.caregiver_id', '=', caregiverId), eb('pairing.resident_id', '=', residentId)]),
        )
        .orderBy('pairing.starts_on')
        .execute();
      return rows as (Omit<(typeof rows)[number], 'startsOn' | 'endsOn'> & {
        startsOn: Day;
        endsOn: Day | null;
      })[];
    },

    currentById: (id: string) =>
      pairings()
        .select([
          'pairing.id',
          'pairing.starts_on',
          'caregiver.name as caregiver',
          'resident.name as resident',
        ])
        .where('pairing.id', '=', id)
        .where('pairing.ends_on', 'is', null)
        .executeTakeFirst(),

    currentOfResident: (residentId: string) =>
      pairings()
        .select([
          'pairing.id',
          'pairing.starts_on',
          'caregiver.id as caregiver_id',
          'caregiver.name as caregiver',
        ])
        .where('pairing.resident_id', '=', residentId)
        .where('pairing.ends_on', 'is', null)
        .executeTakeFirst(),

    currentOfCaregiver: (caregiverId: string) =>
      pairings()
        .select([
          'pairing.id',
          'pairing.starts_on',
          'resident.id as resident_id',
          'resident.name as resident',
        ])
        .where('pairing.caregiver_id', '=', caregiverId)
        .where('pairing.ends_on', 'is', null)
        .orderBy('pairing.starts_on')
        .execute(),

    historyOfResident: (residentId: string) =>
      pairings()
        .selectAll('pairing')
        .select('caregiver.name as caregiver')
        .where('pairing.resident_id', '=', residentId)
        .orderBy('pairing.starts_on', 'desc')
        .orderBy('pairing.recorded_at', 'desc')
        .execute(),

    historyOfCaregiver: (caregiverId: string) =>
      pairings()
        .selectAll('pairing')
        .select('resident.name as resident')
        .where('pairing.caregiver_id', '=', caregiverId)
        .orderBy('pairing.starts_on', 'desc')
        .orderBy('pairing.recorded_at', 'desc')
        .execute(),

    async insert(row: Insertable<PairingTable>) {
      await db.insertInto('pairing').values(row).execute();
    },

    async end(id: string, end: { on: string; reason: string; at: string; by: string }) {
      await db
        .updateTable('pairing')
        .set({ ends_on: end.on, end_reason: end.reason, end_recorded_at: end.at, end_recorded_by: end.by })
        .where('id', '=', id)
        .where('ends_on', 'is', null)
        .execute();
    },
  };
}
