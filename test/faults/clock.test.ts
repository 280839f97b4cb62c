import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { chainStart, walkChain } from '../../db/audit-check.ts';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { aHouse, PASSWORD } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';
import { CHEAP } from './desk.ts';

const CASES = [
  ['back a minute', '2026-11-02T08:59:00+08:00'],
  ['back a day', '2026-11-01T09:00:00+08:00'],
  ['back a year', '2025-11-02T09:00:00+08:00'],
  ['back seven years', '2019-11-02T09:00:00+08:00'],
  ['at the day an empty battery shows', '2000-01-01T00:00:10+08:00'],
  ['at 1970', '1970-01-01T08:00:01+08:00'],
  ['forward a day', '2026-11-03T09:00:00+08:00'],
  ['forward a year', '2027-11-02T09:00:00+08:00'],
  ['at the end of a leap year', '2028-12-31T23:59:59+08:00'],
  ['in the hour that summer time once gave twice', '1991-09-15T00:30:00+08:00'],
  ['a second after 32 bits are full', '2038-01-19T11:14:08+08:00'],
  ['at 2099', '2099-12-31T23:59:59+08:00'],
] as const;

describe('when the clock of the PC stands', { timeout: 120_000 }, () => {
  it.each(CASES)(
    '%s, nothing that was recorded is lost, and lines stand in the order in which they were written',
    async (_, then) => {
      const first = await aHouse({ today: '2026-11-02' });
      withStaff(first);
      const folder = first.house.folder;
      const before = first.raw.prepare('SELECT seq, hash FROM audit ORDER BY seq').all();
      first.house.lock();

      let now = Date.parse(then);
      const told: (string | null)[] = [];
      for (const minutes of [20, 25, 30]) {
        const house = new House({ folder, now: () => now, kdf: CHEAP });
        const client = createRouterClient(router, { context: { house, connection: house.connect() } });
        await client.people.signIn({ login: 'director', password: PASSWORD });
        told.push((await client.people.state({})).clockBehind);
        await client.people.signOut({});
        await client.people.signIn({ login: 'director', password: PASSWORD });
        expect((await client.people.state({})).clockBehind).toBe(told.at(-1));
        await client.people.setIdleMinutes({ minutes });
        const raw = house.open?.store.raw;
        const lines = raw?.prepare('SELECT seq, hash FROM audit ORDER BY seq').all() ?? [];
        expect(lines.slice(0, before.length)).toEqual(before);
        expect(lines.length).toBeGreaterThan(before.length + 1);
        expect(raw && walkChain(raw, chainStart, 10_000).faultCount).toBe(0);
        expect(raw?.prepare(`SELECT action FROM audit ORDER BY seq DESC LIMIT 1`).pluck().get()).toBe(
          'people.setIdleMinutes',
        );
        expect(raw?.prepare('SELECT count(*) FROM resident').pluck().get()).toBe(38);
        house.lock();
        now = Date.parse('2026-11-02T10:00:00+08:00'); // somebody sets it right again
      }
      // Told as long as it stands behind the last record, and once more when it had run ahead; ten minutes are nothing.
      const [start, wrong] = [Date.parse('2026-11-02T09:00:00+08:00'), Date.parse(then)];
      expect(told.map((at) => at !== null)).toEqual([wrong < start - 600_000, wrong > now + 600_000, false]);
    },
  );
});
