import { describe, expect, it } from 'vitest';
import {
  costForThisPc,
  DEFAULT_KDF,
  Kdf,
  newSecret,
  publicOf,
  seal,
  stretch,
  unseal,
  unwrap,
  wipe,
  workOf,
  wrapTo,
} from '../../electron/core/key-wrap.ts';

const cost = { N: 2 ** 4, r: 8, p: 1 };
const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const kdf = (fields: object) => Kdf.safeParse({ name: 'scrypt', ...cost, salt: '00'.repeat(16), ...fields });

describe('a wrap', () => {
  const key = newSecret();

  it('opens with its key in its place and nowhere else, whole and not otherwise', () => {
    const sealed = seal(dataKey, key, 'here');
    expect(unseal(sealed, key, 'here')).toEqual(dataKey);
    expect(unseal(sealed, key, 'there')).toBeNull();
    expect(unseal(sealed, newSecret(), 'here')).toBeNull();
    expect(unseal({ ...sealed, tag: '00'.repeat(16) }, key, 'here')).toBeNull();
    expect(unseal({ ...sealed, text: '00'.repeat(32) }, key, 'here')).toBeNull();
    expect(unseal({ ...sealed, iv: '00'.repeat(12) }, key, 'here')).toBeNull();
    expect(seal(dataKey, key, 'here')).not.toEqual(sealed);
  });

  it('to a public half opens with the secret half alone', () => {
    const wrap = wrapTo(publicOf(key), dataKey, 'here');
    expect(unwrap(wrap, key, 'here')).toEqual(dataKey);
    expect(unwrap(wrap, key, 'there')).toBeNull();
    expect(unwrap(wrap, newSecret(), 'here')).toBeNull();
    expect(unwrap({ ...wrap, passing: publicOf(newSecret()) }, key, 'here')).toBeNull();
    expect(unwrap({ ...wrap, passing: '00'.repeat(32) }, key, 'here')).toBeNull();
    expect(wrapTo(publicOf(key), dataKey, 'here').passing).not.toBe(wrap.passing);
  });

  it('leaves nothing of a secret that is wiped', () => {
    const [a, b] = [newSecret(), newSecret()];
    wipe(a, b);
    expect([...a, ...b].every((byte) => byte === 0)).toBe(true);
    expect(newSecret().some((byte) => byte !== 0)).toBe(true);
  });
});

describe('the cost of a password', () => {
  it('may be up to four times today’s work, a power of two, and nothing that hangs or fills the memory', () => {
    expect(workOf({ N: 4, r: 3, p: 2 })).toBe(24);
    expect(kdf({ N: 2 ** 18, r: 8, p: 2 }).success).toBe(true);
    expect(kdf({ N: 2 ** 18, r: 8, p: 3 }).success).toBe(false);
    expect(kdf({ N: 2 ** 17, r: 8, p: 4 }).success).toBe(true);
    for (const wrong of [
      { N: 1 },
      { N: 3 },
      { N: 2 ** 19 },
      { N: 0 },
      { r: 0 },
      { r: 9 },
      { p: 0 },
      { p: 5 },
    ])
      expect(kdf(wrong).success, JSON.stringify(wrong)).toBe(false);
    for (const wrong of [{ name: 'pbkdf2' }, { salt: '00' }, { salt: 'zz'.repeat(16) }, { extra: 1 }])
      expect(kdf(wrong).success, JSON.stringify(wrong)).toBe(false);
    expect(DEFAULT_KDF).toEqual({ N: 2 ** 17, r: 8, p: 1 });
  });

  it('is that of trust.md 2.4, and less memory for the same work on a PC with less than four gigabytes', () => {
    const gigabyte = 2 ** 30;
    expect(costForThisPc(4 * gigabyte)).toEqual({ N: 2 ** 17, r: 8, p: 1 });
    expect(costForThisPc(16 * gigabyte)).toEqual(DEFAULT_KDF);
    expect(costForThisPc(4 * gigabyte - 1)).toEqual({ N: 2 ** 15, r: 8, p: 3 });
    expect([DEFAULT_KDF, costForThisPc(0)]).toContainEqual(costForThisPc());
  });

  it('is found room for, whatever is allowed', async () => {
    for (const allowed of [
      { N: 2, r: 1, p: 1 },
      { N: 2, r: 8, p: 4 },
      { N: 2 ** 14, r: 8, p: 4 },
      { N: 2 ** 15, r: 8, p: 3 },
    ])
      expect(await stretch('x', { name: 'scrypt', ...allowed, salt: '00'.repeat(16) })).toHaveLength(32);
  });

  it('is paid for the same word however it was typed', async () => {
    const one = { name: 'scrypt' as const, ...cost, salt: '00'.repeat(16) };
    expect(await stretch('Ａbc１', one)).toEqual(await stretch('Abc1', one));
    expect(await stretch('e\u0301', one)).toEqual(await stretch('é', one));
    expect(await stretch('a', one)).not.toEqual(await stretch('b', one));
  });
});
