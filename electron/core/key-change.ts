import { appendAudit } from '../../db/audit.ts';
import { peopleQueries, putSetting } from '../../db/people.ts';
import type { House } from './house.ts';
import { writeKeyring } from './keyring-file.ts';
import { keyringInUse } from './keyring-use.ts';
import { withoutEntry } from './keyring.ts';
import { changeDataKey } from './rekey.ts';

/** Setting: since when the data key is due to change, because somebody who had it has gone. Empty when it is not. */
export const KEY_CHANGE_DUE = 'key-change-due';
/** Setting: when the data key was last changed. */
export const KEY_CHANGED_AT = 'key-changed-at';

/** After an account ended: its wrap goes at once, and the data key changes, since its holder may have kept it. */
export function endWrap(house: House, accountId: string, by: string): void {
  orElseLater(house, () => {
    if (!house.open) return;
    writeKeyring(house.keyringFile, withoutEntry(keyringInUse(house), accountId), house.open.dataKey);
    changeNow(house, by);
  });
}

/** Changes the data key when it is due. What stops it (a full disk) is logged, and it is tried again at the next sign-in. */
export async function changeKeyIfDue(house: House, by: string): Promise<void> {
  if (!house.open) return;
  if (await peopleQueries(house.open.store.db).setting(KEY_CHANGE_DUE)) changeKeyNow(house, by);
}

/** What must not undo the change that it follows: a fault is logged with its number, and the key stays due. */
function orElseLater(house: House, work: () => void): void {
  try {
    work();
  } catch (error) {
    house.log({ reference: house.reference(), request: 'people.changeKey', error });
  }
}

/** Changes the data key at once; what stops it is logged, and the key stays due. */
export function changeKeyNow(house: House, by: string): void {
  orElseLater(house, () => changeNow(house, by));
}

function changeNow(house: House, by: string): void {
  if (!changeDataKey(house) || !house.open) return;
  const { raw } = house.open.store;
  const { at } = house;
  // One transaction: a power cut leaves the key due and changes it again, or leaves its line in the log.
  raw
    .transaction(() => {
      putSetting(raw, { key: KEY_CHANGE_DUE, value: '', at, by });
      putSetting(raw, { key: KEY_CHANGED_AT, value: at, at, by });
      appendAudit(raw, { at, actor: by, action: 'people.changeKey', object: '', detail: '' });
    })
    .immediate();
}
