import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { day, month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import { auditHead } from '../../db/audit.ts';
import { openDesk } from './desk.ts';
import { recordRound } from './rounds.ts';

/**
 * A centre that works until it is killed: rounds of checkups, the pay of a month, passwords. It says `opening` before it opens
 * the file, and after each answer how far its audit log is. Arguments: the folder, the number of this life of the process, the
 * director's password.
 */
const [folder = '', life = '0', password = PASSWORD] = process.argv.slice(2);
let now = password;

const { house, director, nurse, clerk } = openDesk(folder, () => {
  const raw = house.open?.store.raw;
  if (!raw) return;
  writeSync(1, `${JSON.stringify({ ...auditHead(raw), password: now })}\n`);
});
flushCompileCache(); // a killed process keeps nothing that it compiled
writeSync(1, 'opening\n');
await director.people.signIn({ login: 'director', password: now });
await nurse.people.signIn({ login: 'nurse', password: PASSWORD });
await clerk.people.signIn({ login: 'clerk', password: PASSWORD });

for (let step = 0; ; step++) {
  const [on, round] = [day(`2026-10-${String(1 + (Number(life) % 28)).padStart(2, '0')}`), 1 + (step % 99)];
  await recordRound(nurse, on, round);
  if (step % 3 === 0) await clerk.payroll.prepare({ month: month('2026-10') });
  if (step % 4 === 1) {
    const after = `liuhe-2026-${(Number(life) + step) % 7}`;
    if (after !== now) {
      const before = now;
      writeSync(1, `changing ${after}\n`);
      now = after;
      await director.people.changePassword({ before, after });
    }
  }
}
