import { appendAudit } from '../../db/audit.ts';
import { DatabaseIsNewer } from '../../db/migrate.ts';
import { StoreIsDamaged, StoreIsForeign, StoreIsOpenElsewhere } from '../../db/connect.ts';
import type { Store } from '../../db/open.ts';
import { peopleQueries, type AccountRow } from '../../db/people.ts';
import type { Person } from '../../shared/people/contract.ts';
import type { Connection, House } from './house.ts';
import { KeyringIsDamaged, readKeyring, type Keyring } from './keyring.ts';
import { refuse } from './refuse.ts';

/** The keyring of this centre, or the sentence that says why there is none to use. */
export function keyringOf(house: House): Keyring {
  if (!house.isSetUp) refuse('NOT_SET_UP', {});
  try {
    return readKeyring(house.keyringFile);
  } catch (error) {
    if (error instanceof KeyringIsDamaged) refuse('FILE_DAMAGED', {});
    throw error;
  }
}

/** Opens the centre's file with its data key and turns each way it can fail into its sentence. */
export function unlockStore(house: House, dataKey: Uint8Array): Store {
  try {
    return house.unlock(dataKey);
  } catch (error) {
    if (error instanceof StoreIsOpenElsewhere) refuse('CENTRE_OPEN_ELSEWHERE', {});
    if (error instanceof StoreIsForeign) refuse('FILE_FOREIGN', {});
    if (error instanceof StoreIsDamaged) refuse('FILE_DAMAGED', {});
    if (error instanceof DatabaseIsNewer) refuse('FILE_NEWER', { found: error.found, known: error.known });
    throw error;
  }
}

/** Begins the session of an account and writes it down. */
export async function begin(
  house: House,
  connection: Connection,
  store: Store,
  account: AccountRow,
  action: string,
): Promise<Person> {
  const person: Person = { id: account.id, login: account.login, name: account.name, role: account.role };
  house.idleMinutes = Number((await peopleQueries(store.db).setting('idle-minutes')) ?? 15);
  writeLine(house, store, person.id, action, person.login);
  house.signIn(connection, person);
  return person;
}

/** One audit line of its own, for what happens outside a request's transaction: sign-in, sign-out, a failed try. */
export function writeLine(house: House, store: Store, actor: string, action: string, object: string): void {
  store.raw
    .transaction(() => appendAudit(store.raw, { at: house.at, actor, action, object, detail: '' }))
    .immediate();
}
