import { createRouterClient } from '@orpc/server';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';
import { aClosedHouse, flipped } from './closed-house.ts';
import { CHEAP, MORNING } from './desk.ts';

const HEADER = 32;
const FRAME = 24 + 4096;
/** SQLite moves a journal of so many pages into the file by itself. */
const CHECKPOINT = 1_000;
const journalIn = (folder: string) => join(folder, 'centre.db-wal');

/** Where the frames stand that end a change. */
function endsIn(journal: Buffer): number[] {
  const ends: number[] = [];
  for (let at = HEADER; at + FRAME <= journal.length; at += FRAME)
    if (journal.readUInt32BE(at + 4) > 0) ends.push(at);
  return ends;
}

describe('a journal that the disk alters after a crash', { timeout: 600_000 }, () => {
  it('is told to the user wherever a bit of it was turned, but in the last change, which then was never made', async () => {
    const { crashed, answerTo, contents } = await aClosedHouse();
    const journal = readFileSync(journalIn(crashed));
    const [end = 0] = endsIn(journal).slice(-2);
    expect(endsIn(journal).length).toBe(20);
    const random = chance(seed('bit-flips-journal'));
    const wholes = new Set(contents);
    const tally = { told: 0, harmless: 0, withoutTheLast: 0 };
    const unexplained: number[] = [];
    expect(await answerTo('centre.db-wal', journal, crashed)).toBe(`opened ${contents.at(-1)}`);
    for (let round = 0; round < count('bit-flips-journal', 200); round++) {
      const changed = flipped(journal, random);
      const at = changed.findIndex((byte, index) => byte !== journal[index]);
      const [how = '', content = ''] = (await answerTo('centre.db-wal', changed, crashed)).split(' ');
      expect(wholes).toContain(content);
      if (how === 'told') tally.told++;
      else if (content === contents.at(-1)) tally.harmless++;
      else {
        // The header of the frame before it says that another change ends there: without it both look like one.
        if (at < end + FRAME && !(at >= end && at < end + 24)) unexplained.push(at);
        tally.withoutTheLast++;
      }
    }
    console.log(`flips in a journal: ${JSON.stringify(tally)}`);
    expect(unexplained).toEqual([]);
    expect(tally.told).toBeGreaterThan(tally.withoutTheLast * 5);
  });

  it('that was moved into the file and not emptied never lays old pages over new ones unnoticed', async () => {
    const { crashed, answerTo, contents } = await aClosedHouse(
      (_, bytes) => bytes >= HEADER + CHECKPOINT * FRAME,
    );
    const journal = readFileSync(journalIn(crashed));
    const [end = 0] = endsIn(journal).slice(-2);
    const random = chance(seed('flips-before-the-last-change'));
    const wholes = new Set(contents);
    const others: string[] = [];
    const answers: Record<string, number> = {};
    for (let round = 0; round < count('flips-in-a-moved-journal', 12, 300); round++) {
      const changed = Buffer.concat([flipped(journal.subarray(0, end), random), journal.subarray(end)]);
      const answer = await answerTo('centre.db-wal', changed, crashed);
      const [how = '', content = ''] = answer.split(' ');
      if (how === 'opened' && content !== contents.at(-1)) others.push(answer);
      const what =
        content === '' ? how : `${how} ${wholes.has(content) ? 'as it was once' : 'with a mixture'}`;
      answers[what] = (answers[what] ?? 0) + 1;
    }
    console.log(`flips in a moved journal: ${JSON.stringify(answers)}`);
    expect(others).toEqual([]);
  });

  it('is kept aside with its file, written into the log once, and told for three days to everybody', async () => {
    const { crashed, folder, answerTo } = await aClosedHouse();
    const journal = readFileSync(journalIn(crashed));
    journal[HEADER + FRAME * 5 + 100] = (journal[HEADER + FRAME * 5 + 100] ?? 0) ^ 4;
    expect(await answerTo('centre.db-wal', journal, crashed)).toMatch(/^told/);
    const [aside = '', ...more] = readdirSync(folder).filter((name) => name.includes('crashed'));
    expect(more).toEqual([]);
    expect(readFileSync(journalIn(join(folder, aside))).equals(journal)).toBe(true);
    expect(
      readFileSync(join(folder, aside, 'centre.db')).equals(readFileSync(join(crashed, 'centre.db'))),
    ).toBe(true);

    let now = MORNING;
    const house = new House({ folder, now: () => now, kdf: CHEAP });
    const nurse = createRouterClient(router, { context: { house, connection: house.connect() } });
    const told = async () => {
      await nurse.people.signIn({ login: 'nurse', password: PASSWORD });
      return (await nurse.people.state({})).journalCut;
    };
    expect(await told()).toMatch(/^2026-11-02T01:00:00/);
    const lines = house.open?.store.raw
      .prepare(`SELECT detail FROM audit WHERE action = 'people.journalDamaged'`)
      .pluck()
      .all();
    expect(lines).toEqual([expect.stringMatching(/^2026-11-02T01:00:00\.000Z · \d+$/)]);
    await nurse.people.signOut({});
    expect((await nurse.people.state({})).journalCut).toBeNull();
    now += 4 * 24 * 3_600_000;
    expect(await told()).toBeNull();
    house.lock();
  });

  it('that another process is writing just now is none of ours: the second is told that the centre is open', async () => {
    const { house: first, folder, as } = await aHouse({ today: '2026-11-02' });
    const director = await as('director');
    for (const minutes of [6, 7, 8, 9]) await director.people.setIdleMinutes({ minutes });
    const journal = readFileSync(journalIn(folder));
    journal[HEADER + FRAME + 100] = (journal[HEADER + FRAME + 100] ?? 0) ^ 1;
    writeFileSync(journalIn(folder), journal);
    const house = new House({ folder, now: () => MORNING, kdf: CHEAP });
    const client = createRouterClient(router, { context: { house, connection: house.connect() } });
    expect(await refusalOf(client.people.signIn({ login: 'director', password: PASSWORD }))).toMatchObject({
      code: 'CENTRE_OPEN_ELSEWHERE',
    });
    expect(readdirSync(folder).filter((name) => name.includes('crashed'))).toEqual([]);
    expect(first.open).not.toBeNull();
  });
});

describe('the journal', () => {
  it('is emptied into the file once nobody has sent anything for a while, and when a crashed house is opened', async () => {
    const test = await aHouse({ today: '2026-11-02' });
    const director = await test.as('director');
    await director.people.setIdleMinutes({ minutes: 9 });
    const size = () => (existsSync(journalIn(test.folder)) ? statSync(journalIn(test.folder)).size : 0);
    await test.house.sweepSoon();
    expect(size()).toBeGreaterThan(0);
    test.pass(5_000);
    await test.house.sweepSoon();
    expect(size()).toBe(0);
    await director.people.setIdleMinutes({ minutes: 8 });
    expect(size()).toBeGreaterThan(0);
  });
});
