import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { makeRoster } from '../../build/make-roster.ts';
import { month, type Day } from '../../shared/calendar/day.ts';
import { totalsOf } from '../../shared/attendance/marks.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;

async function aPublishedMonth() {
  const house = await aHouse({ today: '2026-11-30' });
  withStaff(house);
  const director = await house.as('director');
  await director.roster.leave.add({
    caregiverId: 'c01',
    kind: 'sick',
    startsOn: on(3),
    endsOn: on(4),
    note: '',
  });
  const { view } = await makeRoster(director, { month: november, seed: 1 });
  await director.roster.publish({ rosterId: view.roster?.id ?? '' });
  return { house, view, director, clerk: await house.as('clerk') };
}

describe('a month of attendance', () => {
  it('starts from the published roster and the leave', async () => {
    const { clerk, view } = await aPublishedMonth();
    expect(await clerk.attendance.fromRoster({ month: november })).toEqual({ added: 19 * 30 });

    const sheet = await clerk.attendance.month({ month: november });
    const xie = sheet.people[0]!;
    expect(xie.records.slice(2, 4).map((record) => record?.mark)).toEqual(['sick', 'sick']);
    const totals = totalsOf(xie.records.map((record) => record?.mark ?? null));
    expect(totals.attended).toBe(view.cells['c01']?.filter((cell) => cell !== null).length);
    expect(totals.sick).toBe(2);
    expect(xie.records[0]).toMatchObject({ source: 'roster', recordedBy: '赵会计' });
    expect(sheet).toMatchObject({ missing: 0, closed: null, hasRoster: true });
    expect(await clerk.attendance.fromRoster({ month: november })).toEqual({ added: 0 });
  });

  it('refuses to start from a roster that is not published', async () => {
    const house = await aHouse();
    const clerk = await house.as('clerk');
    expect((await refusalOf(clerk.attendance.fromRoster({ month: november }))).sentence).toBe(
      '2026年11月还没有已发布的排班，请先发布排班，或逐日登记考勤。',
    );
  });

  it('records an exception with its reason and keeps what stood there before', async () => {
    const { clerk } = await aPublishedMonth();
    await clerk.attendance.fromRoster({ month: november });
    const cell = { caregiverId: 'c02', day: on(7), mark: 'absent' as const };
    expect(await clerk.attendance.set({ cells: [cell], reason: '未到岗，电话未接' })).toEqual({ changed: 1 });
    expect(await clerk.attendance.set({ cells: [cell], reason: '再记一次' })).toEqual({ changed: 0 });

    const history = await clerk.attendance.history({ caregiverId: 'c02', day: on(7) });
    expect(history).toHaveLength(2);
    const sheet = await clerk.attendance.month({ month: november });
    expect(sheet.people[1]?.records[6]).toMatchObject({
      mark: 'absent',
      source: 'manual',
      reason: '未到岗，电话未接',
    });
  });

  it('refuses a mark for somebody who was not employed on that day', async () => {
    const { house, clerk } = await aPublishedMonth();
    house.raw.prepare(`UPDATE caregiver SET ended_on = '2026-11-10' WHERE id = 'c02'`).run();
    const mark = (day: Day) =>
      clerk.attendance.set({ cells: [{ caregiverId: 'c02', day, mark: 'day' }], reason: '补登' });
    expect(await mark(on(10))).toEqual({ changed: 1 });
    expect((await refusalOf(mark(on(11)))).sentence).toBe('「护理2」2026年11月11日不在岗，不能登记考勤。');
  });

  it('closes a complete month, which then refuses every change', async () => {
    const { clerk } = await aPublishedMonth();
    expect((await refusalOf(clerk.attendance.close({ month: november }))).sentence).toBe(
      '还有 570 格没有登记（先看「护理1」2026年11月1日），补齐后再结账。',
    );
    await clerk.attendance.fromRoster({ month: november });
    expect(await clerk.attendance.close({ month: november })).toEqual({ people: 19 });

    const change = { cells: [{ caregiverId: 'c02', day: on(7), mark: 'absent' as const }], reason: '迟报' };
    expect((await refusalOf(clerk.attendance.set(change))).sentence).toBe(
      '2026年11月考勤已结账，不能再改；确需更正请先撤回结账。',
    );
    expect((await refusalOf(clerk.attendance.fromRoster({ month: november }))).code).toBe(
      'ATTENDANCE_CLOSED',
    );
    expect((await refusalOf(clerk.attendance.close({ month: november }))).code).toBe('ATTENDANCE_CLOSED');
  });

  it('does not close a month that is not over', async () => {
    const { house, clerk } = await aPublishedMonth();
    await clerk.attendance.fromRoster({ month: november });
    house.setDay('2026-11-29');
    expect((await refusalOf(clerk.attendance.close({ month: november }))).code).toBe(
      'ATTENDANCE_MONTH_NOT_OVER',
    );
  });

  it('is opened again with a reason as long as its pay is not reviewed', async () => {
    const { house, clerk } = await aPublishedMonth();
    await clerk.attendance.fromRoster({ month: november });
    await clerk.attendance.close({ month: november });
    await clerk.attendance.reopen({ month: november, reason: '漏记一天病假' });
    await clerk.attendance.close({ month: november });
    expect(house.raw.prepare(`SELECT reopened_reason FROM attendance_close ORDER BY rowid`).all()).toEqual([
      { reopened_reason: '漏记一天病假' },
      { reopened_reason: null },
    ]);
    house.raw
      .prepare(
        `INSERT INTO pay_run (id, month, number, kind, state, pay_on, made_at, made_by, reviewed_at, reviewed_by)
         VALUES ('x', '2026-11', 1, 'regular', 'reviewed', '2026-12-10', '', 'clerk', '', 'director')`,
      )
      .run();
    expect((await refusalOf(clerk.attendance.reopen({ month: november, reason: '再改' }))).code).toBe(
      'ATTENDANCE_PAID',
    );
  });

  it('is for the director and the clerk, not for the nurse', async () => {
    const { house } = await aPublishedMonth();
    const nurse = await house.as('nurse');
    expect((await refusalOf(nurse.attendance.month({ month: november }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(nurse.attendance.close({ month: november }))).code).toBe('NOT_ALLOWED');
  });

  it('writes the sheet to Excel with the signs of the paper, and no name becomes a formula', async () => {
    const { house, clerk } = await aPublishedMonth();
    house.raw.prepare(`UPDATE caregiver SET name = '=1+1' WHERE id = 'c02'`).run();
    await clerk.attendance.fromRoster({ month: november });
    const file = await clerk.attendance.workbook({ month: november });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(file.base64, 'base64') as unknown as ArrayBuffer);
    const page = book.worksheets[0]!;
    expect(file.name).toBe('2026年11月考勤表.xlsx');
    expect(page.getCell('A1').value).toBe('柳河镇重度残疾人托养中心2026年11月考勤表');
    expect(page.getCell('E4').value).toBe('病');
    expect(page.getCell('B5').value).toBe("'=1+1");
    expect(page.getCell('B5').formula).toBeUndefined();
  });
});
