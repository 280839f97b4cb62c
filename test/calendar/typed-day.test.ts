import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { readTypedDay } from '../../shared/calendar/typed-day.ts';

describe('a day as people type it', () => {
  it.each([
    ['20261008', '2026-10-08'],
    ['2026-10-8', '2026-10-08'],
    ['2026.10.8', '2026-10-08'],
    ['2026/1/2', '2026-01-02'],
    ['2026年10月8日', '2026-10-08'],
    ['２０２６年１０月８日', '2026-10-08'],
    ['10-8', '2026-10-08'],
    ['3月5日', '2026-03-05'],
  ])('%s is %s', (typed, read) => {
    expect(readTypedDay(typed, day('2026-11-01'))).toBe(read);
  });

  it.each(['', '2026-02-30', '13-1', '2026', 'yesterday', '2026-10-8-1'])('%s is no day', (typed) => {
    expect(readTypedDay(typed, day('2026-11-01'))).toBeNull();
  });
});
