import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import type { House } from './house.ts';
import { refuse } from './refuse.ts';

export function requireStrong(password: string): void {
  if ([...password].length < LEAST_PASSWORD) refuse('WEAK_PASSWORD', { least: LEAST_PASSWORD });
}

/** Makes a name that was guessed at too often wait. */
export function requirePatience(house: House, name: string): void {
  const seconds = house.throttle.wait(name, house.now());
  if (seconds > 0) refuse('TOO_MANY_TRIES', { seconds });
}

/** The key of the open file, for wrapping it to another password. */
export function dataKeyOf(house: House): Uint8Array {
  if (!house.open) throw new Error('the house is closed');
  return house.open.dataKey;
}
