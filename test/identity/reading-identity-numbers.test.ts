import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../shared/identity/certificate.ts';
import {
  checkCharacter,
  fromOldNumber,
  isCitizenId,
  readCitizenId,
} from '../../shared/identity/citizen-id.ts';

describe('reading a citizen ID', () => {
  it('knows the numbers of domain.md 2a', () => {
    expect(readCitizenId('11010519491231002X')).toEqual({
      number: '11010519491231002X',
      birthOn: '1949-12-31',
      sex: 'female',
    });
    expect(isCitizenId('440524188001010014')).toBe(true);
    expect(isCitizenId('360121197011210013')).toBe(true);
    expect(checkCharacter('41282819700101001')).toBe('7');
  });

  it('says what is wrong with a number', () => {
    expect(readCitizenId('41179919840301532')).toBe('length');
    expect(readCitizenId('411799198801152955')).toBe('check-digit');
    expect(readCitizenId('41179919880230295X')).toBe('birth');
    expect(readCitizenId('991799198801152957')).toBe('province');
    expect(readCitizenId('41179919880115295x')).toBe('characters');
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
        const right = '411799198801152957';
        const digit = (Number(right[position]) + shift) % 10;
        const wrong = right.slice(0, position) + digit + right.slice(position + 1);
        expect(isCitizenId(wrong)).toBe(false);
      }),
    );
  });

  it('proposes the new form of a number of fifteen digits', () => {
    expect(fromOldNumber('360121701121001')).toBe('360121197011210013');
    expect(fromOldNumber('360121701321001')).toBeNull();
  });
});

describe('reading a disability certificate number', () => {
  it('finds the person, the category, the level and the re-issue in it', () => {
    expect(readCertificate('36012119701121001343')).toMatchObject({
      disability: 'physical',
      level: 3,
      reissue: 0,
    });
    expect(readCertificate('41179919920128030051B1')).toMatchObject({
      nationalId: '411799199201280300',
      disability: 'intellectual',
      level: 1,
      reissue: 1,
    });
  });

  it('refuses a category or a level that does not exist', () => {
    for (const end of ['83', '05', '40', '4', '443', '43B', '43B0', '43b1'])
      expect(readCertificate(`360121197011210013${end}`)).toBeNull();
  });
});
