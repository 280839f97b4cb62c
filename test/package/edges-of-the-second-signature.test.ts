import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../shared/package/bytes.ts';
import {
  isSm2Key,
  isSm2Signature,
  signSm2,
  SM2_ID,
  sm2Holds,
  sm2KeyOf,
  sm2Pem,
  sm2PrivateKeyOf,
} from '../../shared/package/sm2.ts';

// Numbers of GB/T 32918.2 and DER, written here by hand.
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const BASE =
  '0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0';
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytesIn = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const random = (hex: string) => bytesIn(hex.padStart(96, '0'));

const secret = sm2PrivateKeyOf(random('7'));
const key = sm2KeyOf(secret);
const message = bytesOf('message');
const der = signSm2(message, secret);

const integer = (hex: string) => `02${(hex.length / 2).toString(16).padStart(2, '0')}${hex}`;
/** A signature of these two numbers, given as the hex of their content. */
const written = (r: string, s: string) => {
  const body = integer(r) + integer(s);
  return bytesIn(`30${(body.length / 2).toString(16).padStart(2, '0')}${body}`);
};

describe('an SM2 key', () => {
  it('is drawn from 48 random bytes, between 1 and the order less 2', () => {
    const drawn = (hex: string) => BigInt(`0x${hexOf(sm2PrivateKeyOf(random(hex)))}`);
    expect(drawn('0')).toBe(1n);
    expect(drawn('7')).toBe(8n);
    expect(drawn((ORDER - 3n).toString(16))).toBe(ORDER - 2n);
    expect(drawn((ORDER - 2n).toString(16))).toBe(1n);
    expect(sm2PrivateKeyOf(random('0'))).toHaveLength(32);
    for (const length of [0, 32, 47, 49])
      expect(() => sm2PrivateKeyOf(new Uint8Array(length))).toThrow(
        new RangeError('a private key is made from 48 random bytes'),
      );
  });

  it('is a point of the curve as 65 bytes in hex', () => {
    expect(sm2KeyOf(sm2PrivateKeyOf(random('0')))).toBe(BASE);
    expect(isSm2Key(BASE)).toBe(true);
    for (const bad of [
      `02${BASE.slice(2, 66)}`,
      BASE.slice(2),
      ` ${BASE}`,
      `${BASE}\n`,
      `${BASE}0`,
      BASE.toUpperCase(),
      BASE.replace(/0$/, '1'),
      `04${'f'.repeat(128)}`,
      '',
    ])
      expect(isSm2Key(bad), bad).toBe(false);
  });

  it('is written as a PEM file of lines of 64 signs', () => {
    const lines = sm2Pem(key).split('\n');
    expect([lines[0], ...lines.slice(-2)]).toEqual([
      '-----BEGIN PUBLIC KEY-----',
      '-----END PUBLIC KEY-----',
      '',
    ]);
    const body = lines.slice(1, -2);
    expect(body.map(({ length }) => length)).toEqual([64, 60]);
    expect(Buffer.from(body.join(''), 'base64').toString('hex')).toBe(
      `3059301306072a8648ce3d020106082a811ccf5501822d034200${key}`,
    );
  });
});

describe('an SM2 signature', () => {
  it('is the same whenever the same message is signed, and holds over that message with that key alone', () => {
    expect(signSm2(message, secret)).toEqual(der);
    // With the id of GB/T 35276, as stock OpenSSL confirmed it: -pkeyopt distid:1234567812345678.
    expect(SM2_ID).toBe('1234567812345678');
    expect(hexOf(der)).toBe(
      '304402205783d97de7d0e2e642ab6a73b6b19c01f6a2ebf91848923c1a161a8080f83bf602202cfedda38a3061908ce7ced223a324f713c405077da1a1ad0d39d80ffe5de42d',
    );
    expect(sm2Holds(message, der, key)).toBe(true);
    expect(sm2Holds(bytesOf('massage'), der, key)).toBe(false);
    expect(sm2Holds(message, der, BASE)).toBe(false);
    expect(signSm2(bytesOf('massage'), secret)).not.toEqual(der);
    expect(hexOf(signSm2(message, sm2PrivateKeyOf(random('8'))))).not.toBe(hexOf(der));
  });

  it('does not hold with a key in another form, though the point is the same', () => {
    const short = (Number.parseInt(key.slice(-1), 16) % 2 === 0 ? '02' : '03') + key.slice(2, 66);
    for (const bad of [short, key.toUpperCase(), '', key.slice(0, -1)])
      expect(sm2Holds(message, der, bad), bad).toBe(false);
    expect(sm2Holds(message, new Uint8Array(), key)).toBe(false);
  });

  it('has numbers in their one form: as short as can be, with a zero before a first bit that is set', () => {
    const most = (ORDER - 1n).toString(16);
    for (const [r, s] of [
      ['01', '01'],
      ['7f', '0080'],
      ['0100', '00ff'],
      ['0080'.padEnd(66, '0'), '01'],
      [`00${most}`, `00${most}`],
    ] as const)
      expect(isSm2Signature(written(r, s)), `${r} ${s}`).toBe(true);
    for (const [r, s] of [
      ['', '01'],
      ['01', ''],
      ['00', '01'],
      ['01', '00'],
      ['80', '01'],
      ['01', 'ff'],
      ['0001', '01'],
      ['01', '007f'],
      [`00${ORDER.toString(16)}`, '01'],
      ['01', `00${ORDER.toString(16)}`],
    ] as const)
      expect(isSm2Signature(written(r, s)), `${r} ${s}`).toBe(false);
    expect(written(`00${most}`, `00${most}`)).toHaveLength(72);
  });

  it('has nothing behind it, before it or missing', () => {
    expect(isSm2Signature(der)).toBe(true);
    for (let length = 0; length < der.length; length += 1)
      expect(isSm2Signature(der.subarray(0, length)), String(length)).toBe(false);
    const hex = hexOf(der);
    for (const bad of [
      `${hex}00`,
      `00${hex}`,
      `3081${hex.slice(2)}`,
      hex.replace(/^30../, '3000'),
      `31${hex.slice(2)}`,
    ])
      expect(isSm2Signature(bytesIn(bad)), bad).toBe(false);
    expect(isSm2Signature(new Uint8Array(1024 * 1024).fill(0xff))).toBe(false);
  });
});
