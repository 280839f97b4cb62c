import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { House } from '../../electron/core/house.ts';
import { aHouse, PASSWORD } from '../support/house.ts';

/** Every place below an object that holds these bytes, or their text in hex, by its path. Private fields are asked for by hand. */
function placesOf(bytes: Buffer, root: object): string[] {
  const [found, seen] = [[] as string[], new Set<object>()];
  const hex = bytes.toString('hex');
  const look = (value: unknown, path: string) => {
    if (typeof value === 'string' && value.toLowerCase().includes(hex)) found.push(path);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      const view = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      if (view.includes(bytes) || view.includes(hex)) found.push(path);
      return;
    }
    if (value instanceof Map) for (const [key, inner] of value) look(inner, `${path}[${String(key)}]`);
    for (const key of Reflect.ownKeys(value))
      look((value as Record<PropertyKey, unknown>)[key], `${path}.${String(key)}`);
  };
  look(root, 'house');
  return found;
}

const reachable = (house: House, key: Buffer) => placesOf(key, { house, open: house.open });

describe('a lock after idle minutes', () => {
  it('closes the database: no handle, no log file, no key within reach of the house', async () => {
    const house = await aHouse();
    await house.as('director');
    await house.as('nurse');
    const open = house.house.open;
    if (!open) throw new Error('the house is closed');
    const key = Buffer.from(open.dataKey);
    expect(reachable(house.house, key)).toEqual(['house.open.dataKey']);
    expect(existsSync(`${house.house.databaseFile}-wal`)).toBe(true);

    house.pass(16 * 60_000);
    await house.house.sweepSoon();

    expect(house.house.open).toBeNull();
    expect(open.store.raw.open).toBe(false);
    expect(open.dataKey.every((byte) => byte === 0)).toBe(true);
    expect(reachable(house.house, key)).toEqual([]);
    expect(readdirSync(house.folder).filter((name) => /-wal|-shm|-journal/.test(name))).toEqual([]);
  });

  it('needs the password again, and gives back what was written before', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    await director.people.setIdleMinutes({ minutes: 5 });
    house.pass(5 * 60_000 + 1);
    await house.house.sweepSoon();
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect((await director.people.state({})).idleMinutes).toBe(5);
  });
});
