import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from '../../electron/core/backup-set.ts';

/** The backups on the stick that count as backups, or what is wrong with one that does. */
export function setsOn(stick: string): { whole: number; wrong: string | null } {
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
