import { describe, expect, it } from 'vitest';
import { cutDuring, held, NOTHING_LOST } from './power-cut.ts';

describe('when the power goes while passwords and accounts change', { timeout: 600_000 }, () => {
  it('the house opens with the password that was acknowledged last, or with the one under way', async () => {
    const result = await cutDuring({ acts: 'password' });
    expect(held(result, 'password')).toEqual(NOTHING_LOST);
  });
});
