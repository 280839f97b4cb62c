import { describe, expect, it } from 'vitest';
import { day, month } from '../../shared/calendar/day.ts';
import { noVitals, type VitalKey, type Vitals } from '../../shared/health/vitals.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { ordinary, settle } from './people-in-house.ts';

const TODAY = day('2026-11-05');
const NOVEMBER = month('2026-11');

async function aRecordedRow() {
  const house = await aHouse({ today: TODAY });
  const resident = settle(house, '孙春生', { bed: '101-1' });
  const nurse = await house.as('nurse');
  const [nurseAccount] = (await nurse.checkups.round({ day: TODAY, round: 1 })).doers;
  const doer = nurseAccount?.id ?? '';
  const record = async (values: Vitals, on = TODAY) => {
    const rows = [{ residentId: resident, values, note: '', confirmed: ['weight', 'height'] as VitalKey[] }];
    const { saved } = await nurse.checkups.record({ day: on, round: 1, doer, rows });
    return saved[0]?.id ?? '';
  };
  const correct = (id: string, values: Vitals, confirmed: VitalKey[] = []) =>
    nurse.checkups.correct({ id, values, note: '', confirmed, doer, reason: '看错了一位' });
  return { house, nurse, resident, doer, record, correct };
}

describe('a correction', () => {
  it('puts a new row in the place of the old one and keeps the old one with who, when and why', async () => {
    const { nurse, record, correct } = await aRecordedRow();
    const wrong = await record(ordinary);
    const { id } = await correct(wrong, { ...ordinary, pulse: 77 });
    const current = await nurse.checkups.list({ month: NOVEMBER });
    expect(current.rows).toMatchObject([{ id, values: { pulse: 77 }, superseded: null }]);
    const all = await nurse.checkups.list({ month: NOVEMBER, withSuperseded: true });
    expect(all.rows.find((row) => row.id === wrong)).toMatchObject({
      values: ordinary,
      superseded: { by: '李护士', reason: '看错了一位', kind: 'corrected' },
    });
  });

  it('is judged as strictly as a new row', async () => {
    const { record, correct } = await aRecordedRow();
    const id = await record(ordinary);
    expect(await refusalOf(correct(id, { ...ordinary, temperature: 99 }))).toMatchObject({
      code: 'CHECKUP_IMPOSSIBLE',
    });
    expect(await refusalOf(correct(id, { ...ordinary, temperature: 385 }))).toMatchObject({
      code: 'CHECKUP_UNCONFIRMED',
    });
    await correct(id, { ...ordinary, temperature: 385 }, ['temperature']);
  });

  it('is refused when nothing changes, or when somebody was faster', async () => {
    const { record, correct } = await aRecordedRow();
    const id = await record(ordinary);
    expect(await refusalOf(correct(id, ordinary))).toMatchObject({ code: 'NOTHING_CHANGED' });
    await correct(id, { ...ordinary, pulse: 77 });
    expect(await refusalOf(correct(id, { ...ordinary, pulse: 78 }))).toMatchObject({
      code: 'CHECKUP_SUPERSEDED',
    });
  });

  it('needs a reason', async () => {
    const { nurse, doer, record } = await aRecordedRow();
    const id = await record(ordinary);
    const blank = { id, values: { ...ordinary, pulse: 77 }, note: '', confirmed: [], doer, reason: '  ' };
    expect(await refusalOf(nurse.checkups.correct(blank))).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('a withdrawal', () => {
  it('frees the round again, and the row stays readable with its reason', async () => {
    const { nurse, record } = await aRecordedRow();
    const id = await record(ordinary);
    await nurse.checkups.withdraw({ id, reason: '登记到别人名下' });
    expect((await nurse.checkups.list({ month: NOVEMBER })).rows).toEqual([]);
    const all = await nurse.checkups.list({ month: NOVEMBER, withSuperseded: true });
    expect(all.rows).toMatchObject([{ superseded: { kind: 'withdrawn', reason: '登记到别人名下' } }]);
    await record(ordinary);
    expect(await refusalOf(nurse.checkups.withdraw({ id, reason: '再撤一次' }))).toMatchObject({
      code: 'CHECKUP_SUPERSEDED',
    });
  });
});

it('the database itself refuses to rewrite or delete a checkup', async () => {
  const { house, record } = await aRecordedRow();
  const id = await record(ordinary);
  expect(() => house.raw.prepare('UPDATE checkup SET pulse = 60 WHERE id = ?').run(id)).toThrow(
    'corrected by a new row',
  );
  expect(() => house.raw.prepare('DELETE FROM checkup WHERE id = ?').run(id)).toThrow('never deleted');
});

describe('the trend of one resident', () => {
  it('gives current checkups oldest first, with the body mass index from the height known by then', async () => {
    const { nurse, resident, record, correct } = await aRecordedRow();
    await record({ ...noVitals, weight: 500 }, day('2026-09-05'));
    await record({ ...noVitals, weight: 500, height: 1600 }, day('2026-10-05'));
    const wrong = await record({ ...noVitals, weight: 520 });
    await correct(wrong, { ...noVitals, weight: 512 });
    const { points } = await nurse.checkups.trend({
      residentId: resident,
      from: day('2026-01-01'),
      to: TODAY,
    });
    expect(points.map((point) => [point.day, point.values.weight, point.bodyMassIndex])).toEqual([
      ['2026-09-05', 500, null],
      ['2026-10-05', 500, 195],
      ['2026-11-05', 512, 200],
    ]);
  });

  it('is refused for days in the wrong order and for nobody', async () => {
    const { nurse, resident } = await aRecordedRow();
    const backwards = { residentId: resident, from: TODAY, to: day('2026-01-01') };
    expect(await refusalOf(nurse.checkups.trend(backwards))).toMatchObject({ code: 'CHECKUP_SPAN' });
    const nobody = { residentId: 'nobody', from: TODAY, to: TODAY };
    expect(await refusalOf(nurse.checkups.trend(nobody))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('the due list names who has no checkup in the month, longest without one first', async () => {
  const { house, nurse, record } = await aRecordedRow();
  settle(house, '从未体检', { bed: '102-1' });
  await record(ordinary, day('2026-10-05'));
  const november = await nurse.checkups.due({ month: NOVEMBER });
  expect(november.inHouse).toBe(2);
  expect(november.due.map(({ name, lastDay }) => [name, lastDay])).toEqual([
    ['从未体检', null],
    ['孙春生', '2026-10-05'],
  ]);
  const october = await nurse.checkups.due({ month: month('2026-10') });
  expect(october.due.map(({ name }) => name)).toEqual(['从未体检']);
  expect(await nurse.checkups.due({ month: month('2026-12') })).toEqual({ inHouse: 0, due: [] });
});

describe('the usual ranges', () => {
  it('are the adult defaults, unconfirmed, until the nurse sets the centre’s own', async () => {
    const { house, nurse, record } = await aRecordedRow();
    const { ranges } = await nurse.checkups.setRange({ key: 'pulse', range: { lowest: 50, highest: 110 } });
    expect(ranges.pulse).toEqual({ range: { lowest: 50, highest: 110 }, status: 'local' });
    expect(ranges.temperature.status).toBe('unconfirmed');
    await record({ ...ordinary, pulse: 105 });
    const back = await nurse.checkups.setRange({ key: 'pulse', range: null });
    expect(back.ranges.pulse).toEqual({ range: { lowest: 60, highest: 100 }, status: 'unconfirmed' });
    expect(house.faults).toEqual([]);
  });

  it('cannot be set upside down or wider than what is possible', async () => {
    const { nurse } = await aRecordedRow();
    const upsideDown = nurse.checkups.setRange({ key: 'temperature', range: { lowest: 372, highest: 360 } });
    expect((await refusalOf(upsideDown)).sentence).toBe('体温的下限应小于上限，请改正。');
    const tooWide = nurse.checkups.setRange({ key: 'temperature', range: { lowest: 100, highest: 372 } });
    expect((await refusalOf(tooWide)).sentence).toBe('体温的范围只能在 30.0–43.0 之间，请改正。');
  });
});
