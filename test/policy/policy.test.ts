import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { parameterKeys } from '../../shared/policy/parameters.ts';
import { aHouse, refusalOf } from '../support/house.ts';

const today = day('2026-11-02');

describe('the rules and rates of a centre', () => {
  it('are there from set-up, each with its status and source, for director and clerk', async () => {
    const house = await aHouse({ today });
    for (const role of ['director', 'clerk'] as const) {
      const list = await (await house.as(role)).policy.list({ on: today });
      expect(list.map((each) => each.key)).toEqual(parameterKeys);
      expect(list.every((each) => each.inForce !== null && each.inForce.source !== '')).toBe(true);
      expect(list[0]?.inForce?.recordedBy).not.toBe('');
    }
    expect((await refusalOf((await house.as('nurse')).policy.list({ on: today }))).code).toBe('NOT_ALLOWED');
  });

  it('take a new value from a day on; months before keep the old one', async () => {
    const house = await aHouse({ today });
    const director = await house.as('director');
    await director.policy.set({
      key: 'minimum-wage.tier',
      value: '2',
      effectiveFrom: day('2026-07-01'),
      status: 'confirmed',
      source: '县人社局通知〔2026〕3号',
    });
    const tier = async (on: string) =>
      (await director.policy.list({ on: day(on) })).find((each) => each.key === 'minimum-wage.tier')?.inForce
        ?.value;
    expect([await tier('2026-06-30'), await tier('2026-07-01')]).toEqual(['3', '2']);
  });

  it('keep the row that a correction of the same day replaces', async () => {
    const house = await aHouse({ today });
    const director = await house.as('director');
    const set = (value: number) =>
      director.policy.set({
        key: 'night.allowance',
        value,
        effectiveFrom: today,
        status: 'local',
        source: '主任决定',
      });
    await set(2_500);
    await set(3_000);
    const rows = house.raw
      .prepare(
        `SELECT value, superseded_at IS NULL AS counts FROM parameter WHERE key = 'night.allowance' ORDER BY rowid`,
      )
      .all();
    expect(rows).toEqual([
      { value: '2000', counts: 1 },
      { value: '2500', counts: 0 },
      { value: '3000', counts: 1 },
    ]);
  });

  it('refuse a value of the wrong form and name the parameter', async () => {
    const house = await aHouse({ today });
    const director = await house.as('director');
    const refusal = await refusalOf(
      director.policy.set({
        key: 'overtime.holiday',
        value: '三倍',
        effectiveFrom: today,
        status: 'local',
        source: '主任决定',
      }),
    );
    expect(refusal.sentence).toBe('「法定节假日加班费」的值填写不对，请按原来的样子填写。');
  });

  it('are changed by the director alone', async () => {
    const house = await aHouse({ today });
    const refusal = await refusalOf(
      (await house.as('clerk')).policy.set({
        key: 'pay.day',
        value: 5,
        effectiveFrom: today,
        status: 'local',
        source: '主任决定',
      }),
    );
    expect(refusal.code).toBe('NOT_ALLOWED');
  });
});

describe('the holidays of a centre', () => {
  it('are known for 2026 and not for 2032, until the director has entered them', async () => {
    const house = await aHouse({ today });
    const director = await house.as('director');
    expect(await director.policy.holidays({ year: 2026 })).toMatchObject({ known: true });
    expect(await director.policy.holidays({ year: 2032 })).toMatchObject({ known: false, days: [] });
    const days = '01-01 02-10 02-11 02-12 02-13 04-04 05-01 05-02 06-12 09-19 10-01 10-02 10-03'.split(' ');
    for (const each of days) {
      await director.policy.setHoliday({
        day: day(`2032-${each}`),
        name: '节日',
        kind: 'statutory',
        status: 'local',
        source: '国办通知',
      });
    }
    expect(await director.policy.holidays({ year: 2032 })).toMatchObject({ known: true });
  });

  it('replace a day in place and take one off with a reason', async () => {
    const house = await aHouse({ today });
    const director = await house.as('director');
    const swap = {
      day: day('2027-02-14'),
      name: '春节',
      kind: 'work',
      status: 'confirmed',
      source: '国办通知',
    } as const;
    await director.policy.setHoliday(swap);
    await director.policy.setHoliday({ ...swap, kind: 'rest' });
    const known = async () =>
      (await director.policy.holidays({ year: 2027 })).days.filter((each) => each.day === swap.day);
    expect(await known()).toEqual([{ ...swap, kind: 'rest' }]);
    await director.policy.dropHoliday({ day: swap.day, reason: '抄错一天' });
    expect(await known()).toEqual([]);
    const again = await refusalOf(director.policy.dropHoliday({ day: swap.day, reason: '抄错一天' }));
    expect(again.sentence).toContain('节假日');
  });
});
