import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day, isDay, isMonth, month } from '../../shared/calendar/day.ts';

describe('a day of the calendar', () => {
  it.each(['1800-01-01', '1899-12-30', '1904-02-29', '2024-02-29', '2026-11-05', '2199-12-31'])(
    '%s is one',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  it.each([
    '0000-01-01',
    '0001-01-01',
    '1799-12-31',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2200-01-01',
    '9999-12-31',
    '+010000-01',
    '2026-1-05',
    '2026-11-05 ',
    '２０２６-11-05',
    '2026-11-05T00:00:00Z',
    '',
  ])('%s is none', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it('has neighbours that ISO text of ten characters can say, at both ends too', () => {
    expect(addDays(day('1800-01-01'), -1)).toBe('1799-12-31');
    expect(addDays(day('2199-12-31'), 1)).toBe('2200-01-01');
    expect(addMonths(month('1800-01'), -1)).toBe('1799-12');
  });

  it('lies in a month of the same years', () => {
    expect(['1800-01', '2026-12', '2199-12'].every(isMonth)).toBe(true);
    expect(
      ['0000-01', '1799-12', '2026-00', '2026-13', '2200-01', '9999-12', '2026-1', ''].some(isMonth),
    ).toBe(false);
  });
});
