import type { Kysely } from 'kysely';
import type { Span } from './packages.ts';
import type { Schema } from './schema.ts';

/** The rows of one month for the package, only the columns that may leave the house (shared/package/tables.ts). */
export function packageTableQueries(db: Kysely<Schema>, { month, first, last }: Span) {
  const registeredResidents = () =>
    db
      .selectFrom('resident')
      .where('standing', '=', 'registered')
      .where('admitted_on', '<=', last)
      .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>=', first)]));

  const lockedPay = () =>
    db
      .selectFrom('pay_line')
      .innerJoin('pay_run', 'pay_run.id', 'pay_line.run_id')
      .where('pay_run.month', '=', month)
      .where('pay_run.state', '=', 'locked');

  const monthAttendance = () =>
    db
      .selectFrom('attendance')
      .where('superseded_at', 'is', null)
      .where('day', '>=', first)
      .where('day', '<=', last);

  const publishedCells = () =>
    db
      .selectFrom('roster_cell')
      .innerJoin('roster', 'roster.id', 'roster_cell.roster_id')
      .where('roster.month', '=', month)
      .where('roster.state', '=', 'published')
      .where('roster_cell.day', '>=', first)
      .where('roster_cell.day', '<=', last);

  return {
    residents: () =>
      registeredResidents()
        .select([
          'id',
          'name',
          'sex',
          'national_id',
          'certificate_no',
          'disability',
          'disability_level',
          'hardship',
          'care_level',
          'admitted_on',
          'left_on',
        ])
        .execute(),

    stays: () =>
      db
        .selectFrom('stay')
        .innerJoin('bed', 'bed.id', 'stay.bed_id')
        .select(['stay.id', 'stay.resident_id', 'bed.label as bed', 'stay.starts_on', 'stay.ends_on'])
        .where('stay.resident_id', 'in', registeredResidents().select('id'))
        .where('stay.starts_on', '<=', last)
        .where((eb) => eb.or([eb('stay.ends_on', 'is', null), eb('stay.ends_on', '>', first)]))
        .execute(),

    /** With the registered resident who held it on the last day of the month. */
    devices: () =>
      db
        .selectFrom('device')
        .leftJoin('device_holding', (join) =>
          join
            .onRef('device_holding.device_id', '=', 'device.id')
            .on('device_holding.starts_on', '<=', last)
            .on((eb) =>
              eb.or([eb('device_holding.ends_on', 'is', null), eb('device_holding.ends_on', '>', last)]),
            )
            .on('device_holding.resident_id', 'in', registeredResidents().select('id')),
        )
        .select([
          'device.id',
          'device.code',
          'device.name',
          'device.source',
          'device.quantity',
          'device.condition',
          'device_holding.resident_id',
        ])
        .execute(),

    /** Whoever was employed in the month, and whoever else appears in its attendance, roster or pay. */
    caregivers: () =>
      db
        .selectFrom('caregiver')
        .select(['id', 'name', 'sex', 'poor_household', 'started_on', 'ended_on'])
        .where((eb) =>
          eb.or([
            eb.and([
              eb('started_on', '<=', last),
              eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', first)]),
            ]),
            eb('id', 'in', monthAttendance().select('caregiver_id')),
            eb('id', 'in', publishedCells().select('roster_cell.caregiver_id')),
            eb('id', 'in', lockedPay().select('pay_line.caregiver_id')),
          ]),
        )
        .execute(),

    pairings: () =>
      db
        .selectFrom('pairing')
        .select(['id', 'caregiver_id', 'resident_id', 'starts_on', 'ends_on'])
        .where('resident_id', 'in', registeredResidents().select('id'))
        .where('starts_on', '<=', last)
        .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', first)]))
        .execute(),

    roster: () =>
      publishedCells()
        .select(['roster_cell.caregiver_id', 'roster_cell.day', 'roster_cell.shift_code as shift'])
        .execute(),

    attendance: () => monthAttendance().select(['caregiver_id', 'day', 'mark']).execute(),

    checkups: () =>
      db
        .selectFrom('checkup')
        .select(['id', 'resident_id', 'day'])
        .where('superseded_at', 'is', null)
        .where('day', '>=', first)
        .where('day', '<=', last)
        .where('resident_id', 'in', registeredResidents().select('id'))
        .execute(),

    pay: () =>
      lockedPay()
        .select([
          'pay_line.id',
          'pay_run.number as run',
          'pay_run.kind',
          'pay_line.caregiver_id',
          'pay_line.engagement',
          'pay_line.days',
          'pay_line.nights',
        ])
        .select(['pay_line.gross_fen', 'pay_line.deduction_fen', 'pay_line.tax_fen', 'pay_line.net_fen'])
        .execute(),

    payRunStates: async (): Promise<string[]> =>
      (await db.selectFrom('pay_run').select('state').where('month', '=', month).execute()).map(
        ({ state }) => state,
      ),

    isAttendanceClosed: async (): Promise<boolean> =>
      (await db
        .selectFrom('attendance_close')
        .select('id')
        .where('month', '=', month)
        .where('reopened_at', 'is', null)
        .executeTakeFirst()) !== undefined,

    isRosterPublished: async (): Promise<boolean> =>
      (await db
        .selectFrom('roster')
        .select('id')
        .where('month', '=', month)
        .where('state', '=', 'published')
        .executeTakeFirst()) !== undefined,

    async provisionalInHouse(): Promise<number> {
      const { count } = await db
        .selectFrom('resident')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('standing', '=', 'provisional')
        .where((eb) => eb.or([eb('admitted_on', 'is', null), eb('admitted_on', '<=', last)]))
        .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>=', first)]))
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}
