import { describe, expect, it } from 'vitest';
import { markFromRoster } from '../../shared/attendance/from-roster.ts';
import { markKeys, marks, signs, totalsOf } from '../../shared/attendance/marks.ts';

const isNight = (code: string) => code === 'N';

describe('the marks of attendance', () => {
  it('have a sign and a key each, and no two the same', () => {
    expect(new Set(Object.values(signs)).size).toBe(marks.length);
    expect(Object.values(markKeys).toSorted()).toEqual([...marks].toSorted());
  });

  it('count days and nights as attended and nothing else', () => {
    const row = [
      'day',
      'day',
      'night',
      'rest',
      'sick',
      'personal',
      'absent',
      'annual',
      'other-leave',
      null,
    ] as const;
    expect(totalsOf(row)).toMatchObject({
      attended: 3,
      day: 2,
      night: 1,
      rest: 1,
      sick: 1,
      personal: 1,
      absent: 1,
    });
  });

  it('begin with leave, then with the roster', () => {
    expect(markFromRoster('D', null, isNight)).toBe('day');
    expect(markFromRoster('N', null, isNight)).toBe('night');
    expect(markFromRoster(null, null, isNight)).toBe('rest');
    expect(markFromRoster('N', 'sick', isNight)).toBe('sick');
    expect(markFromRoster(null, 'maternity', isNight)).toBe('other-leave');
    expect(markFromRoster('D', 'rest', isNight)).toBe('rest');
  });
});
