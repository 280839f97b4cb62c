import { writeSync } from 'node:fs';
import { PASSWORD } from '../support/centre.ts';
import { openDesk, type Acts } from './desk.ts';

/**
 * A centre at work in a process of its own, with the product's own requests. Arguments: the folder of the centre, the module of
 * the acts (the director has signed in), and how careful the database is with its
 * writes (FULL is the product's own way; the others show that the tests would notice).
 */
const [folder = '', module = '', synchronous = 'FULL'] = process.argv.slice(2);
const { acts } = (await import(module)) as { acts: Acts };
const desk = openDesk(folder, (word) => writeSync(1, `${JSON.stringify(word)}\n`));
await desk.director.people.signIn({ login: 'director', password: PASSWORD });
if (synchronous !== 'FULL') desk.house.open?.store.raw.pragma(`synchronous = ${synchronous}`);
await acts(desk);
desk.house.lock();
