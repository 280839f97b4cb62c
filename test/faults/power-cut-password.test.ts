import { describe, expect, it } from 'vitest';
import { KEY_CHANGE_DUE } from '../../electron/core/key-change.ts';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';

describe('when the power goes while passwords and accounts change', { timeout: PATIENCE }, () => {
  it('the house opens with the password that was acknowledged last, or with the one under way', async () => {
    const result = await cutDuring({
      acts: 'password',
      more: {
        // An account has ended and its line stands; the data key is still due to change, which the next sign-in does.
        between: (raw) =>
          raw.prepare(`SELECT action FROM audit ORDER BY seq DESC LIMIT 1`).pluck().get() ===
            'people.endAccount' &&
          raw.prepare(`SELECT value FROM setting WHERE key = ?`).pluck().get(KEY_CHANGE_DUE) !== '',
      },
    });
    expect(held(result, 'password')).toEqual(NOTHING_LOST);
  });
});
