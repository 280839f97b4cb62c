import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { canonicalLine, type Json } from '../../shared/package/canonical.ts';
import { readCountyCard, writeCountyCard } from '../../shared/package/county-card.ts';
import { isCentre, readEnrolment, writeEnrolment } from '../../shared/package/enrolment.ts';
import { fingerprintOf, publicKeyOf, sshBlob, sshLine, sshString } from '../../shared/package/key.ts';
import { LONGEST_LETTER, readLetter, splitLetters, writeLetter } from '../../shared/package/letter.ts';
import { holds, namespaces, parseSignature, sign, type Namespace } from '../../shared/package/sshsig.ts';
import { CENTER, centreKey, keyFor, RECIPIENT } from '../support/packages.ts';

const key = keyFor('county');
const other = keyFor('other');
const value = { a: 1, b: '柳河镇' };
const bytes = (...parts: readonly (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

describe('a letter between centre and county', () => {
  const letter = () => writeLetter(value, namespaces.receipt, key);

  it('reads as it was written, and says who signed it', () => {
    expect(readLetter(letter(), namespaces.receipt)).toEqual({ value, signedBy: publicKeyOf(key) });
  });

  it('is nothing under another namespace, with a byte changed, or with a byte more', () => {
    for (const namespace of Object.values(namespaces))
      expect(readLetter(letter(), namespace) !== null, namespace).toBe(namespace === namespaces.receipt);
    const text = new TextDecoder().decode(letter());
    for (const forged of [
      text.replace('柳河镇', '清河镇'),
      text.replace('{"a":1', '{"a": 1'),
      `${text}\n`,
      ` ${text}`,
      text.slice(0, -1),
      text.slice(text.indexOf('\n') + 1),
      text.slice(0, text.indexOf('\n') + 1),
      '{"a":1}',
      '',
    ])
      expect(readLetter(bytes(forged), namespaces.receipt), forged.slice(0, 40)).toBeNull();
  });

  it('is nothing when what was signed is not one canonical line, though the signature holds', () => {
    const signedLine = (text: string) => bytes(text, sign(bytes(text), namespaces.receipt, key));
    expect(readLetter(signedLine('{"a":1}\n'), namespaces.receipt)).not.toBeNull();
    for (const text of ['{"a": 1}\n', '{"b":1,"a":1}\n', '{"a":1.5}\n', 'a\n', '\n', '{"a":1}', ''])
      expect(readLetter(signedLine(text), namespaces.receipt), text).toBeNull();
  });

  it('is as long as a letter may be, and not a byte longer', () => {
    const ofLength = (length: number) => writeLetter({ a: 'x'.repeat(length) }, namespaces.receipt, key);
    const room = LONGEST_LETTER - ofLength(0).length;
    expect(ofLength(room)).toHaveLength(LONGEST_LETTER);
    expect(readLetter(ofLength(room), namespaces.receipt)).not.toBeNull();
    expect(readLetter(ofLength(room + 1), namespaces.receipt)).toBeNull();
  });

  it('is nothing when the key is no proper one, though its signature holds', () => {
    // A key with a torsion part: whoever knows its scalar signs, and implementations disagree about the signature.
    const torsion = ed25519.Point.fromHex(
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      false,
    );
    const { BASE, Fn } = ed25519.Point;
    const [secret, nonce] = [12_345n, 67_890n];
    const improper = BASE.multiply(secret).add(torsion).toBytes();
    const line = canonicalLine(value);
    const signed = bytes(
      'SSHSIG',
      ...[namespaces.receipt, '', 'sha512', sha512(line)].map((part) => sshString(part)),
    );
    const point = BASE.multiply(nonce).toBytes();
    const challenge = sha512(bytes(point, improper, signed)).reduceRight(
      (sum, byte) => sum * 256n + BigInt(byte),
      0n,
    );
    const scalar = Fn.toBytes(Fn.create(nonce + challenge * secret));
    const blob = bytes(
      'SSHSIG',
      Uint8Array.of(0, 0, 0, 1),
      ...[
        sshBlob(improper),
        namespaces.receipt,
        '',
        'sha512',
        bytes(sshString('ssh-ed25519'), sshString(bytes(point, scalar))),
      ].map((part) => sshString(part)),
    );
    const lines = base64.encode(blob).replaceAll(/.{1,70}/g, '$&\n');
    const armored = bytes(`-----BEGIN SSH SIGNATURE-----\n${lines}-----END SSH SIGNATURE-----\n`);
    expect(holds(parseSignature(armored), line)).toBe(true);
    expect(readLetter(bytes(line, armored), namespaces.receipt)).toBeNull();
  });

  it('stands alone or with others in a file, and whatever follows the last is told apart', () => {
    const [one, two] = [letter(), writeLetter({ c: 2 }, namespaces.resync, other)];
    const texts = (file: Uint8Array) => splitLetters(file).map((part) => new TextDecoder().decode(part));
    const text = (part: Uint8Array) => new TextDecoder().decode(part);
    expect(splitLetters(new Uint8Array())).toEqual([]);
    expect(texts(one)).toEqual([text(one)]);
    expect(texts(bytes(one, two))).toEqual([text(one), text(two)]);
    expect(texts(bytes(one, two, 'x'))).toEqual([text(one), text(two), 'x']);
    expect(texts(bytes('no letter'))).toEqual(['no letter']);
    expect(texts(bytes(one, '-----END SSH SIGNATURE-----'))).toEqual([
      text(one),
      '-----END SSH SIGNATURE-----',
    ]);
    expect(texts(bytes(one, '-----END SSH SIGNATURE-----\n'))).toEqual([
      text(one),
      '-----END SSH SIGNATURE-----\n',
    ]);
  });
});

/** Every field of a letter with contents that it must not have. */
type Wrong = Readonly<Record<string, readonly unknown[]>>;
function refusals(
  line: Readonly<Record<string, unknown>>,
  wrong: Wrong,
  reads: (line: object) => boolean,
): string[] {
  expect(Object.keys(wrong)).toEqual(Object.keys(line));
  expect(reads(line)).toBe(true);
  const tried = Object.entries(wrong).flatMap(([field, values]) => [
    ...values.map((bad) => [`${field} ${JSON.stringify(bad)}`, { ...line, [field]: bad }] as const),
    [
      `without ${field}`,
      Object.fromEntries(Object.entries(line).filter(([name]) => name !== field)),
    ] as const,
  ]);
  return [...tried, ['more', { ...line, more: 1 }] as const]
    .filter(([, forged]) => reads(forged))
    .map(([what]) => what);
}

describe('the card of a county', () => {
  const card = { county: '411799', number: 7, recipient: RECIPIENT, next: null };
  const later = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
  const line = {
    format: 'tuoyang-county',
    version: 1,
    county: '411799',
    number: 7,
    recipient: RECIPIENT,
    next_recipient: null,
    public_key: sshLine(publicKeyOf(key)),
    key_id: fingerprintOf(publicKeyOf(key)),
  };
  const signed = (content: object, namespace: Namespace = namespaces.countyKey) =>
    readCountyCard(writeLetter(content as Json, namespace, key));

  it('reads as it was written, with the next key or without', () => {
    expect(readCountyCard(writeCountyCard(card, key))).toEqual({ ...card, key: publicKeyOf(key) });
    expect(readCountyCard(writeCountyCard({ ...card, next: later }, key))?.next).toBe(later);
    expect(signed(line)).toEqual({ ...card, key: publicKeyOf(key) });
  });

  it('is not written otherwise than it may be read', () => {
    expect(() => writeCountyCard({ ...card, number: 0 }, key)).toThrow('number');
  });

  it('is signed by the key that stands in it, as a card', () => {
    expect(readCountyCard(writeLetter(line, namespaces.countyKey, other))).toBeNull();
    for (const namespace of Object.values(namespaces))
      expect(signed(line, namespace) !== null, namespace).toBe(namespace === namespaces.countyKey);
  });

  it('is refused when a field holds what it should not, is missing, or is one too many', () => {
    const wrong: Wrong = {
      format: ['tuoyang-enroll', ''],
      version: [2, '1'],
      county: ['41179', '4117991', '41179x', 411_799],
      number: [0, -1, 1_000_000, '7', null],
      recipient: ['', 'age1', RECIPIENT.toUpperCase(), null],
      next_recipient: ['', 'age1', RECIPIENT, 7],
      public_key: ['', 'ssh-ed25519 AAAA', sshLine(publicKeyOf(other)), `${line.public_key} x`, null],
      key_id: ['', fingerprintOf(publicKeyOf(other)), null],
    };
    expect(refusals(line, wrong, (forged) => signed(forged) !== null)).toEqual([]);
    expect(signed({ ...line, number: 999_999 })).not.toBeNull();
    expect(signed({ ...line, number: 1 })).not.toBeNull();
  });
});

describe('the enrolment of a centre', () => {
  const centre = { center: CENTER, county: '411799', name: '柳河镇托养中心' };
  const own = publicKeyOf(centreKey);
  const line = {
    format: 'tuoyang-enroll',
    version: 1,
    center: CENTER,
    county: '411799',
    center_name: '柳河镇托养中心',
    public_key: sshLine(own),
    key_id: fingerprintOf(own),
  };
  const signed = (content: object, namespace: Namespace = namespaces.enrol) =>
    readEnrolment(writeLetter(content as Json, namespace, centreKey));

  it('reads as it was written, its name in one form however it was typed', () => {
    expect(readEnrolment(writeEnrolment(centre, centreKey))).toEqual({ ...centre, key: own });
    expect(signed(line)).toEqual({ ...centre, key: own });
    expect(readEnrolment(writeEnrolment({ ...centre, name: '柳河镇 Cafe\u0301' }, centreKey))?.name).toBe(
      '柳河镇 Caf\u00e9',
    );
  });

  it('proves that the sender has the key that it names', () => {
    expect(readEnrolment(writeLetter(line, namespaces.enrol, other))).toBeNull();
    for (const namespace of Object.values(namespaces))
      expect(signed(line, namespace) !== null, namespace).toBe(namespace === namespaces.enrol);
  });

  it('is refused when a field holds what it should not, is missing, or is one too many', () => {
    const wrong: Wrong = {
      format: ['tuoyang-county', ''],
      version: [2, '1'],
      center: ['41179910', '411702101', 411_799_101, null],
      county: ['411702', 411_799, null],
      center_name: ['柳', '柳'.repeat(81), 7, null],
      public_key: ['', 'ssh-ed25519 AAAA', sshLine(publicKeyOf(other)), 7, null],
      key_id: ['', fingerprintOf(publicKeyOf(other)), null],
    };
    expect(refusals(line, wrong, (forged) => signed(forged) !== null)).toEqual([]);
    for (const content of [null, 7, 'x', [], [line]]) expect(signed(content as object)).toBeNull();
  });

  it('names a centre as it may stand in the county’s list', () => {
    const is = (change: Partial<typeof centre>) =>
      isCentre(change.center ?? CENTER, change.county ?? '411799', change.name ?? centre.name);
    expect(is({})).toBe(true);
    for (const name of ['柳河', '柳'.repeat(80)]) expect(is({ name }), name).toBe(true);
    for (const name of ['柳', '柳'.repeat(81), '柳河\n', '\u202e柳河', '柳\u0000河', '柳河\u200b'])
      expect(is({ name }), JSON.stringify(name)).toBe(false);
    for (const center of ['4117991010', '41179910', '41179910x', 'x411799101'])
      expect(is({ center }), center).toBe(false);
    expect(is({ county: '411702' })).toBe(false);
    expect(is({ county: '4117991' })).toBe(false);
  });
});
