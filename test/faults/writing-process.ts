import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, month } from '../../shared/calendar/day.ts';
import Driver from 'better-sqlite3';
import { PASSWORD } from '../support/centre.ts';
import { RECIPIENT } from '../support/packages.ts';
import { fileOf } from '../ledger/file.ts';
import { openDesk } from './desk.ts';
import { recordRound } from './rounds.ts';

/**
 * A centre that touches everything a resident's data passes through and is then killed. What the user asked for lands in
 * `<root>/handed-out`, what goes up in `<root>/sealed`. Arguments: the root, the workbook, and `careless` for a program that
 * spills: a sort into a file, a copy without a key.
 */
const [root = '', workbook = '', way = ''] = process.argv.slice(2);
const OCTOBER = month('2026-10');
const { house, director, nurse, clerk } = openDesk(join(root, 'centre'), () => undefined);
const keep = ({ name, base64 }: { name: string; base64: string }) =>
  writeFileSync(join(root, 'handed-out', name), Buffer.from(base64, 'base64'));

const send = ({ name, base64 }: { name: string; base64: string }) =>
  writeFileSync(join(root, 'sealed', name), Buffer.from(base64, 'base64'));

await director.people.signIn({ login: 'director', password: PASSWORD });
const { id } = await director.ledger.open({ file: fileOf(workbook), job: 'reading-job' });
await director.ledger.preview({ id });
const report = await director.ledger.commit({ id, job: 'import-job', undecided: 'provisional' });
keep(await director.ledger.reportFile({ of: report.importId ?? id, language: 'zh-CN' }));

await nurse.people.signIn({ login: 'nurse', password: PASSWORD });
await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
await recordRound(nurse, day('2026-10-20'), 7);
await clerk.attendance.close({ month: OCTOBER });
keep(await clerk.attendance.workbook({ month: OCTOBER }));
const { id: run } = await clerk.payroll.prepare({ month: OCTOBER });
await director.payroll.review({ id: run });
await director.payroll.lock({ id: run });
keep(await clerk.payroll.workbook({ month: OCTOBER }));
await director.package.setCountyKey({ recipient: RECIPIENT });
send((await director.package.build({ month: OCTOBER, correction: false })).file);
await director.backup.make({ job: 'backup-job-1' });

// The backup comes back on another PC.
const second = openDesk(join(root, 'second'), () => undefined);
const [found] = await second.director.backup.found({});
await second.director.backup.restore({
  backup: found?.token ?? '',
  proof: { login: 'director', password: PASSWORD },
  knowsOfPackages: false,
  job: 'restore-job-1',
});
await second.director.people.signIn({ login: 'director', password: PASSWORD });
await second.director.people.setIdleMinutes({ minutes: 7 });

const raw = house.open?.store.raw;
if (!raw) throw new Error('the house is closed');
raw.pragma('cache_size = -200');
// A sort of some ten megabytes, far more than the cache.
if (way === 'careless') {
  raw.pragma('temp_store = FILE');
  const copy = new Driver(join(root, 'centre', 'copy.db'));
  copy.exec('CREATE TABLE resident (name TEXT)');
  for (const name of raw.prepare('SELECT name FROM resident').pluck().all())
    copy.prepare('INSERT INTO resident VALUES (?)').run(name);
  copy.close();
}
const rows = raw.prepare(
  `SELECT r.name || r.national_id || c.id || a.id AS k FROM resident r, checkup c, (SELECT id FROM attendance LIMIT 60) a ORDER BY k DESC`,
);
rows.get();
process.kill(process.pid, 'SIGKILL');
