import { describe, expect, it } from 'vitest';
import { readyHouse } from '../support/october.ts';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';

describe('when the power goes while a package is built', { timeout: PATIENCE }, () => {
  it('nothing that was answered is lost: no number of the chain is given twice, no package is half there', async () => {
    const result = await cutDuring({
      acts: 'package',
      async prepare(house) {
        await readyHouse(house);
      },
    });
    expect(held(result, 'package')).toEqual(NOTHING_LOST);
  });
});
