import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';
import { setsOn } from './sets.ts';

describe('when the power goes while a backup is written', { timeout: PATIENCE }, () => {
  it('nothing that was answered is lost, neither in the house nor on the stick, and no half backup counts as one', async () => {
    const result = await cutDuring({
      acts: 'backup',
      async prepare(house) {
        const director = await house.as('director');
        const [volume] = await director.backup.volumes({});
        await director.backup.choose({ token: volume?.token ?? '' });
      },
      more: {
        last({ raw }, folder) {
          const { whole, wrong } = setsOn(join(folder, '..', 'stick'));
          if (wrong !== null) return wrong;
          const written = raw
            .prepare(`SELECT count(*) FROM audit WHERE action = 'backup.make'`)
            .pluck()
            .get() as number;
          return whole >= written ? null : 'a backup that was told of is not on the stick';
        },
      },
    });
    expect(held(result, 'backup')).toEqual(NOTHING_LOST);
  });
});
