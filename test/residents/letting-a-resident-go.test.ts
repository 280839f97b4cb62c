import { describe, expect, it } from 'vitest';
import { aHouse, refusalOf } from '../support/house.ts';
import { furnish, on, residentFacts } from '../support/residents.ts';

async function aFullLife() {
  const house = await aHouse({ today: '2026-11-01' });
  const make = await furnish(house);
  const id = await make.resident({ name: '孙春生', admittedOn: on('2026-01-05') }, '101-1');
  const caregiverId = await make.caregiver({ name: '谢雪' });
  await make.director.pairing.pair({ caregiverId, residentId: id, startsOn: on('2026-02-01') });
  const deviceId = await make.device('LH-24-001');
  await make.director.devices.issue({ deviceId, residentId: id, on: on('2026-03-01') });
  return { ...make, house, id, deviceId };
}

describe('letting a resident go', () => {
  it('ends bed, caregiver and devices on one day with one reason', async () => {
    const { director, id, deviceId, house } = await aFullLife();

    const ended = await director.residents.discharge({
      id,
      on: on('2026-10-31'),
      reason: '家庭恢复照料能力',
    });

    expect(ended).toEqual({ id, bed: '101-1', caregiver: '谢雪', devices: ['LH-24-001 轮椅'] });
    expect((await director.beds.board({})).beds[0]?.occupant).toBeNull();
    expect((await director.pairing.board({})).caregivers[0]?.residents).toEqual([]);
    expect((await director.devices.open({ id: deviceId })).holder).toBeNull();
    for (const table of ['stay', 'pairing', 'device_holding']) {
      expect(house.raw.prepare(`SELECT ends_on, end_reason FROM ${table}`).all()).toEqual([
        { ends_on: '2026-10-31', end_reason: '家庭恢复照料能力' },
      ]);
    }
  });

  it('keeps the whole story in the file', async () => {
    const { director, id } = await aFullLife();
    await director.residents.discharge({ id, on: on('2026-10-31'), reason: '转医院' });

    const file = await director.residents.open({ id });

    expect(file).toMatchObject({ leftOn: '2026-10-31', leftReason: '转医院', bed: null, caregiver: null });
    expect(new Set(file.timeline.map(({ kind }) => kind))).toEqual(
      new Set([
        'recorded',
        'corrected',
        'bed-given',
        'bed-left',
        'paired',
        'unpaired',
        'device-issued',
        'device-returned',
      ]),
    );
    expect(await director.residents.list({})).toEqual([]);
    expect(await director.residents.list({ presence: 'left' })).toHaveLength(1);
  });

  it('refuses a day before anything that began, and names the earliest', async () => {
    const { director, id } = await aFullLife();

    const refusal = await refusalOf(
      director.residents.discharge({ id, on: on('2026-02-15'), reason: '自愿退出' }),
    );

    expect(refusal).toMatchObject({ code: 'DAY_TOO_EARLY', data: { earliest: '2026-03-01' } });
  });

  it('gives nothing more to who has left', async () => {
    const make = await aFullLife();
    const { director, id, deviceId } = make;
    await director.residents.discharge({ id, on: on('2026-10-31'), reason: '转医院' });
    const [bedId, caregiverId] = [await make.bed('102-1'), await make.caregiver({ name: '吴巧云' })];
    const today = on('2026-11-01');

    for (const request of [
      director.residents.discharge({ id, on: today, reason: '再次' }),
      director.beds.assign({ residentId: id, bedId, startsOn: today }),
      director.pairing.pair({ caregiverId, residentId: id, startsOn: today }),
      director.devices.issue({ deviceId, residentId: id, on: today }),
    ]) {
      expect(await refusalOf(request)).toMatchObject({
        code: 'RESIDENT_LEFT',
        data: { resident: '孙春生', on: '2026-10-31' },
        sentence: '「孙春生」已于2026年10月31日离开，不能再办理。',
      });
    }
  });

  it('says of a number that belongs to somebody who left that the old file is to be opened again', async () => {
    const { director, id } = await aFullLife();
    const { nationalId } = await director.residents.open({ id });
    await director.residents.discharge({ id, on: on('2026-10-31'), reason: '转医院' });

    const refusal = await refusalOf(
      director.residents.admit({ facts: residentFacts({ nationalId }), papersLater: false }),
    );

    expect(refusal).toMatchObject({ code: 'NATIONAL_ID_TAKEN', data: { left: true } });
    expect(refusal.sentence).toContain('请打开原档案办理返回');
  });

  it('takes somebody back and keeps the time before', async () => {
    const { director, id } = await aFullLife();
    expect(
      await refusalOf(director.residents.readmit({ id, on: on('2026-11-01'), reason: '返回' })),
    ).toMatchObject({
      code: 'RESIDENT_IN_HOUSE',
    });
    await director.residents.discharge({ id, on: on('2026-10-20'), reason: '转医院' });

    await director.residents.readmit({ id, on: on('2026-10-28'), reason: '出院返回' });

    const file = await director.residents.open({ id });
    expect(file).toMatchObject({ admittedOn: '2026-10-28', leftOn: null, standing: 'registered' });
    expect(file.stays).toHaveLength(1);
    expect(file.timeline.filter(({ field }) => field === 'admittedOn')).toMatchObject([
      { before: '2026-01-05' },
    ]);
  });
});
