import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../shared/identity/certificate.ts';
import { checkCharacter, fromOldNumber, readCitizenId } from '../../shared/identity/citizen-id.ts';
import { maskNationalId, maskPhone } from '../../shared/identity/masking.ts';

/** A number that is right but for what the test makes of it. */
const withCheck = (body: string) => body + checkCharacter(body);
const twoDigits = (value: number) => String(value).padStart(2, '0');

describe('the edges of a citizen ID', () => {
  it('knows the 34 provinces of the country and the three residence permits, and no other', () => {
    const known = Array.from({ length: 100 }, (_, value) => twoDigits(value)).filter(
      (province) => typeof readCitizenId(withCheck(`${province}179919880115295`)) === 'object',
    );
    expect(known.join(' ')).toBe(
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83',
    );
  });

  it('takes nobody as born before 1800', () => {
    expect(readCitizenId(withCheck('41179918000101295'))).toMatchObject({ birthOn: '1800-01-01' });
    expect(readCitizenId(withCheck('41179917991231295'))).toBe('birth');
  });

  it('tells men from women by the seventeenth digit', () => {
    expect(readCitizenId(withCheck('41179919880115295'))).toMatchObject({ sex: 'male' });
    expect(readCitizenId(withCheck('41179919880115294'))).toMatchObject({ sex: 'female' });
  });

  it('reads digits and a last X, in their places alone', () => {
    const right = '411799198801152957';
    expect(readCitizenId(`X${right.slice(1)}`)).toBe('characters');
    expect(readCitizenId(`${right.slice(0, 16)}X7`)).toBe('characters');
    expect(readCitizenId(`${right.slice(0, 17)}A`)).toBe('characters');
    expect(readCitizenId(`${right}7`)).toBe('length');
    expect(readCitizenId('')).toBe('length');
  });

  it('proposes nothing for an old number that is not fifteen digits or would not be right', () => {
    for (const old of ['3601217011210010', '36012170112100', 'A60121701121001', '36012170112100X', ''])
      expect(fromOldNumber(old), old).toBeNull();
    expect(fromOldNumber('990121701121001')).toBeNull();
  });
});

describe('the edges of a certificate number', () => {
  it('gives back every part, for every category and level', () => {
    const kinds = ['visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'];
    for (const [index, disability] of kinds.entries()) {
      for (const level of [1, 2, 3, 4]) {
        const number = `36012119701121001X${index + 1}${level}`;
        const nationalId = '36012119701121001X';
        expect(readCertificate(number)).toEqual({ number, nationalId, disability, level, reissue: 0 });
        expect(readCertificate(`${number}B9`)).toMatchObject({ number: `${number}B9`, reissue: 9 });
      }
    }
  });

  it('is nothing with anything before it, behind it or missing', () => {
    const right = '36012119701121001343';
    for (const wrong of [`0${right}`, `${right}0`, ` ${right}`, `${right}B12`, right.slice(1), '']) {
      expect(readCertificate(wrong), wrong).toBeNull();
    }
  });
});

describe('numbers on lists and walls', () => {
  it('leaves the region and the last four of an identity number, and hides the birthday', () => {
    expect(maskNationalId('411799198801152957')).toBe('411799********2957');
  });

  it('leaves three and four digits of a telephone number, and a short one whole', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('12345678')).toBe('123****5678');
    expect(maskPhone('1234567')).toBe('1234567');
  });
});
