import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import type { House } from './house.ts';
import { wipe } from './key-wrap.ts';
import { writeKeyring } from './keyring-file.ts';
import { firstThatOpens, keyringInUse, keyringsToTry } from './keyring-use.ts';
import { tryPassword, withEntry } from './keyring.ts';
import { refuse } from './refuse.ts';

/** The name under which tries at the paper code are counted; no login can have it (a login is trimmed). */
export const RECOVERY = ' recovery';

export function requireStrong(password: string): void {
  if ([...password].length < LEAST_PASSWORD) refuse('WEAK_PASSWORD', { least: LEAST_PASSWORD });
}

/** Makes a name that was guessed at too often wait. */
export function requirePatience(house: House, name: string): void {
  const seconds = house.throttle.wait(name, house.now());
  if (seconds > 0) refuse('TOO_MANY_TRIES', { seconds });
}

/** Makes sure that the person at the keyboard is the one who is signed in, by the password; wrong ones are counted and written down. */
export async function requireOwnPassword(
  house: House,
  who: { login: string },
  password: string,
): Promise<void> {
  requirePatience(house, who.login);
  const opened = await firstThatOpens(keyringsToTry(house), (keyring) =>
    tryPassword(keyring, who.login, password),
  );
  if (!opened) {
    house.throttle.wrong(who.login, house.now());
    refuse('WRONG_PASSWORD', {});
  }
  const { dataKey, next } = opened.found;
  wipe(dataKey, ...(next ? [next] : []));
  house.throttle.right(who.login);
}

/** Gives an account another password, or a new account its first: only its own wrap is made anew, the database stays as it is. */
export async function rewrap(
  house: House,
  account: { id: string; login: string; name: string },
  password: string,
): Promise<void> {
  if (!house.open) throw new Error('the house is closed');
  const { dataKey } = house.open;
  const keyring = await withEntry(keyringInUse(house), account, password, dataKey, house.kdf);
  writeKeyring(house.keyringFile, keyring, dataKey);
}
