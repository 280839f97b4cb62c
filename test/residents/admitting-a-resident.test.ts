import { describe, expect, it } from 'vitest';
import { aHouse, refusalOf } from '../support/house.ts';
import { aNationalId, furnish, on, residentFacts } from '../support/residents.ts';

describe('admitting a resident', () => {
  it('registers who has an ID number, and reads birthday and sex from it', async () => {
    const house = await aHouse({ today: '2026-11-01' });
    const { director } = await furnish(house);
    const facts = residentFacts({
      nationalId: aNationalId('1970-11-02', 'female'),
      sex: null,
      birthOn: null,
    });

    const { id, standing } = await director.residents.admit({ facts, papersLater: false });

    expect(standing).toBe('registered');
    const file = await director.residents.open({ id });
    expect(file).toMatchObject({ sex: 'female', birthOn: '1970-11-02', age: 55, numbersInFull: true });
  });

  it('takes numbers as people type them', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const facts = residentFacts({ nationalId: ' 41１799 19571023 059x ', sex: 'male', name: '罗　荣' });

    const { id } = await director.residents.admit({ facts, papersLater: false });

    expect(await director.residents.open({ id })).toMatchObject({
      nationalId: '41179919571023059X',
      name: '罗荣',
    });
  });

  it.each([
    ['41179919880115295', 'length', '身份证号应为 18 位'],
    ['41179919880A152955', 'characters', '只能是数字'],
    ['001799198801152955', 'province', '省级代码不存在'],
    ['411799198802302955', 'birth', '出生日期不存在'],
    ['411799198801152950', 'check-digit', '最后一位校验不符'],
  ])('refuses the ID number %s for its %s', async (nationalId, problem, words) => {
    const house = await aHouse();
    const { director } = await furnish(house);

    const refusal = await refusalOf(
      director.residents.admit({ facts: residentFacts({ nationalId }), papersLater: false }),
    );

    expect(refusal).toMatchObject({ code: 'NATIONAL_ID_WRONG', data: { problem } });
    expect(refusal.sentence).toContain(words);
  });

  it('refuses a number that stands in another file, and names it', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const nationalId = aNationalId('1960-01-02', 'male');
    await make.resident({ name: '孙春生', nationalId });

    const again = { facts: residentFacts({ name: '孙春升', nationalId }), papersLater: false };
    const refusal = await refusalOf(make.director.residents.admit(again));

    expect(refusal).toMatchObject({ code: 'NATIONAL_ID_TAKEN', data: { name: '孙春生', left: false } });
  });

  it('refuses a sex that the ID number contradicts', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const facts = residentFacts({ nationalId: aNationalId('1960-01-02', 'female'), sex: 'male' });

    const refusal = await refusalOf(director.residents.admit({ facts, papersLater: false }));

    expect(refusal).toMatchObject({ code: 'SEX_DIFFERS_FROM_ID', data: { fromId: 'female' } });
  });

  it('holds kind, level and ID against the certificate number', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const nationalId = aNationalId('1960-01-02', 'male');
    const admit = (certificateNo: string) => {
      const facts = residentFacts({ nationalId, certificateNo, disability: 'physical', disabilityLevel: 2 });
      return refusalOf(director.residents.admit({ facts, papersLater: false }));
    };

    expect(await admit(`${nationalId}41`)).toMatchObject({
      code: 'CERTIFICATE_DIFFERS',
      data: { from: 'level' },
    });
    expect(await admit(`${nationalId}52`)).toMatchObject({ data: { from: 'disability' } });
    expect(await admit(`${aNationalId('1961-01-02', 'male')}42`)).toMatchObject({
      data: { from: 'national-id' },
    });
    expect(await admit(`${nationalId}4`)).toMatchObject({ code: 'CERTIFICATE_WRONG' });
  });

  it('accepts a certificate on another number when somebody has looked at both papers', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const certificateNo = `${aNationalId('1961-01-02', 'male')}51B1`;
    const facts = residentFacts({ certificateNo });

    const { standing } = await director.residents.admit({
      facts,
      papersLater: false,
      certificateDiffers: true,
    });

    expect(standing).toBe('registered');
  });

  it('names what is missing before somebody can be registered', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const facts = residentFacts({ nationalId: null, admittedOn: null });

    const refusal = await refusalOf(director.residents.admit({ facts, papersLater: false }));

    expect(refusal).toMatchObject({ code: 'FIELDS_NEEDED', data: { fields: ['nationalId', 'admittedOn'] } });
    expect(refusal.sentence).toBe('还缺：身份证号、入住日期；请补齐，或选「先收治，证件待核」。');
  });

  it('takes somebody in first and keeps what cannot be right as a doubt, as it was written', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const facts = residentFacts({ name: '许新民', nationalId: '411799198801152955', disabilityLevel: 2 });
    const bedId = await make.bed('204-2');

    const kept = await make.director.residents.admit({ facts, papersLater: true, bedId });

    expect(kept).toMatchObject({ standing: 'provisional', openDoubts: 1 });
    const file = await make.director.residents.open({ id: kept.id });
    expect(file).toMatchObject({ nationalId: null, standing: 'provisional', bed: { label: '204-2' } });
    expect(file.doubts).toMatchObject([
      { field: 'nationalId', kind: 'id-check-digit', raw: '411799198801152955', resolvedAt: null },
    ]);
  });

  it('counts a provisional resident for beds and pairing', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    await director.residents.admit({ facts: residentFacts({ nationalId: null }), papersLater: true });

    expect((await director.beds.board({})).occupancy.wanted).toBe(2);
    expect((await director.pairing.board({})).establishment.residents).toBe(1);
    expect((await director.pairing.board({})).unpaired).toHaveLength(1);
  });

  it('opens no file when the bed is taken', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.resident({ name: '孙春生' }, '101-1');

    const refusal = await refusalOf(make.resident({ name: '郭新民' }, '101-1'));

    expect(refusal).toMatchObject({ code: 'BED_TAKEN', data: { occupant: '孙春生' } });
    expect(await make.director.residents.list({ presence: 'all' })).toHaveLength(1);
  });

  it('refuses an admission that has not come', async () => {
    const house = await aHouse({ today: '2026-11-01' });
    const { director } = await furnish(house);
    const facts = residentFacts({ admittedOn: on('2026-11-02') });

    for (const papersLater of [false, true]) {
      expect(await refusalOf(director.residents.admit({ facts, papersLater }))).toMatchObject({
        code: 'DAY_IN_FUTURE',
      });
    }
  });
});
