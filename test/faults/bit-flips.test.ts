import { createRouterClient } from '@orpc/server';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { isFailure, sentenceFor } from '../../shared/messages/sentence.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aHouse, PASSWORD } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';
import { contentOf } from './content.ts';
import { CHEAP, MORNING } from './desk.ts';
import { fastFolder } from './power-cuts.ts';

const PAGE = 4096;

/** A closed house, and what its director is answered when its file, or the journal beside it, is put back changed. */
async function aClosedHouse() {
  const root = fastFolder('flips');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [start, folder] = [join(root, 'start'), join(root, 'centre')];
  const test = await aHouse({ folder: start, today: '2026-11-02' });
  const director = await test.as('director');
  withStaff(test);
  test.raw.pragma('wal_checkpoint(TRUNCATE)'); // the journal begins here
  const contents = [contentOf(test.raw, ['audit'])];
  for (let minutes = 5; minutes < 25; minutes++) {
    await director.people.setIdleMinutes({ minutes });
    contents.push(contentOf(test.raw, ['audit']));
  }
  // As a crash leaves it: the journal holds what was answered.
  cpSync(start, join(root, 'crashed'), { recursive: true });
  test.house.lock();

  /** `opened` and what the tables hold, or the code of the refusal. */
  async function answerTo(file: string, bytes: Uint8Array, from = start): Promise<string> {
    rmSync(folder, { recursive: true, force: true });
    cpSync(from, folder, { recursive: true });
    writeFileSync(join(folder, file), bytes);
    const house = new House({ folder, now: () => MORNING, kdf: CHEAP, log: () => undefined });
    const client = createRouterClient(router, { context: { house, connection: house.connect() } });
    try {
      await client.people.signIn({ login: 'director', password: PASSWORD });
      const raw = house.open?.store.raw;
      return `opened ${raw ? contentOf(raw, ['audit']) : ''}`;
    } catch (error) {
      if (!isFailure(error)) throw error;
      expect(sentenceFor(error, 'zh-CN')).toMatch(/。$/);
      return error.code;
    } finally {
      house.lock();
    }
  }
  return { start, crashed: join(root, 'crashed'), answerTo, contents };
}

function flipped(bytes: Buffer, random: () => number): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(random() * bytes.length);
  changed[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return changed;
}

const tally = (answers: readonly string[]) =>
  Object.fromEntries(
    [...new Set(answers)].map((answer) => [answer, answers.filter((each) => each === answer).length]),
  );

describe('a damaged database', { timeout: 600_000 }, () => {
  it('is noticed at opening, whichever bit of it was turned', async () => {
    const { start, answerTo } = await aClosedHouse();
    const bytes = readFileSync(join(start, 'centre.db'));
    const random = chance(seed('bit-flips-database'));
    const answers: string[] = [];
    for (let round = 0; round < count('bit-flips-database', 1_000); round++)
      answers.push(await answerTo('centre.db', flipped(bytes, random)));
    expect(tally(answers)).toEqual({ FILE_DAMAGED: answers.length });
  });

  it('is noticed when it was cut short, or when two of its pages changed places', async () => {
    const { start, answerTo } = await aClosedHouse();
    const bytes = readFileSync(join(start, 'centre.db'));
    const random = chance(seed('cuts-of-the-database'));
    const answers: string[] = [];
    for (let round = 0; round < count('cuts-of-the-database', 200); round++)
      answers.push(await answerTo('centre.db', bytes.subarray(0, Math.floor(random() * bytes.length))));
    const pages = bytes.length / PAGE;
    for (let round = 0; round < count('swaps-of-pages', 60); round++) {
      const [one, other] = [1 + Math.floor(random() * (pages - 1)), 1 + Math.floor(random() * (pages - 1))];
      if (one === other) continue;
      const changed = Buffer.from(bytes);
      bytes.copy(changed, one * PAGE, other * PAGE, (other + 1) * PAGE);
      bytes.copy(changed, other * PAGE, one * PAGE, (one + 1) * PAGE);
      answers.push(await answerTo('centre.db', changed));
    }
    expect(tally(answers)).toEqual({ FILE_DAMAGED: answers.length });
  });

  it('whose journal was damaged after a crash opens as it was after one of the answers, never half and never otherwise', async () => {
    const { crashed, answerTo, contents } = await aClosedHouse();
    const bytes = readFileSync(join(crashed, 'centre.db-wal'));
    const random = chance(seed('bit-flips-journal'));
    const wholes = new Set(contents.map((content) => `opened ${content}`));
    const others = new Set<string>();
    expect(await answerTo('centre.db-wal', bytes, crashed)).toBe(`opened ${contents.at(-1)}`);
    for (let round = 0; round < count('bit-flips-journal', 200); round++) {
      const answer = await answerTo('centre.db-wal', flipped(bytes, random), crashed);
      if (!wholes.has(answer)) others.add(answer);
    }
    expect([...others].filter((answer) => answer.startsWith('opened'))).toEqual([]);
  });
});
