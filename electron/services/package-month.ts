import type { Kysely } from 'kysely';
import { packageTableQueries } from '../../db/package-tables.ts';
import { packageQueries } from '../../db/packages.ts';
import { peopleQueries } from '../../db/people.ts';
import type { Schema } from '../../db/schema.ts';
import { firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { checkMonth, type Preflight } from '../../shared/package/preflight.ts';
import { dataHash, faultsIn } from '../../shared/package/rows.ts';
import type { Row, Tables } from '../../shared/package/tables.ts';

/** Raised after a restore, when the chain must begin anew (trust.md 4.4). */
export const EPOCH_SETTING = 'package.epoch';

export type Place = { readonly epoch: number; readonly seq: number; readonly prev: string };

/** Where the next package stands in the chain. */
export async function nextPlace(db: Kysely<Schema>): Promise<Place> {
  const last = await packageQueries(db).lastPackage();
  const epoch = Math.max(last?.epoch ?? 1, Number((await peopleQueries(db).setting(EPOCH_SETTING)) ?? 1));
  if (!last || last.epoch < epoch) return { epoch, seq: 1, prev: NO_HASH };
  return { epoch, seq: last.seq + 1, prev: last.statement_hash };
}

export type MonthReport = {
  readonly tables: Tables;
  readonly preflight: Preflight;
  readonly place: Place;
  readonly reported: boolean;
};

/** Gathers what a month's package would hold and judges whether it may be built. */
export async function gatherMonth(
  db: Kysely<Schema>,
  month: Month,
  today: Day,
  correction: boolean,
): Promise<MonthReport> {
  const queries = packageTableQueries(db, { month, first: firstDay(month), last: lastDay(month) });
  const tables = await gatherTables(queries);
  const [place, reports, states] = [
    await nextPlace(db),
    await packageQueries(db).reportsOf(month),
    await queries.payRunStates(),
  ];
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
  });
  return { tables, preflight, place, reported };
}

async function gatherTables(queries: ReturnType<typeof packageTableQueries>): Promise<Tables> {
  const caregivers = await queries.caregivers();
  const employed = new Set(caregivers.map(({ id }) => id));
  return {
    attendance: await queries.attendance(),
    caregivers: caregivers.map((row): Row => ({
      ...row,
      name: oneLine(row.name),
      poor_household: row.poor_household === 1,
    })),
    checkups: await queries.checkups(),
    devices: (await queries.devices()).map((row): Row => ({
      ...row,
      code: oneLine(row.code),
      name: oneLine(row.name),
    })),
    // A pairing that outlived its caregiver's employment is no fact of this month.
    pairings: (await queries.pairings()).filter(({ caregiver_id: id }) => employed.has(id)),
    pay: await queries.pay(),
    residents: (await queries.residents()).map((row): Row => ({
      ...row,
      name: oneLine(row.name),
      hardship: row.hardship === null ? null : oneLine(row.hardship),
    })),
    roster: await queries.roster(),
    stays: await queries.stays(),
  };
}

/** Text as one line in NFC, the form in which packages carry it: the words stay, line ends and double spaces go. */
function oneLine(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
