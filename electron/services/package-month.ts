import type { Kysely } from 'kysely';
import { packageTableQueries } from '../../db/package-tables.ts';
import { packageQueries } from '../../db/packages.ts';
import type { Schema } from '../../db/schema.ts';
import { firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import type { Place, Standing } from '../../shared/package/place.ts';
import { checkMonth, type Preflight } from '../../shared/package/preflight.ts';
import { dataHash, faultsIn } from '../../shared/package/rows.ts';
import type { Row, TableName, Tables } from '../../shared/package/tables.ts';
import { chainStanding } from './package-chain.ts';
import { plainText, type Changed } from './package-text.ts';

export type MonthReport = {
  readonly tables: Tables;
  readonly preflight: Preflight;
  readonly place: Place;
  readonly reported: boolean;
  /** Texts that go up in another form than they were entered. */
  readonly changed: readonly Changed[];
};

/** Gathers what a month's package would hold and judges whether it may be built. */
export async function gatherMonth(
  db: Kysely<Schema>,
  month: Month,
  today: Day,
  correction: boolean,
): Promise<MonthReport> {
  const queries = packageTableQueries(db, { month, first: firstDay(month), last: lastDay(month) });
  const { tables, changed } = await gatherTables(queries);
  const [standing, all, states] = [
    await chainStanding(db),
    await packageQueries(db).reportsOf(month),
    await queries.payRunStates(),
  ];
  // What the county returned, and what stood on it, was never reported.
  const reports = all.filter(({ statement_hash: hash }) => isReported(standing, hash));
  const place = standing.next;
  const locked = states.filter((state) => state === 'locked').length;
  const reported = reports.some(({ epoch }) => epoch === place.epoch);
  const preflight = checkMonth({
    month,
    today,
    correction,
    tables,
    hasCountyKey: (await packageQueries(db).currentCountyKey()) !== undefined,
    attendanceClosed: await queries.isAttendanceClosed(),
    payRuns: { locked, open: states.length - locked },
    reported: {
      now: reported,
      ever: reports.length > 0,
      same: reports.at(-1)?.data_hash === dataHash(tables),
    },
    provisionalResidents: await queries.provisionalInHouse(),
    rosterPublished: await queries.isRosterPublished(),
    faults: faultsIn(tables, month),
    held: standing.hold !== null,
    changedTexts: changed.length,
  });
  return { tables, preflight, place, reported, changed };
}

function isReported({ fates }: Standing, hash: string): boolean {
  const fate = fates.get(hash)?.fate;
  return fate !== 'returned' && fate !== 'void';
}

async function gatherTables(
  queries: ReturnType<typeof packageTableQueries>,
): Promise<{ tables: Tables; changed: Changed[] }> {
  const changed: Changed[] = [];
  /** The text fields of a row as packages carry them. */
  const plain = (table: TableName, row: Row, ...fields: string[]): Row => {
    const texts = fields.flatMap((field) => {
      const before = row[field];
      if (typeof before !== 'string') return [];
      const after = plainText(before);
      if (after.marked) changed.push({ table, id: String(row['id']), field, label: before });
      return [[field, after.text] as const];
    });
    return { ...row, ...Object.fromEntries(texts) };
  };
  const caregivers = await queries.caregivers();
  const employed = new Set(caregivers.map(({ id }) => id));
  const tables = {
    attendance: await queries.attendance(),
    caregivers: caregivers.map((row) =>
      plain('caregivers', { ...row, poor_household: row.poor_household === 1 }, 'name'),
    ),
    checkups: await queries.checkups(),
    devices: (await queries.devices()).map((row) => plain('devices', { ...row }, 'code', 'name')),
    // A pairing that outlived its caregiver's employment is no fact of this month.
    pairings: (await queries.pairings()).filter(({ caregiver_id: id }) => employed.has(id)),
    pay: await queries.pay(),
    residents: (await queries.residents()).map((row) => plain('residents', { ...row }, 'name', 'hardship')),
    roster: await queries.roster(),
    stays: (await queries.stays()).map((row) => plain('stays', { ...row }, 'bed')),
  };
  return { tables, changed };
}
