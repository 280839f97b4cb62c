import { describe, expect, it } from 'vitest';
import { nearness, numberNearness } from '../../shared/find/rank.ts';
import { nameKeys } from '../../shared/identity/pinyin.ts';
import { aHouse } from '../support/house.ts';
import { furnish, on } from '../support/residents.ts';

async function aFurnishedHouse() {
  const house = await aHouse();
  const make = await furnish(house);
  const residentId = await make.resident({ name: '王国庆' }, '102-1');
  await make.caregiver({ name: '王巧云', phone: '15070388572' });
  const deviceId = await make.device('LH-24-001', '轮椅');
  await make.director.devices.issue({ deviceId, residentId, on: on('2026-10-01') });
  const found = async (role: 'director' | 'nurse' | 'clerk', text: string) =>
    (await (await house.as(role)).find.anything({ text })).map(({ kind, name }) => `${kind} ${name}`);
  return { house, make, found };
}

const near = (typed: string) => nearness(typed, '王国庆', nameKeys('王国庆'));

describe('finding anything', () => {
  it('finds people by initials, the nearest first', async () => {
    const { found } = await aFurnishedHouse();

    expect(await found('director', 'wgq')).toEqual(['resident 王国庆', 'device 轮椅']);
    expect(await found('director', 'w')).toEqual(['resident 王国庆', 'caregiver 王巧云', 'device 轮椅']);
    expect(await found('director', '王')).toHaveLength(3);
  });

  it('finds beds and devices by number', async () => {
    const { found } = await aFurnishedHouse();

    expect(await found('director', '1021')).toEqual(['bed 102-1']);
    expect(await found('director', 'lh24')).toEqual(['device 轮椅']);
    expect(await found('director', '24-001')).toEqual(['device 轮椅']);
  });

  it('shows each role only what it may read', async () => {
    const { found } = await aFurnishedHouse();

    expect(await found('clerk', 'w')).toEqual(['caregiver 王巧云']);
    expect(await found('clerk', '102')).toEqual([]);
    expect(await found('nurse', 'wgq')).toContain('resident 王国庆');
  });

  it('finds nothing for an empty text or signs', async () => {
    const { found } = await aFurnishedHouse();

    for (const text of ['', '   ', '-', '%', '_']) expect(await found('director', text), text).toEqual([]);
  });

  it('gives no more than twenty', async () => {
    const { make, found } = await aFurnishedHouse();
    await make.director.beds.add({
      room: '301',
      numbers: Array.from({ length: 20 }, (_, index) => index + 1),
      zoneId: null,
    });
    await make.director.beds.add({ room: '302', numbers: [1, 2, 3], zoneId: null });

    expect(await found('director', '30')).toHaveLength(20);
  });

  it('ranks a whole name over its beginning, and hanzi over pinyin', () => {
    expect(near('王国庆')).toBeGreaterThan(near('王国'));
    expect(near('王国')).toBeGreaterThan(near('wangguoqing'));
    expect(near('wgq')).toBeGreaterThan(near('wang'));
    expect(near('guoqing')).toBeGreaterThan(0);
    expect(near('li')).toBe(0);
    expect(numberNearness('102', '102-1')).toBeGreaterThan(numberNearness('02', '102-1'));
  });
});
