import type { Database } from 'better-sqlite3';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { countyFor, TWO } from '../support/county-and-centre.ts';
import type { TestHouse } from '../support/house.ts';
import { readyHouse } from '../support/october.ts';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';

type File = { readonly name: string; readonly base64: string };
type Handed = { readonly receipt: File | null };

/**
 * What a county office answers to five packages: the receipt of the second names the centre's next key, that of the third brings
 * the county's own new key, the fourth has to wait for the one before it; last comes a token for a new epoch.
 */
async function lettersOfTheCounty(house: TestHouse): Promise<readonly File[]> {
  const director = await readyHouse(house);
  const county = await countyFor(director);
  const letters: File[] = [];
  const keep = ({ receipt }: Handed) => {
    if (!receipt) throw new Error('the county wrote no receipt');
    letters.push(receipt);
  };
  const build = async (turn: number) => {
    house.raw.exec(`UPDATE device SET name = '轮椅${turn}' WHERE id = 'd1'`);
    house.pass(1_000);
    return (await director.package.build({ month: month('2026-10'), correction: turn > 1 })).file;
  };
  keep(await county.handIn(await build(1)));
  const rotation = county.write(await director.package.rotateKey({}));
  await county.run('rotate', county.at(rotation), '--keys', county.at('.'));
  keep(await county.handIn(await build(2)));
  await county.run('rotate-key', '--keys', county.at('.'));
  keep(await county.handIn(await build(3)));
  const [fourth, fifth] = [await build(4), await build(5)];
  keep(await county.handIn(fifth));
  keep(await county.handIn(fourth));
  const { token } = await county.resync(...TWO);
  if (!token) throw new Error('the county wrote no token');
  return [...letters, token];
}

/** What an answer brings lands in several tables; each row has the others that belong to it. */
const HALVES = `
  SELECT 'a line without its letter' WHERE
    (SELECT count(*) FROM audit WHERE action = 'package.importAnswer')
      <> (SELECT count(*) FROM package_receipt) + (SELECT count(*) FROM package_resync)
  UNION ALL
  SELECT 'a receipt without its anchor' WHERE
    (SELECT count(*) FROM package_receipt) <> (SELECT count(*) FROM audit_anchor WHERE kind = 'receipt')
  UNION ALL
  SELECT 'a token without its epoch' WHERE
    (SELECT max(epoch) FROM package_resync) IS NOT (SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'package.epoch')
  UNION ALL
  SELECT 'a key of the centre that did not begin' WHERE
    (SELECT count(*) FROM package_receipt) >= 2 AND EXISTS (SELECT 1 FROM signing_key WHERE begun_at IS NULL)`;

const halfIn = (raw: Database) => raw.prepare(HALVES).pluck().get() as string | undefined;

describe('when the power goes while answers of the county come in', { timeout: PATIENCE }, () => {
  it('a receipt or a token is wholly in or not at all, and none that was answered for is lost', async () => {
    const result = await cutDuring({
      acts: 'receipt',
      async prepare(house) {
        const folder = join(house.folder, '..', 'letters');
        mkdirSync(folder);
        for (const [index, { name, base64 }] of (await lettersOfTheCounty(house)).entries())
          writeFileSync(join(folder, `${index + 1} ${name}`), Buffer.from(base64, 'base64'));
      },
      more: { last: ({ raw }) => halfIn(raw) ?? null },
    });
    expect(held(result, 'receipt')).toEqual(NOTHING_LOST);
    expect(result.syncs).toBeGreaterThanOrEqual(12);
  });
});
