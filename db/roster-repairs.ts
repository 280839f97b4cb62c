import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { RosterRepairCellTable, RosterRepairTable } from './tables/roster-repair.ts';

export function repairQueries(db: Kysely<Schema>) {
  return {
    /** The repairs of a month with the names that they speak of, the newest first. */
    ofMonth: (month: string) =>
      db
        .selectFrom('roster_repair')
        .innerJoin('roster', 'roster.id', 'roster_repair.roster_id')
        .innerJoin('caregiver', 'caregiver.id', 'roster_repair.caregiver_id')
        .leftJoin('account', 'account.id', 'roster_repair.recorded_by')
        .selectAll('roster_repair')
        .select(['roster.version', 'caregiver.name as caregiver', 'account.name as recorder'])
        .where('roster_repair.month', '=', month)
        .orderBy('roster.version', 'desc')
        .execute(),

    cellsOf: (repairs: readonly string[]) =>
      db
        .selectFrom('roster_repair_cell')
        .innerJoin('caregiver', 'caregiver.id', 'roster_repair_cell.caregiver_id')
        .leftJoin('caregiver as from', 'from.id', 'roster_repair_cell.takes_from')
        .leftJoin('caregiver as to', 'to.id', 'roster_repair_cell.gives_to')
        .selectAll('roster_repair_cell')
        .select(['caregiver.name as caregiver', 'from.name as from_name', 'to.name as to_name'])
        .where('repair_id', 'in', repairs)
        .orderBy('repair_id')
        .orderBy('position')
        .execute(),

    /** Keeps a repair with its cells. */
    async insert(row: Insertable<RosterRepairTable>, cells: readonly Insertable<RosterRepairCellTable>[]) {
      await db.insertInto('roster_repair').values(row).execute();
      for (const cell of cells) await db.insertInto('roster_repair_cell').values(cell).execute();
    },
  };
}
