import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPressure } from '../../shared/health/pressure.ts';
import { readVital } from '../../shared/health/reading.ts';
import { isPossible, vitalKeys } from '../../shared/health/vitals.ts';

const read = (value: number, mend: string | null = null) => ({ kind: 'read', value, mend });

describe('what a nurse types on a numeric keypad', () => {
  it('is read as written when it is plain', () => {
    expect(readVital('temperature', '36.5')).toEqual(read(365));
    expect(readVital('temperature', '37')).toEqual(read(370));
    expect(readVital('pulse', '72')).toEqual(read(72));
    expect(readVital('weight', '58.2')).toEqual(read(582));
  });

  it('gets its point back where the number cannot be true without one', () => {
    expect(readVital('temperature', '365')).toEqual(read(365, 'point-added'));
    expect(readVital('glucose', '62')).toEqual(read(62, 'point-added'));
    expect(readVital('weight', '582')).toEqual(read(582, 'point-added'));
    expect(readVital('height', '1605')).toEqual(read(1605, 'point-added'));
  });

  it('keeps a number that can be true as it stands', () => {
    expect(readVital('glucose', '33')).toEqual(read(330));
    expect(readVital('glucose', '18')).toEqual(read(180));
    expect(readVital('temperature', '41')).toEqual(read(410));
    expect(readVital('weight', '125')).toEqual(read(1250));
  });

  it('does not put a point into a value that has none', () => {
    expect(readVital('pulse', '720')).toEqual(read(720));
    expect(isPossible('pulse', 720)).toBe(false);
  });

  it('forgives full-width digits, Chinese full stops, a bouncing key and a space for the point', () => {
    for (const text of [
      '36。6',
      '３６．６',
      '36..6',
      '36 6',
      '36,6',
      '36，6',
      ' 36.6 ℃',
      '36.6°C',
      '36度6',
      '36·6',
    ]) {
      expect(readVital('temperature', text), text).toMatchObject({ kind: 'read', value: 366 });
    }
    expect(readVital('temperature', '36.6')).toMatchObject({ mend: null });
    expect(readVital('temperature', '36。6')).toMatchObject({ mend: 'point-mended' });
  });

  it('rounds digits that the sheet has no room for, and says so', () => {
    expect(readVital('temperature', '36.65')).toEqual(read(367, 'rounded'));
    expect(readVital('pulse', '72.4')).toEqual(read(72, 'rounded'));
    expect(readVital('pulse', '72.0')).toEqual(read(72));
  });

  it('takes jin for half a kilogram', () => {
    expect(readVital('weight', '116斤')).toEqual(read(580, 'jin-to-kilogram'));
    expect(readVital('weight', '58公斤')).toMatchObject({ value: 580 });
  });

  it('leaves blank what was not measured', () => {
    for (const text of ['', '  ', '-', '/', '——', '未测', '拒测']) {
      expect(readVital('temperature', text), text).toEqual({ kind: 'empty' });
      expect(readPressure(text), text).toEqual({ kind: 'empty' });
    }
  });

  it('says that it cannot read words, two numbers or thousands', () => {
    for (const text of ['发烧', '36.5/37', '1,234', '36 55', '.', '.5', '-36.5', '3e1', '0x24', 'NaN']) {
      expect(readVital('temperature', text), text).toEqual({ kind: 'unreadable' });
    }
  });
});

describe('blood pressure', () => {
  it('is read from every sign that the keypad and the old workbooks offer', () => {
    const texts = [
      '120/80',
      '120 80',
      '120-80',
      '120／80',
      '120/80mmHg',
      '120.80',
      '120+80',
      '120*80',
      '120，80',
      '１２０/８０',
      '高压120低压80',
      '收缩压：120，舒张压：80',
    ];
    for (const text of texts) {
      expect(readPressure(text), text).toMatchObject({ kind: 'read', systolic: 120, diastolic: 80 });
    }
    expect(readPressure('120/80')).toMatchObject({ mend: null });
    expect(readPressure('120 80')).toMatchObject({ mend: 'tidied' });
  });

  it('is cut in two where only one cut can be true', () => {
    expect(readPressure('12080')).toEqual({
      kind: 'read',
      systolic: 120,
      diastolic: 80,
      mend: 'pressure-split',
    });
    expect(readPressure('9658')).toMatchObject({ systolic: 96, diastolic: 58 });
    expect(readPressure('180110')).toMatchObject({ systolic: 180, diastolic: 110 });
    expect(readPressure('80120')).toEqual({ kind: 'unreadable' });
  });

  it('is not read from one number', () => {
    expect(readPressure('120')).toEqual({ kind: 'half' });
    expect(readPressure('120/')).toEqual({ kind: 'half' });
  });
});

describe('reading', () => {
  it('never throws, whatever is typed, and always gives whole numbers', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'0123456789.。．/／ -+,，斤高低压℃%kg'), maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...vitalKeys), hostile, (key, text) => {
        const [reading, pressure] = [readVital(key, text), readPressure(text)];
        const numbers = [
          ...(reading.kind === 'read' ? [reading.value] : []),
          ...(pressure.kind === 'read' ? [pressure.systolic, pressure.diastolic] : []),
        ];
        expect(numbers.filter((number) => !Number.isSafeInteger(number) || number < 0)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
