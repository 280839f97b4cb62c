import { removeDatabase } from '../../db/copy.ts';
import type { House } from './house.ts';
import { keyringsOf } from './keyring-file.ts';
import {
  KeyringIsDamaged,
  keyringIsWhole,
  unsignedOf,
  type Keyring,
  type Unsigned,
} from './keyring-shape.ts';
import { withoutNext, type Tried } from './keyring.ts';
import { refuse } from './refuse.ts';

/** The keyrings of this centre to try, best first, or the sentence that says why there is none to use. */
export function keyringsToTry(house: House): [Keyring, ...Keyring[]] {
  if (!house.isSetUp) refuse('NOT_SET_UP', {});
  try {
    return keyringsOf(house.keyringFile);
  } catch (error) {
    if (error instanceof KeyringIsDamaged) refuse('KEYRING_DAMAGED', {});
    throw error;
  }
}

/** Which keyring a password or code opened; null when it is wrong. Refuses when it is right but no copy of the keyring is whole. */
export async function firstThatOpens<T>(
  keyrings: readonly Keyring[],
  attempt: (keyring: Keyring) => Tried<T> | Promise<Tried<T>>,
): Promise<{ keyring: Keyring; found: T } | null> {
  let altered = false;
  for (const keyring of keyrings) {
    const tried = await attempt(keyring);
    if (tried.outcome === 'open') return { keyring, found: tried };
    altered ||= tried.outcome === 'altered';
  }
  if (altered) refuse('KEYRING_DAMAGED', {});
  return null;
}

/**
 * The keyring of the open file, for changing it: only one that the data key vouches for is ever signed anew, so that nothing is
 * blessed that somebody slipped in while the centre was open.
 */
export function keyringInUse(house: House): Unsigned {
  const open = house.open;
  if (!open) throw new Error('the house is closed');
  const whole = keyringsToTry(house).find((keyring) => keyringIsWhole(keyring, open.dataKey));
  if (!whole) refuse('KEYRING_DAMAGED', {});
  return withoutNext(unsignedOf(whole), false);
}

/** What a change of the data key that was cut off left beside the database; only to be called while no change runs. */
export function removeRekeyDraft(file: string): void {
  removeDatabase(file);
}
