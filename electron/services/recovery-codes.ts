import { randomBytes } from 'node:crypto';
import { peopleQueries } from '../../db/people.ts';
import { sameCodeLine } from '../../shared/people/code-line.ts';
import { CHECKED_LINE, writeRecoveryCode } from '../../shared/people/recovery-code.ts';
import { door } from '../core/door.ts';
import { changeKeyNow, KEY_CHANGE_DUE, KEY_CHANGED_AT } from '../core/key-change.ts';
import { wipe } from '../core/key-wrap.ts';
import { keepKeyring, writeKeyring } from '../core/keyring-file.ts';
import { keyringInUse } from '../core/keyring-use.ts';
import { unmovable, withRecovery } from '../core/keyring.ts';
import { requireOwnPassword } from '../core/passwords.ts';
import { refuse } from '../core/refuse.ts';

/** Setting: when the paper code in force was made. */
const RECOVERY_CODE_AT = 'recovery-code-at';

/** How the keys of the centre stand, and a new paper code: it holds once its third line was typed back, and the old one no more. */
export const recoveryCodes = {
  keys: door.people.keys.handler(async ({ context: { house, db } }) => {
    const queries = peopleQueries(db);
    const { set_up_at } = await queries.centre();
    return {
      recoveryCodeAt: (await queries.setting(RECOVERY_CODE_AT)) ?? set_up_at,
      changedAt: (await queries.setting(KEY_CHANGED_AT)) ?? set_up_at,
      changeIsDue: Boolean(await queries.setting(KEY_CHANGE_DUE)),
      waitsFor: unmovable(keyringInUse(house)).names,
    };
  }),

  prepareRecoveryCode: door.people.prepareRecoveryCode.handler(
    async ({ input, context: { house, connection, newId, who } }) => {
      await requireOwnPassword(house, who, input.password);
      const secret = Uint8Array.from(randomBytes(32));
      const id = newId();
      house.drafts.set(id, { owner: connection.id, value: secret, end: () => wipe(secret) });
      return { id, recoveryCode: writeRecoveryCode(secret) };
    },
  ),

  takeRecoveryCode: door.people.takeRecoveryCode.handler(
    async ({ input, context: { house, connection, db, at, who, note, afterwards, undo } }) => {
      const draft = house.drafts.get(input.id);
      if (draft?.owner !== connection.id || !(draft.value instanceof Uint8Array) || !house.open)
        refuse('NOT_FOUND', { what: 'recovery-code' });
      const lines = writeRecoveryCode(draft.value).split('\n');
      if (!sameCodeLine(input.line, lines[CHECKED_LINE - 1] ?? ''))
        refuse('WRONG_RECOVERY_CODE', { line: CHECKED_LINE });
      const { dataKey } = house.open;
      undo(keepKeyring(house.keyringFile));
      writeKeyring(house.keyringFile, withRecovery(keyringInUse(house), draft.value, dataKey), dataKey);
      const queries = peopleQueries(db);
      await queries.setSetting(RECOVERY_CODE_AT, at, at, who.id);
      // Whoever has the old paper may have opened an old copy of the keyring with it: the data key goes too.
      await queries.setSetting(KEY_CHANGE_DUE, at, at, who.id);
      afterwards(() => {
        house.dropDraft(input.id);
        changeKeyNow(house, who.id);
      });
      note('recovery-code');
      return {};
    },
  ),
};
