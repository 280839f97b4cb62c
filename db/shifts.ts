import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { CoverRuleTable, ShiftTypeTable } from './tables/rosters.ts';

export type ShiftTypeRow = Selectable<ShiftTypeTable>;

export function shiftQueries(db: Kysely<Schema>) {
  return {
    /** Shift types in use, in the house's order. */
    current: (): Promise<ShiftTypeRow[]> =>
      db.selectFrom('shift_type').selectAll().where('retired_on', 'is', null).orderBy('position').execute(),

    all: (): Promise<ShiftTypeRow[]> => db.selectFrom('shift_type').selectAll().orderBy('position').execute(),

    byCode: (code: string): Promise<ShiftTypeRow | undefined> =>
      db.selectFrom('shift_type').selectAll().where('code', '=', code).executeTakeFirst(),

    byName: (name: string): Promise<ShiftTypeRow | undefined> =>
      db.selectFrom('shift_type').selectAll().where('name', '=', name).executeTakeFirst(),

    async insert(row: Insertable<ShiftTypeTable>) {
      await db.insertInto('shift_type').values(row).execute();
    },

    async update(code: string, row: Partial<ShiftTypeRow>) {
      await db.updateTable('shift_type').set(row).where('code', '=', code).execute();
    },

    /** Months whose draft uses the shift. */
    draftsUsing: (code: string) =>
      db
        .selectFrom('roster_cell')
        .innerJoin('roster', 'roster.id', 'roster_cell.roster_id')
        .select('roster.month')
        .distinct()
        .where('roster.state', '=', 'draft')
        .where('roster_cell.shift_code', '=', code)
        .execute(),

    /** House-wide cover rules, the oldest first; a rule recorded later for the same day takes its place. */
    coverRules: (): Promise<Selectable<CoverRuleTable>[]> =>
      db
        .selectFrom('cover_rule')
        .selectAll()
        .where('zone_id', 'is', null)
        .where('sex', 'is', null)
        .where('skill', 'is', null)
        .orderBy('effective_from')
        .orderBy('recorded_at')
        .execute(),

    async insertCoverRule(row: Insertable<CoverRuleTable>) {
      await db.insertInto('cover_rule').values(row).execute();
    },
  };
}
