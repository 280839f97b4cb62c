import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Month } from '../shared/calendar/day.ts';
import type { Schema } from './schema.ts';
import type { PayItemTable, PayLineTable, PayRunTable } from './tables/payroll.ts';

export type PayRunRow = Selectable<PayRunTable>;
export type PayLineRow = Selectable<PayLineTable>;
export type PayItemRow = Selectable<PayItemTable>;

/** Pay runs and their lines. */
export function payRunQueries(db: Kysely<Schema>) {
  const heads = () =>
    db
      .selectFrom('pay_run')
      .leftJoin('account as maker', 'maker.id', 'pay_run.made_by')
      .leftJoin('account as reviewer', 'reviewer.id', 'pay_run.reviewed_by')
      .leftJoin('account as locker', 'locker.id', 'pay_run.locked_by')
      .leftJoin('pay_run as reversal', (join) =>
        join.onRef('reversal.reverses', '=', 'pay_run.id').on('reversal.state', '=', 'locked'),
      )
      .selectAll('pay_run')
      .select([
        'maker.name as maker',
        'reviewer.name as reviewer',
        'locker.name as locker',
        'reversal.id as reversed_by',
      ])
      .select((eb) => [
        eb
          .selectFrom('pay_line')
          .select((line) => line.fn.countAll<number>().as('people'))
          .whereRef('pay_line.run_id', '=', 'pay_run.id')
          .as('people'),
        eb
          .selectFrom('pay_line')
          .select((line) => line.fn.coalesce(line.fn.sum<number>('gross_fen'), line.lit(0)).as('gross'))
          .whereRef('pay_line.run_id', '=', 'pay_run.id')
          .as('gross'),
        eb
          .selectFrom('pay_line')
          .select((line) => line.fn.coalesce(line.fn.sum<number>('net_fen'), line.lit(0)).as('net'))
          .whereRef('pay_line.run_id', '=', 'pay_run.id')
          .as('net'),
      ]);

  return {
    headsOf: (month: Month) => heads().where('pay_run.month', '=', month).orderBy('pay_run.number').execute(),

    head: (id: string) => heads().where('pay_run.id', '=', id).executeTakeFirst(),

    /** The first month before this one whose run is still open. */
    earlierOpenMonth: async (month: Month): Promise<Month | undefined> => {
      const row = await db
        .selectFrom('pay_run')
        .select('month')
        .where('month', '<', month)
        .where('state', '<>', 'locked')
        .orderBy('month')
        .executeTakeFirst();
      return row?.month as Month | undefined;
    },

    /** The newest month, from this one on, that has a locked run which nothing takes back. */
    lockedMonthFrom: async (month: Month): Promise<Month | undefined> => {
      const row = await db
        .selectFrom('pay_run')
        .leftJoin('pay_run as reversal', (join) =>
          join.onRef('reversal.reverses', '=', 'pay_run.id').on('reversal.state', '=', 'locked'),
        )
        .select('pay_run.month')
        .where('pay_run.month', '>=', month)
        .where('pay_run.kind', '=', 'regular')
        .where('pay_run.state', '=', 'locked')
        .where('reversal.id', 'is', null)
        .orderBy('pay_run.month')
        .executeTakeFirst();
      return row?.month as Month | undefined;
    },

    lines: (runId: string) =>
      db
        .selectFrom('pay_line')
        .innerJoin('caregiver', 'caregiver.id', 'pay_line.caregiver_id')
        .selectAll('pay_line')
        .select(['caregiver.name as name', 'caregiver.national_id', 'caregiver.phone', 'caregiver.bank_card'])
        .where('run_id', '=', runId)
        .orderBy('position')
        .execute(),

    line: (id: string) =>
      db
        .selectFrom('pay_line')
        .innerJoin('caregiver', 'caregiver.id', 'pay_line.caregiver_id')
        .selectAll('pay_line')
        .select(['caregiver.name as name'])
        .where('pay_line.id', '=', id)
        .executeTakeFirst(),

    itemsOfRun: (runId: string): Promise<PayItemRow[]> =>
      db
        .selectFrom('pay_item')
        .innerJoin('pay_line', 'pay_line.id', 'pay_item.line_id')
        .selectAll('pay_item')
        .where('run_id', '=', runId)
        .orderBy('pay_line.position')
        .orderBy('pay_item.position')
        .execute(),

    itemsOfLine: (lineId: string): Promise<PayItemRow[]> =>
      db.selectFrom('pay_item').selectAll().where('line_id', '=', lineId).orderBy('position').execute(),

    /** What each person earned and paid in locked runs of the year before a month, month by month; reversals count against. */
    lockedMonths: (year: number, before: Month) =>
      db
        .selectFrom('pay_line')
        .innerJoin('pay_run', 'pay_run.id', 'pay_line.run_id')
        .select(['pay_line.caregiver_id', 'pay_run.month'])
        .select((eb) => [
          eb.fn.sum<number>('gross_fen').as('income'),
          eb.fn.sum<number>('insurance_fen').as('insurance'),
          eb.fn.sum<number>('special_deduction_fen').as('special'),
          eb.fn.sum<number>('tax_fen').as('withheld'),
          eb.fn
            .sum<number>(eb.case().when('pay_run.kind', '=', 'regular').then(1).else(-1).end())
            .as('standing'),
        ])
        .where('pay_run.state', '=', 'locked')
        .where('pay_line.engagement', '<>', 'service')
        .where('pay_run.month', '>=', `${year}-01`)
        .where('pay_run.month', '<', before)
        .groupBy(['pay_line.caregiver_id', 'pay_run.month'])
        .execute(),

    async insertRun(row: Insertable<PayRunTable>) {
      await db.insertInto('pay_run').values(row).execute();
    },

    async setState(id: string, change: Partial<Omit<PayRunRow, 'id'>>) {
      await db.updateTable('pay_run').set(change).where('id', '=', id).execute();
    },

    async insertLine(line: Insertable<PayLineTable>, items: readonly Insertable<PayItemTable>[]) {
      await db.insertInto('pay_line').values(line).execute();
      for (const item of items) await db.insertInto('pay_item').values(item).execute();
    },

    /** A draft is a computation and no record: its lines make room for the next. A trigger guards the locked ones. */
    async clearLines(runId: string) {
      await db
        .deleteFrom('pay_item')
        .where('line_id', 'in', (eb) => eb.selectFrom('pay_line').select('id').where('run_id', '=', runId))
        .execute();
      await db.deleteFrom('pay_line').where('run_id', '=', runId).execute();
    },

    async deleteRun(id: string) {
      await db.deleteFrom('pay_run').where('id', '=', id).execute();
    },
  };
}
