import { describe, expect, it } from 'vitest';
import { sameCodeLine } from '../../shared/people/code-line.ts';
import { halfWidth } from '../../shared/people/digits.ts';

describe('typing back a line of the recovery code', () => {
  it('does not mind case, spaces, dashes, or O for 0 and I for 1', () => {
    expect(sameCodeLine('71ej qha2 oxjn tdov', '71EJ-QHA2-0XJN-TD0V')).toBe(true);
    expect(sameCodeLine('7IEJ–QHA2–0XJN–TD0V', '71EJ-QHA2-0XJN-TD0V')).toBe(true);
  });

  it('minds a wrong symbol, a missing one, and nothing at all', () => {
    expect(sameCodeLine('71EJ-QHA2-0XJN-TD0W', '71EJ-QHA2-0XJN-TD0V')).toBe(false);
    expect(sameCodeLine('71EJ-QHA2-0XJN', '71EJ-QHA2-0XJN-TD0V')).toBe(false);
    expect(sameCodeLine(' ', '')).toBe(false);
  });
});

describe('typing a code with a Chinese input method', () => {
  it('takes full-width digits and spaces', () => {
    expect(halfWidth('４１１７ ９９')).toBe('411799');
  });
});
