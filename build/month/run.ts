import { createRouterClient } from '@orpc/server';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readSheetFile } from '../../electron/jobs/sheet-file.ts';
import { House, type Connection } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { addMonths, day, firstDay, month as asMonth, type Month } from '../../shared/calendar/day.ts';
import { emptyHouse } from '../../shared/ledger/known.ts';
import { understand } from '../../shared/ledger/understand.ts';
import type { Role } from '../../shared/contract/permissions.ts';
import { messages } from '../../shared/messages/index.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import { answeredWith } from '../../shared/roster/guards.ts';
import { makeRoster } from '../make-roster.ts';
import { countyDesk } from './county-desk.ts';
import { openPaper } from './paper.ts';
import { seededIds, standingClock } from './seeded.ts';
import type { Summary } from './summary.ts';

export type MonthOptions = {
  readonly ledger: string;
  readonly out: string;
  readonly seed: number;
  /** Whether the papers are printed to PDF as well; tests of the data leave them out. */
  readonly paper: boolean;
  /** Told of each step when it is done: its key in the messages and its facts. */
  readonly say: (step: StepName, facts: Record<string, string | number>) => void;
};
export type StepName =
  | 'setUp'
  | 'read'
  | 'imported'
  | 'roster'
  | 'attendance'
  | 'payroll'
  | 'package'
  | 'verified'
  | 'noPaper';

/** The workbook names no month of attendance, so there is nothing to pay and no month to roster. */
export class LedgerHasNoMonth extends Error {}

type Client = ReturnType<typeof createRouterClient<typeof router, Record<never, never>>>;
type Desk = { readonly client: Client; readonly connection: Connection };
const COUNTY = '411799';
const PASSWORD = 'month-without-window';

/**
 * The month without a window: the same requests through the same door, on a fresh encrypted database that is removed afterwards.
 * Everything is done by whose work it is; the clock stands on the first morning after the month of attendance, and ids follow the
 * seed, so that two runs give the same data. Rows that need a person's mend are left out of the register and listed.
 */
export async function runMonth({ ledger, out, seed, paper, say }: MonthOptions): Promise<Summary> {
  const bytes = readFileSync(ledger);
  const month = monthOf(bytes);
  const clock = standingClock(`${firstDay(addMonths(month, 1))}T09:00:00+08:00`);
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-month-'));
  mkdirSync(out, { recursive: true });
  const house = new House({
    folder,
    now: clock.now,
    newId: seededIds(String(seed)),
    kdf: { N: 2 ** 15, r: 8, p: 1 },
  });
  try {
    const desks = await setUp(house);
    say('setUp', {});
    const keep = (name: string, base64: string) =>
      writeFileSync(join(out, name), Buffer.from(base64, 'base64'));

    const imported = await bringIn(desks.director, basename(ledger), bytes, keep, say);
    const roster = await publishRoster(desks.director, addMonths(month, 1), seed, keep);
    say('roster', { month: roster.month, hard: roster.hard, open: roster.open });

    const attendance = await desks.clerk.client.attendance.close({ month });
    keep(`attendance-${month}.xlsx`, (await desks.clerk.client.attendance.workbook({ month })).base64);
    say('attendance', { month, people: attendance.people });

    const payroll = await pay(desks, month, keep);
    say('payroll', { lines: payroll.lines, net: payroll.netFen });

    if (paper && !(await printAll(house, desks.director, out, month))) say('noPaper', {});
    const sent = await send(desks.director, house, out, month, say);
    const summary: Summary = {
      ...imported,
      roster,
      attendance: { month, people: attendance.people },
      payroll: { month, ...payroll },
      package: sent,
    };
    writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  } finally {
    house.lock();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The month of the workbook's attendance sheet; the day given here only bounds which dates are believed. */
function monthOf(bytes: Uint8Array): Month {
  const { month } = understand(readSheetFile(bytes), emptyHouse, day('2099-12-31'));
  if (!month) throw new LedgerHasNoMonth('no sheet of attendance with a month');
  return asMonth(month);
}

async function setUp(house: House): Promise<Record<Role, Desk>> {
  const desk = (): Desk => {
    const connection = house.connect();
    return { connection, client: createRouterClient(router, { context: { house, connection } }) };
  };
  const desks = { director: desk(), nurse: desk(), clerk: desk() };
  await desks.director.client.people.setUp({
    centre: {
      name: '柳河镇重度残疾人托养中心',
      county: '平远县',
      countyCode: COUNTY,
      township: '柳河镇',
      code: '411799101',
    },
    director: { login: 'director', name: '主任', password: PASSWORD },
  });
  for (const [role, name] of [
    ['nurse', '护士'],
    ['clerk', '财务'],
  ] as const) {
    await desks.director.client.people.addAccount({ login: role, name, role, password: PASSWORD });
    await desks[role].client.people.signIn({ login: role, password: PASSWORD });
  }
  return desks;
}

type Keep = (name: string, base64: string) => void;

async function bringIn({ client }: Desk, name: string, bytes: Buffer, keep: Keep, say: MonthOptions['say']) {
  const { id } = await client.ledger.open({
    file: { name, base64: bytes.toString('base64') },
    job: 'month-read',
  });
  const preview = await client.ledger.preview({ id });
  say('read', { sheets: preview.sheets.length, faults: preview.faults.length });
  const report = await client.ledger.commit({ id, job: 'month-import', undecided: 'provisional' });
  keep(
    'import-report.xlsx',
    (await client.ledger.reportFile({ of: report.importId ?? id, language: 'zh-CN' })).base64,
  );
  keep('import-report.json', Buffer.from(`${JSON.stringify(report, null, 2)}\n`).toString('base64'));
  const { residents, caregivers, devices, checkups } = report.counts;
  say('imported', {
    residents: residents?.imported ?? 0,
    checkups: checkups?.imported ?? 0,
    faults: report.faults.length,
  });
  const read = (count: typeof residents) => ({ read: count?.read ?? 0, imported: count?.imported ?? 0 });
  return {
    residents: read(residents),
    provisional: residents?.provisional ?? 0,
    caregivers: { ...read(caregivers), paired: report.paired },
    devices: devices?.imported ?? 0,
    checkups: read(checkups),
    faults: report.faults.map(({ sheet, row, column, kind }) => ({ sheet, row, column, kind })),
  };
}

async function publishRoster({ client }: Desk, month: Month, seed: number, keep: Keep) {
  const { view } = await makeRoster(client, { month, seed });
  if (!view.roster) throw new Error('the draft that was just made is not there');
  await client.roster.publish({
    rosterId: view.roster.id,
    overrides: answeredWith(
      messages['zh-CN'].guards.withoutDesk,
      evaluate(view.model, view.cells).violations,
    ),
  });
  keep(`roster-${month}.xlsx`, (await client.roster.workbook({ month })).base64);
  return { month, hard: view.hard, open: view.open };
}

async function pay({ clerk, director }: Record<Role, Desk>, month: Month, keep: Keep) {
  const { id, people, net } = await clerk.client.payroll.prepare({ month });
  await director.client.payroll.review({ id });
  await director.client.payroll.lock({ id });
  keep(`pay-sheet-${month}.xlsx`, (await clerk.client.payroll.workbook({ month })).base64);
  return { lines: people, netFen: net };
}

/** The papers that hang on the wall or are signed, which the director may all see; false where there is no Chromium. */
async function printAll(house: House, { connection }: Desk, out: string, month: Month): Promise<boolean> {
  const next = addMonths(month, 1);
  const paper = await openPaper(house, connection);
  if (!paper) return false;
  try {
    await paper.print(`/print/roster/${next}`, join(out, `roster-${next}.pdf`));
    for (const name of ['attendance', 'pay-sheet', 'pay-slips']) {
      await paper.print(`/print/${name}/${month}`, join(out, `${name}-${month}.pdf`));
    }
  } finally {
    await paper.close();
  }
  return true;
}

async function send(
  { client }: Desk,
  house: House,
  out: string,
  month: Month,
  say: MonthOptions['say'],
): Promise<Summary['package']> {
  const county = await countyDesk(join(out, 'county'), COUNTY, house.today);
  const { fingerprint } = await client.package.readCountyCard({ file: county.card() });
  await client.package.setCountyCard({ file: county.card(), fingerprint });
  await county.enrol((await client.package.enrolment({})).base64);
  const built = await client.package.build({ month, correction: false });
  const file = join(out, built.file.name);
  writeFileSync(file, Buffer.from(built.file.base64, 'base64'));
  say('package', { sequence: built.package.seq, file: built.file.name });
  const verified = await county.verify(file, join(out, 'county-report.txt'));
  say('verified', { verdict: verified ? 1 : 0 });
  for (const receipt of county.receipts()) await client.package.importAnswer({ file: receipt });
  return { file: built.file.name, sequence: built.package.seq, verified };
}
