import { createPrivateKey, createPublicKey, sign as nodeSign } from 'node:crypto';
import { bech32, base64 } from '@scure/base';
import { concatBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { bytesOf, sha256 } from '../../shared/package/bytes.ts';
import {
  bytesInBlob,
  fingerprintOf,
  isRecipient,
  keyInBlob,
  keyInLine,
  privateKeyOf,
  publicKeyOf,
  seedOf,
  spokenFingerprint,
  sshBlob,
  sshLine,
  sshString,
} from '../../shared/package/key.ts';
import { holds, namespaces, parseSignature, sign } from '../../shared/package/sshsig.ts';
import { refusalOf } from '../support/package-refusal.ts';

const seed = (byte: number) => new Uint8Array(32).fill(byte);
const secret = privateKeyOf(seed(1));
const key = publicKeyOf(secret);
const other = publicKeyOf(privateKeyOf(seed(2)));
const line = sshLine(key);

const recipient = (bytes: Uint8Array, prefix = 'age') => bech32.encode(prefix, bech32.toWords(bytes));
/** An armor around parts of the test's own making. */
const around = (...strings: (Uint8Array | string)[]) => {
  const blob = concatBytes(bytesOf('SSHSIG'), Uint8Array.of(0, 0, 0, 1), ...strings.map(sshString));
  const lines = base64.encode(blob).replaceAll(/.{1,70}/g, '$&\n');
  return bytesOf(`-----BEGIN SSH SIGNATURE-----\n${lines}-----END SSH SIGNATURE-----\n`);
};

describe('a signing key', () => {
  it('is PKCS#8 as Node reads it, and has the public key that Node finds', () => {
    const theirs = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(theirs).export({ format: 'der', type: 'spki' });
    expect(spki.subarray(-32).toString('hex')).toBe(Buffer.from(key).toString('hex'));
    expect(seedOf(secret)).toEqual(seed(1));
    expect(nodeSign(null, Buffer.from('x'), theirs)).toHaveLength(64);
  });

  it('is made of 32 bytes, and read of exactly its own 48', () => {
    for (const length of [0, 31, 33])
      expect(() => privateKeyOf(new Uint8Array(length))).toThrow(new RangeError('a seed has 32 bytes'));
    for (const bad of [
      secret.slice(0, 47),
      concatBytes(secret, Uint8Array.of(0)),
      secret.with(0, 0x31),
      secret.with(15, 0x21),
      new Uint8Array(48),
    ])
      expect(() => seedOf(bad)).toThrow(new RangeError('not an Ed25519 key in PKCS#8'));
  });

  it('is written for SSH and read back, and nothing else is read', () => {
    expect(sshString('ab')).toEqual(Uint8Array.of(0, 0, 0, 2, 97, 98));
    expect(sshString(Uint8Array.of(7))).toEqual(Uint8Array.of(0, 0, 0, 1, 7));
    expect(bytesInBlob(sshBlob(key))).toEqual(key);
    expect(keyInBlob(sshBlob(key))).toEqual(key);
    expect(keyInLine(line)).toEqual(key);
    expect(line).toMatch(/^ssh-ed25519 AAAA/);
    for (const bad of [
      sshBlob(key).slice(1),
      concatBytes(sshBlob(key), Uint8Array.of(0)),
      concatBytes(sshString('ssh-ed25518'), sshString(key)),
      new Uint8Array(),
    ]) {
      expect(bytesInBlob(bad)).toBeNull();
      expect(keyInBlob(bad)).toBeNull();
    }
    for (const bad of [
      line.replace('ssh-ed25519', 'ssh-rsa'),
      `${line} comment`,
      `${line} `,
      ` ${line}`,
      'ssh-ed25519',
      'ssh-ed25519 ',
      'ssh-ed25519 !!!!',
      line.slice(0, -1),
      '',
    ])
      expect(keyInLine(bad), bad).toBeNull();
  });

  it('is compared by its fingerprint: as ssh-keygen prints it, and in groups of four for the telephone', () => {
    const hash = sha256(sshBlob(key));
    const printed = Buffer.from(hash, 'hex').toString('base64').replace(/=+$/, '');
    expect(fingerprintOf(key)).toBe(`SHA256:${printed}`);
    expect(spokenFingerprint(key)).toBe(hash.replaceAll(/.{4}(?=.)/g, '$& '));
    expect(spokenFingerprint(key)).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  });
});

describe('the county’s age key', () => {
  it('is a recipient of 32 bytes in its one spelling', () => {
    const good = recipient(seed(3));
    expect(isRecipient(good)).toBe(true);
    for (const bad of [
      recipient(seed(3), 'agf'),
      recipient(new Uint8Array(31)),
      recipient(new Uint8Array(33)),
      good.toUpperCase(),
      good.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')),
      `${good} `,
      ` ${good}`,
      good.slice(0, -1),
      'age1',
      '',
      // 52 letters of five bits are four bits more than 32 bytes: these must be zero.
      bech32.encode('age', [...bech32.toWords(seed(3)).slice(0, -1), 1]),
    ])
      expect(isRecipient(bad), bad).toBe(false);
  });
});

describe('a signature', () => {
  const message = bytesOf('message');
  const armored = sign(message, namespaces.export, secret);

  it('is for one purpose: these, no two alike, and for ever by these names', () => {
    expect(namespaces).toEqual({
      export: 'monthly-export.v1@nuantuo.example',
      enrol: 'enroll.v1@nuantuo.example',
      receipt: 'receipt.v1@nuantuo.example',
      resync: 'resync.v1@nuantuo.example',
      countyKey: 'county-key.v1@nuantuo.example',
      rotate: 'rotate.v1@nuantuo.example',
      secondKey: 'second-key.v1@nuantuo.example',
      complaint: 'complaint.v1@nuantuo.example',
    });
  });

  it('holds over its message, with its key, for its purpose, and over nothing else', () => {
    const signature = parseSignature(armored);
    expect(signature).toMatchObject({ key, namespace: namespaces.export });
    expect(holds(signature, message)).toBe(true);
    expect(holds(signature, bytesOf('massage'))).toBe(false);
    expect(holds({ ...signature, key: other }, message)).toBe(false);
    expect(holds({ ...signature, namespace: namespaces.receipt }, message)).toBe(false);
  });

  it('does not hold when it is too short or too long, or its key is no point', () => {
    const signature = parseSignature(armored);
    const { value } = signature;
    for (const bad of [new Uint8Array(), value.slice(0, 63), concatBytes(value, Uint8Array.of(0)), seed(0)])
      expect(holds({ ...signature, value: bad }, message)).toBe(false);
    for (const bad of [seed(255), new Uint8Array(31), new Uint8Array()])
      expect(holds({ ...signature, key: bad }, message)).toBe(false);
  });

  const value = concatBytes(sshString('ssh-ed25519'), sshString(parseSignature(armored).value));
  const purpose = (length: number) => around(sshBlob(key), 'x'.repeat(length), '', 'sha512', value);
  const MALFORMED = { code: 'SIGNATURE_MALFORMED' };

  it('has five parts, of which the name of its purpose is text', () => {
    const parts = [sshBlob(key), namespaces.export, '', 'sha512', value] as const;
    expect(around(...parts)).toEqual(armored);
    for (const bad of [
      [],
      parts.slice(0, 1),
      parts.slice(0, 2),
      parts.slice(0, 4),
      [...parts, ''],
      [parts[0], Uint8Array.of(0xff), ...parts.slice(2)],
      [...parts.slice(0, 4), ''],
    ])
      expect(refusalOf(() => parseSignature(around(...bad)))).toEqual(MALFORMED);
  });

  it('is read in its one armor, which is no longer than four thousand signs', () => {
    const text = new TextDecoder().decode(armored);
    for (const bad of [
      '',
      '\n',
      text.replace('BEGIN', 'begin'),
      text.replace('\n-----END', '-----END'),
      text.replace('U1NIU0lH', 'U1NIU0l!'),
      text.replace('U1NIU0lH', 'U1NI U0lH'),
      text.replaceAll('\n', ''),
      `x${text}`,
      `${text}x`,
      `${text}\n`,
    ])
      expect(
        refusalOf(() => parseSignature(bytesOf(bad))),
        bad,
      ).toEqual(MALFORMED);
    expect(refusalOf(() => parseSignature(Uint8Array.of(0xff)))).toEqual(MALFORMED);
    expect(purpose(2760).length).toBeLessThanOrEqual(4096);
    expect(parseSignature(purpose(2760)).namespace).toHaveLength(2760);
    expect(purpose(2830).length).toBeGreaterThan(4096);
    expect(refusalOf(() => parseSignature(purpose(2830)))).toEqual(MALFORMED);
  });
});
