import { appendAudit, newestLineAt } from '../../db/audit.ts';
import { StoreIsDamaged, StoreIsForeign, StoreIsOpenElsewhere } from '../../db/connect.ts';
import { lossLine, recentLoss } from '../../db/journal-lines.ts';
import { markOf, whyItDoesNotOpen } from '../../db/mark.ts';
import { DatabaseIsNewer } from '../../db/migrate.ts';
import type { Store } from '../../db/open.ts';
import { peopleQueries, type AccountRow } from '../../db/people.ts';
import type { Person } from '../../shared/people/contract.ts';
import type { Connection, House } from './house.ts';
import { wipe } from './key-wrap.ts';
import { keyringNeedsMending, writeKeyring } from './keyring-file.ts';
import { unsignedOf, type Keyring, type Unsigned } from './keyring-shape.ts';
import { removeRekeyDraft } from './keyring-use.ts';
import { isOutdated, withEntry, withoutNext, withRecovery, type Keys } from './keyring.ts';
import { RECOVERY } from './passwords.ts';
import { refuse } from './refuse.ts';
import { rekeyDraft } from './rekey.ts';

/** The open file, and whether it was the coming key of a change of keys that opened it. */
export type Unlocked = { readonly store: Store; readonly taken: boolean };

/**
 * Opens the centre's file with what the keyring gave, and turns each way it can fail into its sentence. The keys are used up:
 * those that are not the house's afterwards are wiped.
 */
export function unlockStore(house: House, { mark }: { mark: string | null }, keys: Keys): Unlocked {
  const { dataKey, next } = keys;
  if (house.open) {
    const same = Buffer.compare(house.open.dataKey, dataKey) === 0;
    wipe(dataKey, ...(next ? [next] : []));
    if (!same) refuse('KEYRING_DAMAGED', {});
    return { store: house.open.store, taken: false };
  }
  try {
    const opened = openWithEither(house, dataKey, next);
    removeRekeyDraft(rekeyDraft(house.databaseFile));
    return opened;
  } catch (error) {
    wipe(dataKey, ...(next ? [next] : []));
    if (error instanceof StoreIsOpenElsewhere) refuse('CENTRE_OPEN_ELSEWHERE', {});
    if (error instanceof StoreIsDamaged) refuse('FILE_DAMAGED', {});
    if (error instanceof DatabaseIsNewer) refuse('FILE_NEWER', { found: error.found, known: error.known });
    if (error instanceof StoreIsForeign) {
      const why = whyItDoesNotOpen(house.databaseFile, mark);
      refuse(why === 'gone' ? 'FILE_GONE' : why === 'damaged' ? 'FILE_DAMAGED' : 'FILE_FOREIGN', {});
    }
    throw error;
  }
}

/** While the data key changes there are two; the file tells which of them is in force. */
function openWithEither(house: House, dataKey: Uint8Array, next: Uint8Array | null): Unlocked {
  try {
    const store = house.unlock(dataKey);
    if (next) wipe(next);
    return { store, taken: false };
  } catch (error) {
    if (!next || !(error instanceof StoreIsForeign)) throw error;
    const store = house.unlock(next);
    wipe(dataKey);
    return { store, taken: true };
  }
}

/** What was typed to get in: it can make a wrap of the first version anew. */
type Proof = { readonly account: AccountRow; readonly password: string } | { readonly paper: Uint8Array };

/** Ends a change of the data key that was cut off, takes up the file's mark, gives a wrap of old its new form, mends both copies. */
export async function tidyKeyring(
  house: House,
  keyring: Keyring,
  { store, taken }: Unlocked,
  proof: Proof,
): Promise<void> {
  if (!house.open) throw new Error('the house is closed');
  const { dataKey } = house.open;
  const found = unsignedOf(keyring);
  let tidy: Unsigned = { ...withoutNext(found, taken), mark: markOf(store.raw) };
  if ('paper' in proof) {
    if (!('publicKey' in tidy.recovery)) tidy = withRecovery(tidy, proof.paper, dataKey);
  } else {
    const entry = tidy.entries.find(({ accountId }) => accountId === proof.account.id);
    if (entry && isOutdated(entry, house.kdf))
      tidy = await withEntry(tidy, proof.account, proof.password, dataKey, house.kdf);
  }
  const wasMarked = found.mark !== null && !taken;
  const mends = keyringNeedsMending(house.keyringFile);
  if (!mends && keyring.version === 2 && JSON.stringify(tidy) === JSON.stringify(found)) return;
  writeKeyring(house.keyringFile, tidy, dataKey);
  if (wasMarked && tidy.mark !== found.mark) writeLine(house, store, '-', 'people.markChanged', '');
  if (mends && keyring.version === 2) writeLine(house, store, '-', 'people.keyringMended', '');
}

/** Begins the session of an account and writes it down, after the tries that were refused while the file was closed. */
export async function begin(
  house: House,
  connection: Connection,
  store: Store,
  account: AccountRow,
  action: string,
): Promise<Person> {
  const person: Person = { id: account.id, login: account.login, name: account.name, role: account.role };
  const queries = peopleQueries(store.db);
  house.idleMinutes = Number((await queries.setting('idle-minutes')) ?? 15);
  // Once found it is told to everybody who signs in, until it is set right: the lines since then carry the wrong time themselves.
  house.clockBehind =
    laterThan(house.clockBehind, house.now()) ?? laterThan(newestLineAt(store.raw), house.now());
  const names = [RECOVERY, ...(await queries.accounts()).map(({ login }) => login)];
  const { refused, more } = house.throttle.refusals(names);
  store.raw
    .transaction(() => {
      for (const { at, name } of refused)
        appendAudit(store.raw, { ...refusal(name), at: new Date(at).toISOString(), actor: '-', detail: '' });
      if (more > 0)
        appendAudit(store.raw, { ...refusal(null), at: house.at, actor: '-', detail: `+${more}` });
      if (house.journalLost !== null) appendAudit(store.raw, lossLine(house.journalLost, house.at));
      if (house.clockBehind !== null)
        appendAudit(store.raw, {
          at: house.at,
          actor: '-',
          action: 'people.clockBehind',
          object: '',
          detail: house.clockBehind,
        });
      appendAudit(store.raw, {
        at: house.at,
        actor: person.id,
        action,
        object: person.login,
        detail: '',
      });
    })
    .immediate();
  house.journalLost = null;
  house.journalCut = recentLoss(store.raw, house.now());
  house.throttle.forgetRefusals();
  house.signIn(connection, person);
  return person;
}

/** Clocks of old PCs are set by hand: a few minutes are no sign of anything. */
const SLACK = 10 * 60_000;

/**
 * An instant that the clock has not reached yet, or null. Order comes from the numbers of the lines and never from the clock (trust.md
 * 4.4), so nothing is lost by it; but days are told from it, and whoever enters something now must know.
 */
function laterThan(at: string | null, now: number): string | null {
  return at !== null && Date.parse(at) > now + SLACK ? at : null;
}

/** Counts a wrong password or code and writes it down: in the log when it is open, otherwise beside it until somebody signs in. */
export function recordRefusal(house: House, name: string): void {
  house.throttle.wrong(name, house.now());
  if (!house.open) return house.throttle.refused(name, house.now());
  const { action, object } = refusal(name);
  writeLine(house, house.open.store, '-', action, object);
}

function refusal(name: string | null): { action: string; object: string } {
  return name === RECOVERY
    ? { action: 'people.recoverRefused', object: '' }
    : { action: 'people.signInRefused', object: name ?? '?' };
}

/** One audit line of its own, for what happens outside a request's transaction: sign-in, sign-out, a failed try. */
export function writeLine(house: House, store: Store, actor: string, action: string, object: string): void {
  store.raw
    .transaction(() => appendAudit(store.raw, { at: house.at, actor, action, object, detail: '' }))
    .immediate();
}
