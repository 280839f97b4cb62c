import { describe, expect, it } from 'vitest';
import { aHouse, refusalOf } from '../support/house.ts';
import { furnish, on } from '../support/residents.ts';

describe('keeping devices', () => {
  it('shows who has a device, and where', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const residentId = await make.resident({ name: '胡大毛' }, '104-2');
    const deviceId = await make.device('LH-24-001', '多功能护理床');

    await make.director.devices.issue({ deviceId, residentId, on: on('2026-10-01') });

    expect(await make.director.devices.list({ held: true })).toMatchObject([
      { code: 'LH-24-001', holder: { name: '胡大毛', bed: '104-2', since: '2026-10-01' } },
    ]);
    expect(await make.director.devices.list({ held: false })).toEqual([]);
  });

  it('refuses a device that somebody has, and one that is not fit for use', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const [first, second] = [await make.resident({ name: '胡大毛' }), await make.resident({ name: '吴凤' })];
    const [held, broken] = [await make.device('LH-1'), await make.device('LH-2')];
    await make.director.devices.issue({ deviceId: held, residentId: first, on: on('2026-10-01') });
    await make.director.devices.setCondition({
      deviceId: broken,
      condition: 'needs-repair',
      reason: '刹车失灵',
    });
    const issue = (deviceId: string) =>
      refusalOf(make.director.devices.issue({ deviceId, residentId: second, on: on('2026-10-02') }));

    expect(await issue(held)).toMatchObject({
      code: 'DEVICE_HELD',
      data: { device: 'LH-1', holder: '胡大毛' },
    });
    expect(await issue(broken)).toMatchObject({
      code: 'DEVICE_NOT_USABLE',
      sentence: '辅具 LH-2 需维修，修好后再发放。',
    });
  });

  it('takes a device back with a reason, and may then issue it again from that day', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const [first, second] = [await make.resident({ name: '胡大毛' }), await make.resident({ name: '吴凤' })];
    const deviceId = await make.device('LH-1');
    await make.director.devices.issue({ deviceId, residentId: first, on: on('2026-10-01') });

    await make.director.devices.return({ deviceId, on: on('2026-10-20'), reason: '已能行走' });

    const early = make.director.devices.issue({ deviceId, residentId: second, on: on('2026-10-19') });
    expect(await refusalOf(early)).toMatchObject({ code: 'DAY_TOO_EARLY', data: { earliest: '2026-10-20' } });
    await make.director.devices.issue({ deviceId, residentId: second, on: on('2026-10-20') });
    expect((await make.director.devices.open({ id: deviceId })).holdings).toMatchObject([
      { resident: '吴凤', endsOn: null },
      { resident: '胡大毛', endsOn: '2026-10-20', endReason: '已能行走', by: '王主任' },
    ]);
    await make.director.devices.return({ deviceId, on: on('2026-10-21'), reason: '更换' });
    const again = make.director.devices.return({ deviceId, on: on('2026-10-21'), reason: '更换' });
    expect(await refusalOf(again)).toMatchObject({ code: 'DEVICE_NOT_HELD' });
  });

  it('does not scrap what a resident still has, and tells every change of condition', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const residentId = await make.resident({ name: '胡大毛' });
    const deviceId = await make.device('LH-1');
    await make.director.devices.issue({ deviceId, residentId, on: on('2026-10-01') });
    const set = (condition: 'good' | 'needs-repair' | 'scrapped') =>
      make.director.devices.setCondition({ deviceId, condition, reason: '检查' });

    expect(await refusalOf(set('scrapped'))).toMatchObject({ code: 'DEVICE_HELD' });
    expect(await refusalOf(set('good'))).toMatchObject({ code: 'NOTHING_CHANGED' });
    await set('needs-repair');
    expect((await make.director.devices.open({ id: deviceId })).corrections).toMatchObject([
      { field: 'condition', before: 'good', after: 'needs-repair', reason: '检查', by: '王主任' },
    ]);
  });

  it('refuses a number that is on file, and finds by number, name and holder', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const residentId = await make.resident({ name: '胡大毛' });
    const deviceId = await make.device('LH-24-001', '多功能护理床');
    await make.device('LH-25-002', '轮椅');
    await make.director.devices.issue({ deviceId, residentId, on: on('2026-10-01') });
    const codes = async (search: string) =>
      (await make.director.devices.list({ search })).map(({ code }) => code);

    expect(await refusalOf(make.device('LH-25-002'))).toMatchObject({ code: 'DEVICE_EXISTS' });
    expect(await codes('25002')).toEqual(['LH-25-002']);
    expect(await codes('护理床')).toEqual(['LH-24-001']);
    expect(await codes('hdm')).toEqual(['LH-24-001']);
  });
});
