import { describe, expect, it } from 'vitest';
import { occupancy } from '../../shared/beds/occupancy.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { furnish } from '../support/residents.ts';

describe('keeping the board', () => {
  it('counts beds, occupants and who has none', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.resident({ name: '孙春生' }, '101-1');
    await make.resident({ name: '郭新民' });
    await make.bed('101-2');

    const board = await make.director.beds.board({});

    expect(board.occupancy).toEqual({ beds: 2, occupied: 1, free: 1, wanted: 3, missing: 1 });
    expect(board.unplaced.map(({ name }) => name)).toEqual(['郭新民']);
  });

  it('orders rooms as people count them', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    for (const label of ['1001-1', '202-1', '99-2', '99-1']) await make.bed(label);

    const board = await make.director.beds.board({});

    expect(board.beds.map(({ label }) => label)).toEqual(['99-1', '99-2', '202-1', '1001-1']);
  });

  it.each([
    [40, 38, 42, 2],
    [42, 38, 42, 0],
    [11, 10, 11, 0],
    [0, 0, 0, 0],
  ])(
    '%i beds for %i residents: ten per cent more than the need are %i, %i are missing',
    (beds, residents, wanted, missing) => {
      expect(occupancy(beds, residents, residents)).toMatchObject({ wanted, missing });
    },
  );

  it('refuses a bed that is there already, and adds none of the others', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.bed('101-2');

    const refusal = await refusalOf(make.director.beds.add({ room: '101', numbers: [1, 2], zoneId: null }));

    expect(refusal).toMatchObject({ code: 'BED_EXISTS', data: { bed: '101-2' } });
    expect((await make.director.beds.board({})).beds).toHaveLength(1);
  });

  it('retires an empty bed with a reason, and not one in use', async () => {
    const house = await aHouse({ today: '2026-11-01' });
    const make = await furnish(house);
    await make.resident({ name: '孙春生' }, '101-1');
    const [used, empty] = [await make.bed('101-1'), await make.bed('101-2')];

    const refusal = await refusalOf(make.director.beds.retire({ bedId: used, reason: '床架坏了' }));
    expect(refusal).toMatchObject({ code: 'BED_TAKEN', data: { occupant: '孙春生' } });

    await make.director.beds.retire({ bedId: empty, reason: '床架坏了' });
    expect((await make.director.beds.board({})).beds.map(({ label }) => label)).toEqual(['101-1']);
    expect(house.raw.prepare('SELECT field, after, reason FROM correction').all()).toEqual([
      { field: 'retiredOn', after: '2026-11-01', reason: '床架坏了' },
    ]);
  });

  it('puts a room into a zone with all its beds', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.bed('101-1');
    await make.bed('101-2');
    const zone = await make.director.beds.addZone({ name: '一区', disability: null });

    expect(await make.director.beds.putRoomInZone({ room: '101', zoneId: zone.id })).toEqual({ beds: 2 });

    const board = await make.director.beds.board({});
    expect(board.beds.every(({ zoneId }) => zoneId === zone.id)).toBe(true);
    const again = refusalOf(make.director.beds.addZone({ name: '一区', disability: null }));
    expect(await again).toMatchObject({ code: 'ZONE_EXISTS' });
  });
});
