import { describe, expect, it } from 'vitest';
import { weekday } from '../../shared/calendar/day.ts';
import { restBetween } from '../../shared/roster/shift-times.ts';
import { NrpFormatError } from '../../shared/roster/nrp-lines.ts';
import { readNrp } from '../../shared/roster/nrp.ts';

const small = `# a comment
SECTION_HORIZON
14

SECTION_SHIFTS
# ShiftID, length, may not be followed by
Early,480,
N2,600,Early

SECTION_STAFF
A,Early=14|N2=3,4320,3360,5,2,3,1
B,Early=0|N2=14,2160,1200,6,1,1,2

SECTION_DAYS_OFF
A,0,13

SECTION_SHIFT_ON_REQUESTS
A,2,Early,3

SECTION_SHIFT_OFF_REQUESTS
B,12,N2,1

SECTION_COVER
0,Early,1,100,1
13,N2,2,90,2
`;

describe('reading a public shift scheduling instance', () => {
  const model = readNrp(small);

  it('starts on a Monday and knows weekends', () => {
    expect(model.days).toHaveLength(14);
    expect(weekday(model.days[0]!)).toBe(1);
    expect(model.workdays).toHaveLength(10);
  });

  it('keeps shifts of any name, and lets only the named successions forbid each other', () => {
    expect(model.shifts.map((shift) => [shift.code, shift.minutes, shift.night])).toEqual([
      ['Early', 480, false],
      ['N2', 600, false],
    ]);
    expect(model.limits.forbiddenSuccessions).toEqual([{ before: 'N2', after: 'Early' }]);
    for (const before of model.shifts) {
      for (const after of model.shifts) {
        expect(restBetween(before, after)).toBeGreaterThanOrEqual(model.limits.restBetweenShifts);
      }
    }
  });

  it('makes terms of each person’s limits, and skills of what she works at all', () => {
    const [a, b] = model.people;
    expect(a).toMatchObject({ id: 'A', shifts: ['Early', 'N2'], before: [], protectedOn: [] });
    expect(a?.terms).toEqual({
      mostOf: { N2: 3 },
      mostMinutes: 4320,
      leastMinutes: 3360,
      mostDaysInARow: 5,
      leastDaysInARow: 2,
      leastRestInARow: 3,
      mostWeekends: 1,
    });
    expect(a?.absences).toEqual([
      { day: model.days[0], why: 'leave' },
      { day: model.days[13], why: 'leave' },
    ]);
    expect(b).toMatchObject({ shifts: ['N2'], absences: [] });
  });

  it('keeps requests and the price of cover', () => {
    expect(model.requests).toEqual([
      { person: 'A', day: model.days[2], shift: 'Early', wanted: true, weight: 3 },
      { person: 'B', day: model.days[12], shift: 'N2', wanted: false, weight: 1 },
    ]);
    expect(model.cover).toEqual([
      { day: model.days[0], shift: 'Early', minimum: 1, among: null, missing: 100, surplus: 1 },
      { day: model.days[13], shift: 'N2', minimum: 2, among: null, missing: 90, surplus: 2 },
    ]);
  });

  it('reads Windows line ends and a byte order mark alike', () => {
    expect(readNrp(`\uFEFF${small.replaceAll('\n', '\r\n')}`)).toEqual(model);
  });

  it.each([
    ['A,2,Early,3', 'A,2,Late,3', /^line 18: no shift is called Late/],
    ['A,2,Early,3', 'C,2,Early,3', /^line 18: no person is called C/],
    ['A,0,13', 'C,0,13', /^line 15: nobody is called C/],
    ['A,0,13', 'A,0,14', /^line 15: the horizon ends before this day/],
    ['13,N2,2,90,2', '13,N2,two,90,2', /^line 25: the number of people is not a whole number: "two"/],
    ['13,N2,2,90,2', '13,N2,-2,90,2', /^line 25/],
    ['\n14\n', '\n0\n', /^line 3: the horizon has 1 to/],
    ['\n14\n', '\n14\n15\n', /^line 4: the horizon is one number/],
    ['N2,600,Early', 'Early,600,', /^line 8: repeated/],
    ['B,Early=0', 'A,Early=0', /^line 12: repeated/],
    ['A,Early=14|N2=3,4320', 'A,Early=14|N2=3,', /^line 11: the most minutes/],
    ['A,Early=14|', 'A,Early|', /^line 11: the most Early shifts/],
    ['SECTION_COVER', 'SECTION_COVERS', /^line 23: unknown section/],
    ['# a comment', '14', /^line 1: stands before/],
  ])('names the line of what it cannot read: %s → %s', (right, wrong, sentence) => {
    const read = () => readNrp(small.replace(right, wrong));
    expect(read).toThrow(NrpFormatError);
    expect(read).toThrow(sentence);
  });

  it('says which section is missing', () => {
    expect(() => readNrp('SECTION_HORIZON\n14\n')).toThrow(/SECTION_SHIFTS is missing/);
    expect(() => readNrp('')).toThrow(/SECTION_HORIZON is missing/);
  });
});
