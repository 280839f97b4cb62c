import { describe, expect, it } from 'vitest';
import { aHouse, refusalOf, type Client } from '../support/house.ts';
import { aNationalId, furnish, on, residentFacts } from '../support/residents.ts';

const firstDoubt = async (director: Client, id: string, field: string) => {
  const doubt = (await director.residents.open({ id })).doubts.find((found) => found.field === field);
  if (!doubt) throw new Error(`no doubt about ${field}`);
  return doubt.id;
};

describe('mending a file', () => {
  it('registers a provisional resident when the last doubt is settled', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const facts = residentFacts({ nationalId: '411799198801152955', sex: null });
    const { id } = await director.residents.admit({ facts, papersLater: true });
    const right = aNationalId('1988-01-15', 'male');

    const doubtId = await firstDoubt(director, id, 'nationalId');
    const kept = await director.residents.resolveDoubt({ doubtId, value: right, reason: '已看身份证原件' });

    // The sex was missing too; the number tells it.
    expect(kept).toEqual({ id, standing: 'registered', openDoubts: 0 });
    expect(await director.residents.open({ id })).toMatchObject({
      nationalId: right,
      sex: 'male',
      birthOn: '1988-01-15',
    });
  });

  it('stays provisional while another doubt is open', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const nationalId = aNationalId('1970-01-15', 'male', 88);
    const facts = residentFacts({
      nationalId,
      sex: 'female',
      certificateNo: `${nationalId}51`,
      disabilityLevel: 2,
    });
    const { id } = await director.residents.admit({ facts, papersLater: true });

    const doubtId = await firstDoubt(director, id, 'sex');
    const kept = await director.residents.resolveDoubt({ doubtId, value: 'male', reason: '户口簿' });

    expect(kept).toMatchObject({ standing: 'provisional', openDoubts: 1 });
    const level = await firstDoubt(director, id, 'disabilityLevel');
    expect(
      await director.residents.resolveDoubt({ doubtId: level, value: '1', reason: '残疾人证' }),
    ).toMatchObject({
      standing: 'registered',
    });
  });

  it('refuses a mend that the other facts contradict', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const facts = residentFacts({ nationalId: aNationalId('1970-01-15', 'male'), sex: 'female' });
    const { id } = await director.residents.admit({ facts, papersLater: true });
    const doubtId = await firstDoubt(director, id, 'sex');

    const refusal = await refusalOf(
      director.residents.resolveDoubt({ doubtId, value: 'female', reason: '登记表' }),
    );

    expect(refusal).toMatchObject({ code: 'SEX_DIFFERS_FROM_ID', data: { fromId: 'male' } });
  });

  it('refuses a value that is none of the field, and a second settling', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const facts = residentFacts({ nationalId: aNationalId('1970-01-15', 'male'), sex: 'female' });
    const { id } = await director.residents.admit({ facts, papersLater: true });
    const doubtId = await firstDoubt(director, id, 'sex');

    const wrong = refusalOf(director.residents.resolveDoubt({ doubtId, value: '男', reason: '登记表' }));
    expect(await wrong).toMatchObject({ code: 'BAD_INPUT', data: { fields: ['sex'] } });
    await director.residents.resolveDoubt({ doubtId, value: 'male', reason: '登记表' });
    const again = refusalOf(director.residents.resolveDoubt({ doubtId, value: 'male', reason: '登记表' }));
    expect(await again).toMatchObject({ code: 'DOUBT_IS_RESOLVED' });
  });

  it('does not let a needed fact be settled as unknown', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const { id } = await director.residents.admit({
      facts: residentFacts({ nationalId: '1' }),
      papersLater: true,
    });
    const doubtId = await firstDoubt(director, id, 'nationalId');

    const refusal = await refusalOf(
      director.residents.resolveDoubt({ doubtId, value: null, reason: '无证' }),
    );

    expect(refusal).toMatchObject({ code: 'FIELDS_NEEDED', data: { fields: ['nationalId'] } });
  });

  it('gives the bed that a doubt about a bed is settled with', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const id = await make.resident({ admittedOn: on('2025-03-04') });
    await make.bed('204-1');
    // As the import of a workbook leaves it: the sheet gave one bed to two people.
    house.raw
      .prepare(
        `INSERT INTO resident_doubt (id, resident_id, field, kind, raw, source, recorded_at, recorded_by)
         VALUES ('doubt', ?, 'bed', 'bed-taken-twice', '204房2床', '入住人员 第41行', '2026-11-01', 'import')`,
      )
      .run(id);

    await make.director.residents.resolveDoubt({ doubtId: 'doubt', value: '204-1', reason: '现场核对' });

    const file = await make.director.residents.open({ id });
    expect(file).toMatchObject({ bed: { label: '204-1' }, stays: [{ startsOn: '2025-03-04' }] });
    expect(file.doubts[0]).toMatchObject({ resolution: '现场核对', resolvedBy: '王主任' });
  });

  it('corrects with a reason and keeps what stood there before', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const id = await make.resident({ name: '孙春升', careLevel: 'full' });

    await make.director.residents.correct({
      id,
      changes: { name: '孙春生', careLevel: 'partial' },
      reason: '姓名录错；护理等级复评',
    });

    const { timeline, name } = await make.director.residents.open({ id });
    expect(name).toBe('孙春生');
    expect(timeline.filter(({ kind }) => kind === 'corrected')).toMatchObject([
      { field: 'careLevel', before: 'full', after: 'partial', by: '王主任' },
      { field: 'name', before: '孙春升', after: '孙春生', reason: '姓名录错；护理等级复评' },
    ]);
    expect(await make.director.residents.list({ search: 'scs' })).toHaveLength(1);
  });

  it('refuses a correction that changes nothing, or that takes a needed fact from a registered file', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const id = await make.resident({ name: '孙春生' });
    const correct = (changes: Parameters<Client['residents']['correct']>[0]['changes']) =>
      refusalOf(make.director.residents.correct({ id, changes, reason: '核对' }));

    expect(await correct({ name: ' 孙春生 ' })).toMatchObject({ code: 'NOTHING_CHANGED' });
    expect(await correct({ nationalId: null })).toMatchObject({ code: 'FIELDS_NEEDED' });
    expect(await correct({ admittedOn: null })).toMatchObject({ code: 'FIELDS_NEEDED' });
  });

  it('settles the doubt about a field that is corrected', async () => {
    const house = await aHouse();
    const { director } = await furnish(house);
    const { id } = await director.residents.admit({
      facts: residentFacts({ nationalId: '1' }),
      papersLater: true,
    });

    const changes = { nationalId: aNationalId('1970-03-04', 'male', 71) };
    const kept = await director.residents.correct({ id, changes, reason: '补到身份证' });

    expect(kept).toEqual({ id, standing: 'registered', openDoubts: 0 });
  });

  it('shows numbers in full to the director only, in facts, doubts and corrections alike', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const [before, after] = [aNationalId('1970-03-04', 'male', 11), aNationalId('1970-03-04', 'male', 12)];
    const id = await make.resident({ nationalId: before });
    await make.director.residents.correct({ id, changes: { nationalId: after }, reason: '录错' });
    const nurse = await house.as('nurse');

    const seen = JSON.stringify([await nurse.residents.open({ id }), await nurse.residents.list({})]);

    expect(seen).not.toContain(before);
    expect(seen).not.toContain(after);
    expect(seen).toContain(`411799********${after.slice(14)}`);
    const own = JSON.stringify(await make.director.residents.list({}));
    expect(own).not.toContain(after);
    expect((await make.director.residents.open({ id })).nationalId).toBe(after);
  });

  it('leaves an audit line that tells which fields changed, without their values', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const id = await make.resident();

    await make.director.residents.correct({ id, changes: { guardianPhone: '13800000000' }, reason: '换号' });

    const lines = await make.director.audit.lines({ limit: 1 });
    expect(lines[0]).toMatchObject({ action: 'residents.correct', object: id, detail: 'guardianPhone' });
  });
});
