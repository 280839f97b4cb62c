import { randomBytes } from 'node:crypto';
import {
  DEFAULT_KDF,
  derive,
  newSecret,
  publicOf,
  seal,
  stretch,
  unseal,
  unwrap,
  wipe,
  workOf,
  wrapTo,
  type Kdf,
  type KdfCost,
  type Wrap,
} from './key-wrap.ts';
import { keyringIsWhole, type Entry, type Keyring, type Recovery, type Unsigned } from './keyring-shape.ts';

export function newKeyring(
  centreId: string,
  centreName: string,
  dataKey: Uint8Array,
  recovery: Uint8Array,
): Unsigned {
  const empty = { format: 'nuantuo-keyring', version: 2, centreId, centreName, cipher: 'aegis' } as const;
  return {
    ...empty,
    revision: 1,
    mark: null,
    entries: [],
    recovery: recoveryTo(centreId, recovery, dataKey),
  };
}

/** The same keyring with one account's password and wrap added or replaced; a key pair of its own is made for it. */
export async function withEntry(
  keyring: Unsigned,
  account: { id: string; login: string; name: string },
  password: string,
  dataKey: Uint8Array,
  cost: KdfCost,
): Promise<Unsigned> {
  const kdf = { name: 'scrypt' as const, ...cost, salt: randomBytes(16).toString('hex') };
  const wrapping = await stretch(password, kdf);
  const secret = newSecret();
  const entry = {
    accountId: account.id,
    login: account.login,
    name: account.name,
    kdf,
    publicKey: publicOf(secret),
    secret: seal(secret, wrapping, boundTo(keyring.centreId, account.id, kdf)),
    key: wrapTo(publicOf(secret), dataKey, keyOf(keyring.centreId, account.id)),
  };
  wipe(wrapping, secret);
  return {
    ...keyring,
    entries: [...keyring.entries.filter((other) => other.accountId !== account.id), entry],
  };
}

export function withoutEntry(keyring: Unsigned, accountId: string): Unsigned {
  return { ...keyring, entries: keyring.entries.filter((entry) => entry.accountId !== accountId) };
}

/** The same keyring with another paper code: the old one opens it no more. */
export function withRecovery(keyring: Unsigned, recovery: Uint8Array, dataKey: Uint8Array): Unsigned {
  return { ...keyring, recovery: recoveryTo(keyring.centreId, recovery, dataKey) };
}

/** Who would lose the way in if the data key changed now: wraps of version 1 cannot be moved without password or paper. */
export function unmovable(keyring: Unsigned): { names: string[]; recovery: boolean } {
  return {
    names: keyring.entries.filter((entry) => !('publicKey' in entry)).map(({ name }) => name),
    recovery: !('publicKey' in keyring.recovery),
  };
}

/** The same keyring with the coming data key sealed beside the present one for everybody; see rekey.ts. */
export function withNext(keyring: Unsigned, next: Uint8Array): Unsigned {
  const { centreId, recovery } = keyring;
  if (!('publicKey' in recovery)) throw new Error('a recovery wrap of version 1 cannot be moved');
  return {
    ...keyring,
    entries: keyring.entries.map((entry) => {
      if (!('publicKey' in entry)) throw new Error('a wrap of version 1 cannot be moved');
      return { ...entry, next: wrapTo(entry.publicKey, next, keyOf(centreId, entry.accountId)) };
    }),
    recovery: { ...recovery, next: wrapTo(recovery.publicKey, next, paperOf(centreId)) },
  };
}

/** Ends a change of the data key: `taken` says whether the coming one is now the present one. */
export function withoutNext(keyring: Unsigned, taken: boolean): Unsigned {
  const settle = <T extends Entry | Recovery>(wrapped: T): T => {
    if (!('next' in wrapped) || wrapped.next === undefined) return wrapped;
    const { next, ...rest } = wrapped;
    return { ...rest, key: taken ? next : wrapped.key } as T;
  };
  return { ...keyring, entries: keyring.entries.map(settle), recovery: settle(keyring.recovery) };
}

/** Both keys while the data key changes, otherwise one. */
export type Keys = { readonly dataKey: Uint8Array; readonly next: Uint8Array | null };
export type Opened = Keys & { readonly accountId: string };

/** What a password or a paper code comes to: `altered` when it is right, but somebody changed the file without the data key. */
export type Tried<T> = ({ readonly outcome: 'open' } & T) | { readonly outcome: 'wrong' | 'altered' };

/** Tries a password. An unknown name costs the same time as a wrong password, so that names cannot be found by the clock. */
export async function tryPassword(keyring: Keyring, login: string, password: string): Promise<Tried<Opened>> {
  const entry = keyring.entries.find((candidate) => candidate.login === login);
  const spare = {
    name: 'scrypt' as const,
    ...DEFAULT_KDF,
    ...keyring.entries[0]?.kdf,
    salt: '00'.repeat(16),
  };
  const wrapping = await stretch(password, entry?.kdf ?? spare);
  if (!entry) return { outcome: 'wrong' };
  const keys = keysOfEntry(keyring, entry, wrapping);
  wipe(wrapping);
  const tried = judged(keyring, keys);
  return tried.outcome === 'open' ? { ...tried, accountId: entry.accountId } : tried;
}

/** Tries the secret of the paper code. */
export function tryRecovery(keyring: Keyring, recovery: Uint8Array): Tried<Keys> {
  const { centreId, recovery: kept } = keyring;
  const salt = Buffer.from(kept.salt, 'hex');
  if (!('publicKey' in kept)) {
    const wrapping = derive(recovery, salt, 'nuantuo-recovery');
    return judged(keyring, keysOf(unseal(kept.key, wrapping, paperOf(centreId))));
  }
  const secret = derive(recovery, salt, PAPER_PAIR);
  if (publicOf(secret) !== kept.publicKey) return { outcome: 'wrong' };
  const keys = unwrapBoth(kept, secret, paperOf(centreId));
  wipe(secret);
  return keys ? judged(keyring, keys) : { outcome: 'altered' };
}

/** The data key behind a password, or null when the password is wrong or the keyring altered. */
export async function unlock(keyring: Keyring, login: string, password: string): Promise<Opened | null> {
  const tried = await tryPassword(keyring, login, password);
  return tried.outcome === 'open' ? tried : null;
}

/** The data key behind the paper code, or null when the code is not this centre's or the keyring altered. */
export function unlockByRecovery(keyring: Keyring, recovery: Uint8Array): Uint8Array | null {
  const tried = tryRecovery(keyring, recovery);
  return tried.outcome === 'open' ? tried.dataKey : null;
}

/** Whether an account's wrap is to be made anew at its sign-in: version 1, or stretched with less work than today's cost. */
export function isOutdated(entry: Entry, cost: KdfCost): boolean {
  return !('publicKey' in entry) || workOf(entry.kdf) < workOf(cost);
}

const PAPER_PAIR = 'nuantuo-recovery-pair';

function recoveryTo(centreId: string, recovery: Uint8Array, dataKey: Uint8Array): Recovery {
  const salt = randomBytes(16);
  const secret = derive(recovery, salt, PAPER_PAIR);
  const publicKey = publicOf(secret);
  wipe(secret);
  return { salt: salt.toString('hex'), publicKey, key: wrapTo(publicKey, dataKey, paperOf(centreId)) };
}

function keysOfEntry(keyring: Keyring, entry: Entry, wrapping: Uint8Array): Keys | null | 'altered' {
  const bound = boundTo(keyring.centreId, entry.accountId, entry.kdf);
  if (!('publicKey' in entry)) return keysOf(unseal(entry.key, wrapping, bound));
  const secret = unseal(entry.secret, wrapping, bound);
  if (!secret) return null;
  const fits = publicOf(secret) === entry.publicKey;
  const keys = fits ? unwrapBoth(entry, secret, keyOf(keyring.centreId, entry.accountId)) : null;
  wipe(secret);
  return keys ?? 'altered';
}

function unwrapBoth(
  wraps: { key: Wrap; next?: Wrap | undefined },
  secret: Uint8Array,
  bound: string,
): Keys | null {
  const dataKey = unwrap(wraps.key, secret, bound);
  const next = wraps.next ? unwrap(wraps.next, secret, bound) : null;
  return dataKey && (next || !wraps.next) ? { dataKey, next } : null;
}

const keysOf = (dataKey: Uint8Array | null): Keys | null => dataKey && { dataKey, next: null };

function judged(keyring: Keyring, keys: Keys | null | 'altered'): Tried<Keys> {
  if (keys === null) return { outcome: 'wrong' };
  if (keys === 'altered' || !keyringIsWhole(keyring, keys.dataKey)) return { outcome: 'altered' };
  return { outcome: 'open', ...keys };
}

function boundTo(centreId: string, accountId: string, kdf: Kdf): string {
  return [centreId, accountId, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt].join('|');
}
const keyOf = (centreId: string, accountId: string) => `${centreId}|${accountId}|key`;
const paperOf = (centreId: string) => `${centreId}|recovery`;
