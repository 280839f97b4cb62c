import { describe, expect, it } from 'vitest';
import type { Mark } from '../../shared/attendance/marks.ts';
import { day, type Day } from '../../shared/calendar/day.ts';
import { daysOfRecord, type PersonRecords } from '../../shared/roster/days-of-record.ts';
import { startingShiftTypes } from '../../shared/roster/defaults.ts';

const on = (of: number): Day => day(`2026-11-${String(of).padStart(2, '0')}`);
const span = [1, 2, 3, 4].map(on);
const early = { code: 'E', startsAt: '06:00', endsAt: '13:00', minutes: 420, night: false };
const shifts = [...startingShiftTypes, early];

function records(changes: Partial<PersonRecords> = {}): PersonRecords {
  return {
    id: 'a',
    startedOn: on(1),
    endedOn: null,
    leave: [],
    protection: [],
    attendance: new Map(),
    cells: new Map(),
    ...changes,
  };
}
const marks = (...list: (Mark | null)[]) =>
  new Map(list.flatMap((mark, index) => (mark ? [[on(index + 1), mark] as const] : [])));
const cells = (letters: string) =>
  new Map([...letters].map((letter, index) => [on(index + 1), letter === '.' ? null : letter] as const));

describe('the days of record', () => {
  it('are taken from attendance where it is recorded, else from the published roster', () => {
    const days = daysOfRecord(
      records({ attendance: marks('rest', 'night'), cells: cells('DDDN') }),
      span,
      shifts,
    );
    expect(days.map(({ source, mark, shift }) => `${source} ${mark} ${shift}`)).toEqual([
      'attendance rest null',
      'attendance night N',
      'roster day D',
      'roster night N',
    ]);
  });

  it('know from the roster which day shift it was, and take the first of its kind where the roster says another', () => {
    const days = daysOfRecord(
      records({ attendance: marks('day', 'day', 'day'), cells: cells('EN') }),
      span,
      shifts,
    );
    expect(days.map(({ shift, work }) => `${shift} ${work?.minutes}`)).toEqual(['E 420', 'D 480', 'D 480']);
  });

  it('leave out days of which nothing is known, and days outside the employment', () => {
    const days = daysOfRecord(
      records({ startedOn: on(2), endedOn: on(3), attendance: marks('day', null, 'day', 'day') }),
      span,
      shifts,
    );
    expect(days.map((one) => one.day)).toEqual([on(3)]);
  });

  it('are not available on leave, whoever wrote it down, but are when she came all the same; absence without leave is her own', () => {
    const leave = [{ startsOn: on(3), endsOn: on(4), kind: 'personal' as const }];
    const days = daysOfRecord(
      records({ leave, attendance: marks('sick', 'absent', 'day'), cells: cells('DDDD') }),
      span,
      shifts,
    );
    expect(days.map(({ mark, available }) => `${mark} ${available}`)).toEqual([
      'sick false',
      'absent true',
      'day true',
      'personal false',
    ]);
  });

  it('say on which of them no night may be asked', () => {
    const days = daysOfRecord(
      records({ protection: [{ startsOn: on(2), endsOn: on(3) }], cells: cells('....') }),
      span,
      shifts,
    );
    expect(days.map((one) => one.protected)).toEqual([false, true, true, false]);
  });
});
