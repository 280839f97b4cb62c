import { describe, expect, it } from 'vitest';
import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import { PIN_PATTERN, PIN_TRIES, pinIsSimple } from '../../shared/people/pin.ts';

describe('a PIN', () => {
  it('has four to six digits and nothing else', () => {
    for (const pin of ['4719', '47192', '471928']) expect(PIN_PATTERN.test(pin), pin).toBe(true);
    for (const pin of ['', '471', '4719283', '47a9', '４７１９', ' 4719', '4719 ', '4719\n', '-4719'])
      expect(PIN_PATTERN.test(pin), pin).toBe(false);
  });

  it('is too simple when it is one digit throughout, or counts up or down', () => {
    for (const pin of ['0000', '1111', '999999', '0123', '2345', '456789', '8765', '987654', '3210'])
      expect(pinIsSimple(pin), pin).toBe(true);
  });

  it('is good enough when its steps differ, or are wider than one', () => {
    for (const pin of [
      '1112',
      '2111',
      '1123',
      '1223',
      '0192',
      '1212',
      '2468',
      '8642',
      '1357',
      '9012',
      '7890',
    ])
      expect(pinIsSimple(pin), pin).toBe(false);
  });

  it('may be tried five times, and a password has eight characters', () => {
    expect([PIN_TRIES, LEAST_PASSWORD]).toEqual([5, 8]);
  });
});
