import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../db/copy.ts';
import { prepareBackup } from '../../electron/core/backup-order.ts';
import { writeSets, type WritingOrder } from '../../electron/core/backup-writing.ts';
import { aHouseWithSticks } from './a-place.ts';

/** A backup whose copy is written beside the database and not yet looked at. */
async function anOrder() {
  const { house, stick } = await aHouseWithSticks();
  const { order } = await house.house.queue.run(() => prepareBackup(house.house, 'asked'));
  const onStick = () => readdirSync(order.targets[0]?.folder ?? '').filter((name) => name !== 'place.json');
  return { house, stick, order, onStick };
}

/** One bit of a file turned, in the middle of it. */
function turnABit(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const codes = (order: WritingOrder) => writeSets(order, () => undefined).problems.map(({ code }) => code);

describe('a backup counts only once it was verified', () => {
  it('and does, when its copy opens and holds what the database held, and the stick gives back what was written', async () => {
    const { order, onStick } = await anOrder();
    expect(writeSets(order, () => undefined)).toMatchObject({ problems: [], written: [expect.any(String)] });
    expect(onStick()).toEqual([order.about.name]);
  });

  it('not when the copy does not open whole', async () => {
    const { order, onStick } = await anOrder();
    turnABit(order.draft);
    expect(codes(order)).toEqual(['BACKUP_DIFFERS']);
    expect(onStick()).toEqual([]);
  });

  it('not when the copy lacks a row, a line of the log or a version that the database had', async () => {
    const one = await anOrder();
    const { rows, audit, schema } = one.order.content;
    for (const content of [
      { ...one.order.content, rows: { ...rows, setting: (rows['setting'] ?? 0) + 1 } },
      { ...one.order.content, audit: { ...audit, count: audit.count + 1 } },
      { ...one.order.content, audit: { ...audit, head: 'f'.repeat(64) } },
      { ...one.order.content, schema: schema + 10 },
    ]) {
      const key = Uint8Array.from(one.order.key); // it is wiped after each try
      expect(codes({ ...one.order, key, content })).toEqual(['BACKUP_DIFFERS']);
      expect(one.onStick()).toEqual([]);
    }
    expect(contentOf(one.house.raw)).toEqual(one.order.content);
  });

  it('not when the stick gives back other bytes than were written to it', async () => {
    const { order, onStick } = await anOrder();
    const there = join(order.targets[0]?.folder ?? '', `${order.about.name}.tmp`, 'centre.db');
    let turned = false;
    const { written, problems } = writeSets(order, () => {
      // Called after each piece: the first time that there is something on the stick, the stick loses a bit of it.
      if (turned || !existsSync(there)) return;
      turned = true;
      turnABit(there);
    });
    expect({ turned, written, codes: problems.map(({ code }) => code) }).toEqual({
      turned: true,
      written: [],
      codes: ['BACKUP_DIFFERS'],
    });
    expect(onStick()).toEqual([]);
    expect(existsSync(dirname(there))).toBe(false);
  });
});
