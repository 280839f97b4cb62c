import Driver from 'better-sqlite3';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellKey } from '../../db/connect.ts';
import { versionOf } from '../../db/migrate.ts';
import { openStore } from '../../db/open.ts';
import { bringIn } from '../ledger/bring-in.ts';
import { contentOf } from './content.ts';
import { becomeOld } from './old-file.ts';
import { cutDuring, held, NOTHING_LOST } from './power-cut.ts';

const OLD = 80;

/** The version of the file as the cut left it. */
function versionIn(file: string, key: Uint8Array): number {
  const raw = new Driver(file);
  try {
    tellKey(raw, key);
    return versionOf(raw);
  } finally {
    raw.close();
  }
}

describe('when the power goes while an old file is brought forward', { timeout: 600_000 }, () => {
  it('the house opens as it was or further on, whole, and once it is further on the copy of before lies beside it', async () => {
    const result = await cutDuring({
      acts: 'migration',
      async prepare(house) {
        await bringIn(await house.as('director'));
        const key = Uint8Array.from(house.house.open?.dataKey ?? []);
        becomeOld(house, OLD);
        // What the new program makes of it, tried on a copy.
        const copy = `${house.folder}.tried`;
        cpSync(house.folder, copy, { recursive: true });
        const store = openStore({ file: join(copy, 'centre.db'), key });
        const content = contentOf(store.raw);
        store.close();
        rmSync(copy, { recursive: true, force: true });
        return content;
      },
      more: {
        first(folder, key) {
          if (versionIn(join(folder, 'centre.db'), key) === OLD) return null;
          const copies = readdirSync(folder).filter(
            (name) => name.endsWith('.bak') && name.includes(`v${OLD}`),
          );
          if (copies.length === 0) return 'the copy of before is not there';
          return versionIn(join(folder, copies[0] ?? ''), key) === OLD
            ? null
            : 'the copy of before is another';
        },
      },
    });
    expect(held(result, 'migration')).toEqual(NOTHING_LOST);
  });
});
