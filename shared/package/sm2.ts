import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { sm2 } from 'sm-crypto-v2';
import { areEqual, bytesOf } from './bytes.ts';

// SM2 with SM3 (GB/T 32918.2): the optional second signature of a package (trust.md 4.7). Pure JavaScript is no certified product:
// it lets a county check with tools of the national suite, and claims nothing more.

/** The distinguishing id that everybody uses who was given no other one (GB/T 35276). */
export const SM2_ID = '1234567812345678';

/** A public key as 65 bytes in hex: `04`, x, y. */
export type Sm2Key = string;

/** The order of the curve's base point. */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const KEY = /^04[0-9a-f]{128}$/;
/** Two numbers of 32 bytes, each with a zero before it. */
const LONGEST_SIGNATURE = 72;
/** RFC 5480 and GB/T 35276: an EC key on the curve SM2, before the 65 bytes of the point. */
const SPKI_HEAD = hexToBytes('3059301306072a8648ce3d020106082a811ccf5501822d034200');

const numberOf = (bytes: Uint8Array) => BigInt(`0x0${bytesToHex(bytes)}`);
const hexOf = (value: bigint) => value.toString(16).padStart(64, '0');

/** The private key, 32 bytes, from 48 random ones: so many that none is likelier than another. */
export function sm2PrivateKeyOf(random: Uint8Array): Uint8Array {
  if (random.length !== 48) throw new RangeError('a private key is made from 48 random bytes');
  return hexToBytes(hexOf((numberOf(random) % (ORDER - 2n)) + 1n));
}

export function sm2KeyOf(privateKey: Uint8Array): Sm2Key {
  return sm2.getPublicKeyFromPrivateKey(bytesToHex(privateKey));
}

/** Whether this is a public key in its one form, a point of the curve. */
export function isSm2Key(text: string): boolean {
  try {
    return KEY.test(text) && sm2.verifyPublicKey(text);
  } catch {
    return false;
  }
}

/** The public key as a PEM file for `openssl pkeyutl`. */
export function sm2Pem(key: Sm2Key): string {
  const text = base64.encode(concatBytes(SPKI_HEAD, hexToBytes(key)));
  return `-----BEGIN PUBLIC KEY-----\n${(text.match(/.{1,64}/g) ?? []).join('\n')}\n-----END PUBLIC KEY-----\n`;
}

/**
 * Signs as DER. Its secret number is drawn from the key and the message and not by chance (as RFC 6979 does for ECDSA): the same
 * message gives the same bytes, and a poor random source cannot give the key away.
 */
export function signSm2(message: Uint8Array, privateKey: Uint8Array): Uint8Array {
  const publicKey = sm2KeyOf(privateKey);
  const digest = hexToBytes(sm2.getHash(message, publicKey, SM2_ID));
  const drawn = hmac(sha512, privateKey, concatBytes(bytesOf('nuantuo sm2'), digest));
  const k = (numberOf(drawn) % (ORDER - 1n)) + 1n;
  const point = sm2.getPublicKeyFromPrivateKey(hexOf(k));
  const pool = [{ k, x1: BigInt(`0x${point.slice(2, 66)}`), privateKey: hexOf(k), publicKey: point }];
  const signed = sm2.doSignature(message, bytesToHex(privateKey), {
    hash: true,
    publicKey,
    userId: SM2_ID,
    pointPool: pool,
  });
  return derOf(BigInt(`0x${signed.slice(0, 64)}`), BigInt(`0x${signed.slice(64)}`));
}

/** Whether a DER signature of this key is over this message. */
export function sm2Holds(message: Uint8Array, der: Uint8Array, key: Sm2Key): boolean {
  const pair = pairIn(der);
  if (!pair || !isSm2Key(key)) return false;
  return sm2.doVerifySignature(message, pair.map(hexOf).join(''), key, { hash: true, userId: SM2_ID });
}

/** Whether these bytes are a signature in its one DER form: two whole numbers in range, not one byte more. */
export function isSm2Signature(der: Uint8Array): boolean {
  return pairIn(der) !== null;
}

function derOf(...numbers: readonly [bigint, bigint]): Uint8Array {
  const integers = numbers.map((value) => {
    const digits = value.toString(16);
    const bytes = hexToBytes(digits.padStart(digits.length + (digits.length % 2), '0'));
    const positive = (bytes[0] ?? 0) < 0x80 ? bytes : concatBytes(Uint8Array.of(0), bytes);
    return concatBytes(Uint8Array.of(0x02, positive.length), positive);
  });
  const body = concatBytes(...integers);
  return concatBytes(Uint8Array.of(0x30, body.length), body);
}

/** The two numbers of a signature; what was understood is written anew and must be the same bytes. */
function pairIn(der: Uint8Array): [bigint, bigint] | null {
  if (der.length > LONGEST_SIGNATURE) return null;
  const middle = 4 + (der[3] ?? 0);
  const pair: [bigint, bigint] = [numberOf(der.subarray(4, middle)), numberOf(der.subarray(middle + 2))];
  const isInRange = pair.every((value) => value > 0n && value < ORDER);
  return isInRange && areEqual(der, derOf(...pair)) ? pair : null;
}
