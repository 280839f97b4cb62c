import { randomBytes, timingSafeEqual } from 'node:crypto';
import { peopleQueries } from '../../db/people.ts';
import { pinQueries } from '../../db/pins.ts';
import { PIN_TRIES, pinIsSimple } from '../../shared/people/pin.ts';
import { door } from '../core/door.ts';
import { stretch, type KdfCost } from '../core/key-wrap.ts';
import { writeLine } from '../core/open-centre.ts';
import { requireOwnPassword } from '../core/passwords.ts';
import { refuse } from '../core/refuse.ts';

/** Less than a password's: a PIN lies inside the encrypted file and is closed after five tries; who waits is a nurse at a bed. */
const pinCost = (password: KdfCost): KdfCost => ({ N: Math.min(2 ** 14, password.N), r: 8, p: 1 });

export const pins = {
  list: door.people.pins.list.handler(async ({ context: { db } }) =>
    (await pinQueries(db).currentPeople()).map(({ wrong, ...person }) => ({
      ...person,
      pin: wrong === null ? 'none' : wrong >= PIN_TRIES ? 'closed' : 'set',
    })),
  ),

  set: door.people.pins.set.handler(async ({ input, context: { house, db, at, who, note } }) => {
    if (pinIsSimple(input.pin)) refuse('PIN_TOO_SIMPLE', {});
    await requireOwnPassword(house, who, input.password);
    const cost = pinCost(house.kdf);
    const salt = randomBytes(16).toString('hex');
    const hash = await stretch(input.pin, { name: 'scrypt', ...cost, salt });
    await pinQueries(db).setPin({
      account_id: who.id,
      salt,
      hash: hash.toString('hex'),
      cost_n: cost.N,
      cost_r: cost.r,
      cost_p: cost.p,
      wrong: 0,
      set_at: at,
    });
    note(who.id);
    return {};
  }),

  drop: door.people.pins.drop.handler(async ({ context: { db, who, note } }) => {
    await pinQueries(db).dropPin(who.id);
    note(who.id);
    return {};
  }),

  take: door.people.pins.take.handler(async ({ input, context: { house, connection, db } }) => {
    if (!house.open) throw new Error('the house is closed');
    const { store } = house.open;
    const queries = pinQueries(db);
    const account = await peopleQueries(db).currentAccountByLogin(input.login);
    const pin = account && (await queries.pinOf(account.id));
    if (!account || !pin) refuse('PIN_NONE', {});
    if (pin.wrong >= PIN_TRIES) refuse('PIN_CLOSED', {});
    const cost = { N: pin.cost_n, r: pin.cost_r, p: pin.cost_p };
    const given = await stretch(input.pin, { name: 'scrypt', ...cost, salt: pin.salt });
    if (!timingSafeEqual(given, Buffer.from(pin.hash, 'hex'))) {
      await queries.countWrong(account.id, pin.wrong + 1);
      writeLine(house, store, '-', 'people.pins.refused', account.login);
      const left = PIN_TRIES - pin.wrong - 1;
      if (left === 0) refuse('PIN_CLOSED', {});
      refuse('PIN_WRONG', { left });
    }
    await queries.countWrong(account.id, 0);
    const person = { id: account.id, login: account.login, name: account.name, role: account.role };
    writeLine(house, store, person.id, 'people.pins.take', person.login);
    house.signIn(connection, person);
    return person;
  }),
};
