import { day, month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import { attempts, say } from './attempts.ts';
import { openDesk } from './desk.ts';
import { recordRound } from './rounds.ts';

/**
 * A centre whose disk gives errors: it signs in and works on whatever it is answered, and says each answer and each refusal.
 * Arguments: the folder, and how many rounds of work.
 */
const [folder = '', rounds = '16'] = process.argv.slice(2);
const desk = openDesk(folder, () => undefined);
const { house, director, nurse, clerk } = desk;
let password = PASSWORD;
const attempt = attempts(house, () => password);

/** Those who could not sign in yet try again; nobody asks for anything before. */
const waiting = new Map([
  ['director', () => director.people.signIn({ login: 'director', password })],
  ['nurse', () => nurse.people.signIn({ login: 'nurse', password: PASSWORD })],
  ['clerk', () => clerk.people.signIn({ login: 'clerk', password: PASSWORD })],
]);
async function everybodyIsIn(): Promise<boolean> {
  for (const [name, signIn] of waiting) if (await attempt(name, signIn)) waiting.delete(name);
  return waiting.size === 0;
}

for (let round = 1; round <= Number(rounds); round++) {
  if (!(await everybodyIsIn())) continue;
  await attempt('record', () => recordRound(nurse, day('2026-10-20'), round));
  if (round % 2 === 0) await attempt('prepare', () => clerk.payroll.prepare({ month: month('2026-10') }));
  if (round % 3 === 0) {
    const [before, after] = [password, `liuhe-2026-${round}`];
    password = after;
    // The keyring is a file of its own, but what was refused is taken back there too: the password is the one of before.
    if (!(await attempt('password', () => director.people.changePassword({ before, after }))))
      password = before;
  }
}
say({ ended: true });
house.lock();
