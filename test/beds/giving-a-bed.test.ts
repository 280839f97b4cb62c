import { describe, expect, it } from 'vitest';
import { aHouse, refusalOf } from '../support/house.ts';
import { furnish, on } from '../support/residents.ts';

describe('giving a bed', () => {
  it('puts the resident on the board from the chosen day', async () => {
    const house = await aHouse();
    const { director, ...make } = await furnish(house);
    const [residentId, bedId] = [await make.resident({ name: '孙春生' }), await make.bed('101-1')];

    const given = await director.beds.assign({ residentId, bedId, startsOn: on('2026-10-01') });

    expect(given).toMatchObject({ bed: '101-1', warnings: [] });
    const board = await director.beds.board({});
    expect(board.beds[0]).toMatchObject({
      label: '101-1',
      occupant: { name: '孙春生', since: '2026-10-01' },
    });
    expect(board.unplaced).toEqual([]);
  });

  it('refuses a bed that somebody is using, and says who', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.resident({ name: '孙春生' }, '101-1');
    const other = await make.resident({ name: '郭新民' });
    const bedId = await make.bed('101-1');

    const wish = { residentId: other, bedId, startsOn: on('2026-10-02') };
    const refusal = await refusalOf(make.director.beds.assign(wish));

    expect(refusal).toMatchObject({ code: 'BED_TAKEN', data: { bed: '101-1', occupant: '孙春生' } });
    expect(refusal.sentence).toBe('101-1 床由「孙春生」住着，请另选空床，或先为其换床。');
    expect((await refusalOf(make.director.beds.assign(wish), 'en')).sentence).toBe(
      'Bed 101-1 is in use by 孙春生. Choose a free bed, or move 孙春生 first.',
    );
  });

  it('refuses a second bed for somebody who has one', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const residentId = await make.resident({ name: '孙春生' }, '101-1');
    const bedId = await make.bed('102-1');

    const refusal = await refusalOf(
      make.director.beds.assign({ residentId, bedId, startsOn: on('2026-10-02') }),
    );

    expect(refusal).toMatchObject({ code: 'RESIDENT_HAS_BED', data: { resident: '孙春生', bed: '101-1' } });
  });

  it('refuses a bed for a time in which somebody else still had it', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const first = await make.resident({ name: '孙春生' }, '101-1');
    await make.director.beds.move({
      residentId: first,
      bedId: await make.bed('102-1'),
      on: on('2026-10-20'),
      reason: '靠近护士站',
    });
    const second = await make.resident({ name: '郭新民' });
    const bedId = await make.bed('101-1');

    const early = make.director.beds.assign({ residentId: second, bedId, startsOn: on('2026-10-19') });
    expect(await refusalOf(early)).toMatchObject({ code: 'BED_TAKEN', data: { occupant: '孙春生' } });

    const sameDay = await make.director.beds.assign({
      residentId: second,
      bedId,
      startsOn: on('2026-10-20'),
    });
    expect(sameDay.bed).toBe('101-1');
  });

  it('refuses a day that has not come, and a day before the admission', async () => {
    const house = await aHouse({ today: '2026-11-01' });
    const make = await furnish(house);
    const residentId = await make.resident({ admittedOn: on('2026-10-10') });
    const bedId = await make.bed('101-1');
    const assign = (day: string) =>
      refusalOf(make.director.beds.assign({ residentId, bedId, startsOn: on(day) }));

    expect(await assign('2026-11-02')).toMatchObject({ code: 'DAY_IN_FUTURE' });
    const early = await assign('2026-10-09');
    expect(early).toMatchObject({ code: 'DAY_TOO_EARLY', data: { earliest: '2026-10-10' } });
    expect(early.sentence).toBe('2026年10月9日太早，最早只能是2026年10月10日。');
  });

  it('warns of both sexes in one room, but does not forbid it', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.resident({ name: '孙春生', sex: 'male' }, '101-1');
    const residentId = await make.resident({ name: '赵小燕', sex: 'female' });

    const bedId = await make.bed('101-2');
    const given = await make.director.beds.assign({ residentId, bedId, startsOn: on('2026-10-02') });

    expect(given.warnings).toEqual([{ kind: 'mixed-room', room: '101', residents: ['孙春生'] }]);
    expect((await make.director.beds.board({})).mixedRooms).toEqual(['101']);
  });

  it('warns of a zone that is meant for another kind of disability', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const zone = await make.director.beds.addZone({ name: '肢体区', disability: 'physical' });
    const bedId = await make.bed('201-1', zone.id);
    const residentId = await make.resident({ disability: 'intellectual' });

    const given = await make.director.beds.assign({ residentId, bedId, startsOn: on('2026-10-02') });

    expect(given.warnings).toEqual([{ kind: 'other-zone', zone: '肢体区', disability: 'intellectual' }]);
  });

  it('moves a resident on one day and keeps the stay that ended with its reason', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const residentId = await make.resident({ admittedOn: on('2026-09-01') }, '101-1');
    const bedId = await make.bed('103-2');

    await make.director.beds.move({ residentId, bedId, on: on('2026-10-15'), reason: '与亲属同住' });

    const { stays, bed } = await make.director.residents.open({ id: residentId });
    expect(bed?.label).toBe('103-2');
    expect(stays).toMatchObject([
      { bed: '103-2', startsOn: '2026-10-15', endsOn: null },
      { bed: '101-1', startsOn: '2026-09-01', endsOn: '2026-10-15', endReason: '与亲属同住' },
    ]);
  });

  it('keeps everything as it was when the bed of a move is taken', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const residentId = await make.resident({ name: '孙春生' }, '101-1');
    await make.resident({ name: '郭新民' }, '101-2');
    const bedId = await make.bed('101-2');

    const refusal = await refusalOf(
      make.director.beds.move({ residentId, bedId, on: on('2026-10-15'), reason: '调整' }),
    );

    expect(refusal).toMatchObject({ code: 'BED_TAKEN', data: { occupant: '郭新民' } });
    expect((await make.director.residents.open({ id: residentId })).bed?.label).toBe('101-1');
  });

  it('is not for the nurse, who may look at the board', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const residentId = await make.resident();
    const bedId = await make.bed('101-1');
    const nurse = await house.as('nurse');

    expect((await nurse.beds.board({})).beds).toHaveLength(1);
    const refusal = await refusalOf(nurse.beds.assign({ residentId, bedId, startsOn: on('2026-10-02') }));
    expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', data: { needs: 'beds.write' } });
    expect(await refusalOf((await house.as('clerk')).beds.board({}))).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
