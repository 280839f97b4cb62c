import { createInterface } from 'node:readline';
import { isFailure } from '../../shared/messages/sentence.ts';
import { PASSWORD } from '../support/centre.ts';
import { openDesk } from './desk.ts';

/** A process that opens a centre, changes a thing, and goes, as its standard input says, and answers each line with one of its own. */
const { house, director } = openDesk(process.argv[2] ?? '', () => undefined);
let minutes = 10;
const deeds: Record<string, () => Promise<unknown>> = {
  'sign-in': () => director.people.signIn({ login: 'director', password: PASSWORD }),
  change: () => director.people.setIdleMinutes({ minutes: (minutes = minutes === 10 ? 20 : 10) }),
  leave: () => director.people.signOut({}),
};

for await (const line of createInterface({ input: process.stdin })) {
  try {
    await deeds[line]?.();
    console.log('answered');
  } catch (error) {
    console.log(isFailure(error) ? error.code : String(error));
  }
}
house.lock();
