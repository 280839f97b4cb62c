import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import { fileOf } from '../ledger/file.ts';
import { openDesk } from './desk.ts';
import { recordRound } from './rounds.ts';

/**
 * A centre that touches everything a resident's data passes through and is then killed. What the user asked for lands in
 * `<root>/handed-out`. Arguments: the root, the workbook.
 */
const [root = '', workbook = ''] = process.argv.slice(2);
const OCTOBER = month('2026-10');
const { house, director, nurse, clerk } = openDesk(join(root, 'centre'), () => undefined);
const keep = ({ name, base64 }: { name: string; base64: string }) =>
  writeFileSync(join(root, 'handed-out', name), Buffer.from(base64, 'base64'));

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
await director.backup.make({ job: 'backup-job-1' });

const raw = house.open?.store.raw;
if (!raw) throw new Error('the house is closed');
raw.pragma('cache_size = -200');
// A sort of some ten megabytes, far more than the cache.
const rows = raw.prepare(
  `SELECT r.name || r.national_id || c.id || a.id AS k FROM resident r, checkup c, (SELECT id FROM attendance LIMIT 60) a ORDER BY k DESC`,
);
rows.get();
process.kill(process.pid, 'SIGKILL');
