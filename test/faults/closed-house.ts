import { createRouterClient } from '@orpc/server';
import { cpSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { isFailure, sentenceFor } from '../../shared/messages/sentence.ts';
import { aHouse, PASSWORD } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';
import { contentOf } from './content.ts';
import { CHEAP, MORNING } from './desk.ts';
import { fastFolder } from './power-cuts.ts';

/** Whether so many changes, and a journal of so many bytes, are enough. */
type Enough = (changes: number, journal: number) => boolean;

/**
 * A closed house, and what its director is answered when its file, or the journal beside it, is put back changed. `crashed` is the same
 * house as a crash leaves it after these changes, `contents` what its tables held after each.
 */
export async function aClosedHouse(enough: Enough = (changes) => changes === 20) {
  const root = fastFolder('flips');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [start, folder] = [join(root, 'start'), join(root, 'centre')];
  const test = await aHouse({ folder: start, today: '2026-11-02' });
  const director = await test.as('director');
  withStaff(test);
  test.raw.pragma('wal_checkpoint(TRUNCATE)'); // the journal begins here
  const contents = [contentOf(test.raw, ['audit'])];
  for (let changes = 0; !enough(changes, statSync(join(start, 'centre.db-wal')).size); changes++) {
    await director.people.setIdleMinutes({ minutes: 5 + (changes % 20) });
    contents.push(contentOf(test.raw, ['audit']));
  }
  // As a crash leaves it: the journal holds what was answered.
  cpSync(start, join(root, 'crashed'), { recursive: true });
  test.house.lock();

  /** `opened` and what the tables hold, `told` and the same where the user reads that something is missing, or the code of the refusal. */
  async function answerTo(file: string, bytes: Uint8Array, from = start): Promise<string> {
    rmSync(folder, { recursive: true, force: true });
    cpSync(from, folder, { recursive: true });
    writeFileSync(join(folder, file), bytes);
    const house = new House({ folder, now: () => MORNING, kdf: CHEAP, log: () => undefined });
    const client = createRouterClient(router, { context: { house, connection: house.connect() } });
    try {
      await client.people.signIn({ login: 'director', password: PASSWORD });
      const raw = house.open?.store.raw;
      const { journalCut } = await client.people.state({});
      return `${journalCut === null ? 'opened' : 'told'} ${raw ? contentOf(raw, ['audit']) : ''}`;
    } catch (error) {
      if (!isFailure(error)) throw error;
      expect(sentenceFor(error, 'zh-CN')).toMatch(/。$/);
      return error.code;
    } finally {
      house.lock();
    }
  }
  return { start, crashed: join(root, 'crashed'), folder, answerTo, contents };
}

/** The same bytes with one bit turned, somewhere from `first` on. */
export function flipped(bytes: Buffer, random: () => number, first = 0): Buffer {
  const changed = Buffer.from(bytes);
  const at = first + Math.floor(random() * (bytes.length - first));
  changed[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return changed;
}
