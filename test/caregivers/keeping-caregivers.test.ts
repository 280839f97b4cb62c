import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { healthCertificateState } from '../../shared/caregivers/health-certificate.ts';
import { isOverAge, retirementDay } from '../../shared/caregivers/retirement.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { aNationalId, caregiverFacts, furnish, on } from '../support/residents.ts';

describe('a health certificate', () => {
  const today = day('2026-11-01');
  it.each([
    [null, 'missing'],
    ['2026-10-31', 'expired'],
    ['2026-11-01', 'due'],
    ['2026-12-01', 'due'],
    ['2026-12-02', 'valid'],
  ] as const)('until %s is %s on 1 November', (until, state) => {
    expect(healthCertificateState(until === null ? null : day(until), today)).toBe(state);
  });
});

describe('the retirement age', () => {
  // The tables that the decision of 2024-09-13 brings with it.
  it.each([
    ['1964-12-15', 'male', '2024-12-15'],
    ['1965-01-15', 'male', '2025-02-15'],
    ['1965-05-15', 'male', '2025-07-15'],
    ['1976-09-10', 'male', '2039-09-10'],
    ['1990-01-10', 'male', '2053-01-10'],
    ['1974-12-15', 'female', '2024-12-15'],
    ['1975-01-31', 'female', '2025-02-28'],
    ['1975-03-15', 'female', '2025-05-15'],
    ['1984-11-10', 'female', '2039-11-10'],
  ] as const)('of somebody born on %s (%s) is reached on %s', (birth, sex, reached) => {
    expect(retirementDay(day(birth), sex)).toBe(reached);
    expect(isOverAge(day(birth), sex, day(reached))).toBe(true);
  });
});

describe('keeping caregivers', () => {
  it('shows age, certificate, retirement and residents, with the ID masked', async () => {
    const house = await aHouse({ today: '2026-11-01' });
    const make = await furnish(house);
    const nationalId = aNationalId('1963-06-07', 'female', 33);
    const facts = { name: '谢雪', nationalId, healthCertificateUntil: on('2026-01-22') };
    const caregiverId = await make.caregiver(facts);
    const residentId = await make.resident({ name: '彭荣' });
    await make.director.pairing.pair({ caregiverId, residentId, startsOn: on('2026-10-01') });

    const [line] = await make.director.caregivers.list({});

    expect(line).toMatchObject({
      age: 63,
      nationalId: `411799********${nationalId.slice(14)}`,
      healthCertificate: 'expired',
      overAge: true,
      residents: [{ name: '彭荣' }],
      residentCount: 1,
    });
  });

  it('never tells a bank card, and the ID in full to the director only', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const nationalId = aNationalId('1980-01-02', 'female', 44);
    const id = await make.caregiver({ nationalId });
    house.raw.prepare(`UPDATE caregiver SET bank_card = '6217636442233096891'`).run();

    for (const role of ['director', 'nurse', 'clerk'] as const) {
      const client = await house.as(role);
      const seen = JSON.stringify([await client.caregivers.list({}), await client.caregivers.open({ id })]);
      expect(seen).not.toContain('6217636442233096891');
      expect(seen.includes(nationalId)).toBe(role === 'director');
    }
  });

  it('tells the clerk how many residents a caregiver has, not whom', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const [caregiverId, residentId] = [await make.caregiver(), await make.resident({ name: '彭荣' })];
    await make.director.pairing.pair({ caregiverId, residentId, startsOn: on('2026-10-01') });

    const [line] = await (await house.as('clerk')).caregivers.list({});

    expect(line).toMatchObject({ residents: [], residentCount: 1 });
  });

  it('refuses numbers that cannot be right or stand in another file', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const nationalId = aNationalId('1980-01-02', 'female', 44);
    const id = await make.caregiver({ name: '谢雪', nationalId });
    const add = (facts: Parameters<typeof caregiverFacts>[0]) => refusalOf(make.caregiver(facts));

    expect(await add({ nationalId })).toMatchObject({ code: 'NATIONAL_ID_TAKEN', data: { name: '谢雪' } });
    expect(await add({ nationalId, sex: 'male' })).toMatchObject({ code: 'SEX_DIFFERS_FROM_ID' });
    expect(await add({ nationalId: '1' })).toMatchObject({ code: 'NATIONAL_ID_WRONG' });
    const correct = make.director.caregivers.correct({ id, changes: { sex: 'male' }, reason: '核对' });
    expect(await refusalOf(correct)).toMatchObject({ code: 'SEX_DIFFERS_FROM_ID' });
  });

  it('corrects with a reason and keeps what stood there before', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const id = await make.caregiver({ name: '谢雪', healthCertificateUntil: null });
    const changes = { healthCertificateUntil: on('2027-10-30'), phone: '13800001111' };

    await make.director.caregivers.correct({ id, changes, reason: '新办健康证' });

    const file = await make.director.caregivers.open({ id });
    expect(file.healthCertificate).toBe('valid');
    expect(file.corrections).toMatchObject([
      { field: 'healthCertificateUntil', before: null, after: '2027-10-30', reason: '新办健康证' },
      { field: 'phone', after: '13800001111' },
    ]);
    const again = make.director.caregivers.correct({ id, changes, reason: '新办健康证' });
    expect(await refusalOf(again)).toMatchObject({ code: 'NOTHING_CHANGED' });
  });

  it('ends the pairings of a caregiver who stops, and takes her back', async () => {
    const house = await aHouse({ today: '2026-11-01' });
    const make = await furnish(house);
    const [id, residentId] = [await make.caregiver({ name: '谢雪' }), await make.resident({ name: '彭荣' })];
    await make.director.pairing.pair({ caregiverId: id, residentId, startsOn: on('2026-10-01') });

    const ended = await make.director.caregivers.end({ id, on: on('2026-10-31'), reason: '回乡' });

    expect(ended.residents).toEqual(['彭荣']);
    expect((await make.director.pairing.board({})).unpaired).toHaveLength(1);
    const pair = make.director.pairing.pair({ caregiverId: id, residentId, startsOn: on('2026-11-01') });
    expect(await refusalOf(pair)).toMatchObject({ code: 'CAREGIVER_ENDED' });
    expect(await make.director.caregivers.list({})).toEqual([]);
    await make.director.caregivers.rehire({ id, on: on('2026-11-01'), reason: '返岗' });
    expect(await make.director.caregivers.list({})).toMatchObject([
      { startedOn: '2026-11-01', endedOn: null },
    ]);
  });

  it('finds by initials, telephone and the end of the ID number', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.caregiver({ name: '吴巧云', phone: '15070388572' });
    await make.caregiver({ name: '谢雪' });
    const named = async (search: string) =>
      (await make.director.caregivers.list({ search })).map(({ name }) => name);

    expect(await named('wqy')).toEqual(['吴巧云']);
    expect(await named('150703')).toEqual(['吴巧云']);
    expect(await named('xiexue')).toEqual(['谢雪']);
  });
});
