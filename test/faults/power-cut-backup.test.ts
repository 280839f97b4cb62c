import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOLDER } from '../../electron/core/backup-set.ts';
import { cutDuring, held, NOTHING_LOST } from './power-cut.ts';

/** The backups on the stick that count as backups, or what is wrong with one that does. */
function setsOn(stick: string): { whole: number; wrong: string | null } {
  const folder = join(stick, FOLDER);
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^\d{9}-\d{8}-\d{6}-[0-9a-f]{8}$/.test(name))
    : [];
  for (const name of names) {
    const manifest = join(folder, name, 'manifest.json');
    if (!existsSync(manifest)) return { whole: 0, wrong: 'a backup has no manifest' };
    const told = readFileSync(manifest, 'utf8');
    for (const file of ['centre.db', 'keyring.json']) {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, name, file)))
        .digest('hex');
      if (!told.includes(hash)) return { whole: 0, wrong: `a backup has another ${file}` };
    }
  }
  return { whole: names.length, wrong: null };
}

describe('when the power goes while a backup is written', { timeout: 600_000 }, () => {
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
