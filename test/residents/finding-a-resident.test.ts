import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../shared/identity/pinyin.ts';
import { searchKey } from '../../shared/identity/search-key.ts';
import { aHouse } from '../support/house.ts';
import { aNationalId, furnish, on, residentFacts } from '../support/residents.ts';

describe('finding a resident', () => {
  it.each([
    ['王国庆', 'wangguoqing', 'wgq'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['曾小燕', 'zengxiaoyan', 'zxy'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['吕　绿', 'lvlv', 'll'],
  ])('reads %s as %s and %s', (name, pinyin, initials) => {
    expect(nameKeys(name)).toEqual({ pinyin, initials });
  });

  it('reads what is typed without regard to case, width and spaces', () => {
    expect(searchKey('Ｗａｎｇ Guo Qing')).toBe('wangguoqing');
    expect(searchKey('lü')).toBe('lv');
  });

  it('searches by hanzi, pinyin, initials, bed and the end of the ID number', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const nationalId = aNationalId('1970-03-04', 'male', 61);
    await make.resident({ name: '王国庆', nationalId }, '102-1');
    await make.resident({ name: '郭新民' }, '202-2');
    const named = async (search: string) =>
      (await make.director.residents.list({ search })).map(({ name }) => name);

    for (const search of [
      '国庆',
      'wangguo',
      'WGQ',
      'wg',
      '102',
      '102-1',
      '1021',
      nationalId.slice(-4),
      nationalId,
    ]) {
      expect(await named(search), search).toEqual(['王国庆']);
    }
    expect(await named('gx')).toEqual(['郭新民']);
    expect(await named('没有这个人')).toEqual([]);
    expect(await named('%')).toEqual([]);
    expect(await named('')).toEqual(['郭新民', '王国庆']);
  });

  it('filters by standing, zone, care level and kind of disability', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const zone = await make.director.beds.addZone({ name: '一区', disability: null });
    await make.bed('101-1', zone.id);
    await make.resident({ name: '王国庆', careLevel: 'partial', disability: 'physical' }, '101-1');
    await make.director.residents.admit({
      facts: residentFacts({ name: '郭新民', nationalId: null }),
      papersLater: true,
    });
    const list = async (filter: Parameters<typeof make.director.residents.list>[0]) =>
      (await make.director.residents.list(filter)).map(({ name }) => name);

    expect(await list({ standing: 'provisional' })).toEqual(['郭新民']);
    expect(await list({ zoneId: zone.id })).toEqual(['王国庆']);
    expect(await list({ careLevel: 'full' })).toEqual(['郭新民']);
    expect(await list({ disability: 'physical' })).toEqual(['王国庆']);
    expect(await list({ disability: 'physical', careLevel: 'full' })).toEqual([]);
  });

  it('shows bed, zone, caregiver and open doubts beside the name', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const facts = residentFacts({ name: '王国庆', nationalId: null });
    const bedId = await make.bed('102-1');
    const { id } = await make.director.residents.admit({ facts, papersLater: true, bedId });
    const caregiverId = await make.caregiver({ name: '谢雪' });
    await make.director.pairing.pair({ caregiverId, residentId: id, startsOn: on('2024-09-01') });

    const [line] = await make.director.residents.list({});

    expect(line).toMatchObject({
      bed: { label: '102-1' },
      zone: null,
      caregiver: { name: '谢雪' },
      openDoubts: 1,
    });
  });
});
