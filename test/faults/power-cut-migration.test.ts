import Driver, { type Database } from 'better-sqlite3';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditHead } from '../../db/audit.ts';
import { tellKey } from '../../db/connect.ts';
import { versionOf } from '../../db/migrate.ts';
import { openStore } from '../../db/open.ts';
import { bringIn } from '../ledger/bring-in.ts';
import { contentOf } from './content.ts';
import { becomeOld } from './old-file.ts';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';

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

/** Two packages as the house keeps them, larger than a page: a step on the way moves their files to a table of their own. */
function addPackages(raw: Database): void {
  const { seq: count, hash: head } = auditHead(raw);
  const manifest = JSON.stringify({ audit_count: count, audit_head: head });
  for (const seq of [1, 2]) {
    const hash = String(seq).repeat(64);
    raw
      .prepare(
        `INSERT INTO package VALUES (?, 1, ?, '2026-10', 'full', ?, ?, ?, ?, ?, 20000, '2026-11-02T01:00:00.000Z', '')`,
      )
      .run(`p${seq}`, seq, hash, '0'.repeat(64), hash, manifest, `${seq}.tyx`);
    raw.prepare('INSERT INTO package_content VALUES (?, ?)').run(`p${seq}`, Buffer.alloc(20_000, seq));
  }
}

describe('when the power goes while an old file is brought forward', { timeout: PATIENCE }, () => {
  it('the house opens as it was or further on, whole, and once it is further on the copy of before lies beside it', async () => {
    const result = await cutDuring({
      acts: 'migration',
      async prepare(house) {
        await bringIn(await house.as('director'));
        addPackages(house.raw);
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
