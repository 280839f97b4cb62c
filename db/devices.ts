import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Schema } from './schema.ts';
import type { DeviceHoldingTable, DeviceTable } from './tables/residents.ts';

export type DeviceRow = Selectable<DeviceTable>;

export function deviceQueries(db: Kysely<Schema>) {
  const withHolder = () =>
    db
      .selectFrom('device')
      .leftJoin('device_holding as holding', (join) =>
        join.onRef('holding.device_id', '=', 'device.id').on('holding.ends_on', 'is', null),
      )
      .leftJoin('resident', 'resident.id', 'holding.resident_id')
      .leftJoin('stay', (join) =>
        join.onRef('stay.resident_id', '=', 'resident.id').on('stay.ends_on', 'is', null),
      )
      .leftJoin('bed', 'bed.id', 'stay.bed_id')
      .selectAll('device')
      .select(['holding.id as holding_id', 'holding.starts_on as held_since'])
      .select(['resident.id as holder_id', 'resident.name as holder', 'resident.pinyin', 'resident.initials'])
      .select('bed.label as bed');

  return {
    /** All devices with who has them now, by number. */
    listWithCurrentHolder: () => withHolder().orderBy('device.code').execute(),

    byIdWithCurrentHolder: (id: string) => withHolder().where('device.id', '=', id).executeTakeFirst(),

    byCode: (code: string): Promise<DeviceRow | undefined> =>
      db.selectFrom('device').selectAll().where('code', '=', code).executeTakeFirst(),

    async insert(row: Insertable<DeviceTable>) {
      await db.insertInto('device').values(row).execute();
    },

    async update(id: string, patch: Updateable<DeviceTable>) {
      await db.updateTable('device').set(patch).where('id', '=', id).execute();
    },

    /** Who has had a device, newest first. */
    historyOf: (deviceId: string) =>
      db
        .selectFrom('device_holding as holding')
        .innerJoin('resident', 'resident.id', 'holding.resident_id')
        .selectAll('holding')
        .select('resident.name as resident')
        .where('holding.device_id', '=', deviceId)
        .orderBy('holding.starts_on', 'desc')
        .orderBy('holding.recorded_at', 'desc')
        .execute(),

    /** The devices a resident has or had, newest first. */
    historyOfResident: (residentId: string) =>
      db
        .selectFrom('device_holding as holding')
        .innerJoin('device', 'device.id', 'holding.device_id')
        .selectAll('holding')
        .select(['device.code', 'device.name as device'])
        .where('holding.resident_id', '=', residentId)
        .orderBy('holding.starts_on', 'desc')
        .orderBy('device.code')
        .execute(),

    async insertHolding(row: Insertable<DeviceHoldingTable>) {
      await db.insertInto('device_holding').values(row).execute();
    },

    async endHolding(id: string, end: { on: string; reason: string; at: string; by: string }) {
      await db
        .updateTable('device_holding')
        .set({ ends_on: end.on, end_reason: end.reason, end_recorded_at: end.at, end_recorded_by: end.by })
        .where('id', '=', id)
        .where('ends_on', 'is', null)
        .execute();
    },
  };
}
