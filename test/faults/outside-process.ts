import { PASSWORD } from '../support/centre.ts';
import { faultLog } from '../../electron/core/fault-log.ts';
import { month } from '../../shared/calendar/day.ts';
import { attempts, say } from './attempts.ts';
import { openDesk } from './desk.ts';

/**
 * A centre whose disks give errors while it writes what lies beside its database: backups, packages, the count of wrong passwords,
 * the log of faults. Arguments: the folder, and how many rounds of work.
 */
const [folder = '', rounds = '4'] = process.argv.slice(2);
const { house, director, nurse } = openDesk(folder, () => undefined);
const attempt = attempts(house, () => PASSWORD);
const log = faultLog(folder);

let isIn = false;
for (let round = 1; round <= Number(rounds); round++) {
  isIn ||= await attempt('director', () => director.people.signIn({ login: 'director', password: PASSWORD }));
  await attempt('guess', () => nurse.people.signIn({ login: 'nurse', password: 'wrong-2026' }));
  if (!isIn) continue;
  await attempt('backup', () => director.backup.make({ job: `backup-job-${round}` }));
  const [sent] = await director.package.list({});
  if (sent) await attempt('download', () => director.package.download({ id: sent.id }));
  else await attempt('package', () => director.package.build({ month: month('2026-10'), correction: false }));
  log({ reference: 'R', request: 'test', error: new Error('x'.repeat(10_000)) });
}
say({ ended: true });
house.lock();
