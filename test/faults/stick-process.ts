import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { contentOf, writeCopy } from '../../db/copy.ts';
import { openStore } from '../../db/open.ts';
import { writeSets } from '../../electron/core/backup-writing.ts';
import { say } from './attempts.ts';

/** Writes so many backups to a stick, one after another, and says of each what came of it. Arguments: the root, how many. */
const [root = '', times = '1'] = process.argv.slice(2);
const key = new Uint8Array(randomBytes(32));
const store = openStore({ file: join(root, 'live.db'), key, create: true });
const draft = join(root, 'draft.db');
writeCopy(store.raw, draft);
const content = contentOf(store.raw);
store.close();

for (let turn = 1; turn <= Number(times); turn++) {
  const { written, problems } = writeSets(
    {
      draft,
      key: Uint8Array.from(key),
      content,
      keyring: randomBytes(900),
      about: {
        name: `411799001-20261101-090000-${String(turn).padStart(8, '0')}`,
        centre: { id: 'c1', code: '411799001', name: '柳河镇重度残疾人托养中心' },
        program: 'nuantuo 0.1.0',
        reason: 'asked',
        made_at: '2026-11-01T01:00:00.000Z',
      },
      targets: [
        { placeId: 'p1', label: 'KINGSTON', folder: join(root, 'stick', '暖托备份'), largestFile: null },
      ],
    },
    () => undefined,
  );
  say({ turn, written: written.length, codes: problems.map(({ code }) => code) });
}
