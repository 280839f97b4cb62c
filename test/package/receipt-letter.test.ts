import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/package/canonical.ts';
import { writeCountyCard } from '../../shared/package/county-card.ts';
import { fingerprintOf, publicKeyOf } from '../../shared/package/key.ts';
import { writeLetter } from '../../shared/package/letter.ts';
import {
  answerKinds,
  readAnswer,
  receiptFileName,
  resyncFileName,
  writeReceipt,
  writeResync,
  type Receipt,
  type ResyncToken,
} from '../../shared/package/receipt.ts';
import { namespaces, type Namespace } from '../../shared/package/sshsig.ts';
import { CENTER, keyFor, RECIPIENT } from '../support/packages.ts';

const countyKey = keyFor('county');
const keyId = fingerprintOf(publicKeyOf(countyKey));
const NOTHING = new Uint8Array();
const receipt: Receipt = {
  format: 'tuoyang-receipt',
  version: 1,
  center: CENTER,
  county: '411799',
  epoch: 1,
  seq: 2,
  statement_hash: '1a2b3c4d'.padEnd(64, 'e'),
  verdict: 'refused',
  code: 'ROW_VALUE',
  facts: { table: 'pay', line: 7 },
  next_seq: 2,
  last_hash: 'f'.repeat(64),
  signers: [keyId],
  received_on: '2026-11-05',
  key_id: keyId,
};
const token: ResyncToken = {
  format: 'tuoyang-resync',
  version: 1,
  center: CENTER,
  county: '411799',
  last_epoch: 1,
  last_seq: 3,
  last_hash: 'f'.repeat(64),
  next_epoch: 2,
  confirmed_by: ['甲', '乙'],
  confirmed_on: '2026-11-05',
  key_id: keyId,
};
const card = (key = countyKey) =>
  writeCountyCard({ county: '411799', number: 1, recipient: RECIPIENT, next: null }, key);
const bytes = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
/** What a county with another program could sign. */
const signed = (value: object, namespace: Namespace = namespaces.receipt) =>
  writeLetter(value as Json, namespace, countyKey);
const reads = (value: object, namespace?: Namespace) => readAnswer(signed(value, namespace)) !== null;

/** Each field with contents that are its own, and contents that are not. */
type Cases = Readonly<Record<string, { right?: readonly unknown[]; wrong: readonly unknown[] }>>;
const nine = { right: ['000000000'], wrong: ['41179910', '4117991011', '41179910x', 411_799_101] };
const six = { right: ['000000'], wrong: ['41179', '4117991', '41179x', 411_799] };
const place = { right: [1, 999_999], wrong: [0, -1, 1_000_000, '1', null] };
const hash = { right: ['0'.repeat(64)], wrong: ['f'.repeat(63), 'f'.repeat(65), 'F'.repeat(64), '', null] };
const theDay = { right: ['2024-02-29'], wrong: ['2026-02-30', '2026-11-5', '', '2026-11-05T00:00', null] };
const ownKey = { wrong: [fingerprintOf(publicKeyOf(keyFor('other'))), '', `${keyId} `, null] };

const inReceipt: Cases = {
  format: { wrong: ['tuoyang-resync', ''] },
  version: { wrong: [0, 2, '1'] },
  center: nine,
  county: six,
  epoch: place,
  seq: place,
  statement_hash: hash,
  verdict: { right: ['waiting'], wrong: ['accepted', 'Refused', '', null] },
  code: { right: ['GAP', 'FORK'], wrong: ['row_value', '', null] },
  facts: {
    right: [{}, { ['k'.repeat(40)]: 'v'.repeat(100) }, { n: -5 }],
    wrong: [{ ['k'.repeat(41)]: 1 }, { k: 'v'.repeat(101) }, { k: null }, { k: true }, { k: {} }, [], null],
  },
  next_seq: place,
  last_hash: hash,
  signers: {
    right: [[], Array.from({ length: 8 }, () => keyId), [`SHA256:${'+/Az09'.padEnd(43, 'x')}`]],
    wrong: [
      Array.from({ length: 9 }, () => keyId),
      [keyId, keyId.slice(0, -1)],
      [`${keyId}A`],
      [` ${keyId}`],
      [keyId.replace('SHA256:', 'SHA512:')],
      [`SHA256:${'x'.repeat(42)}-`],
      [7],
      keyId,
    ],
  },
  received_on: theDay,
  key_id: ownKey,
};

const inToken: Cases = {
  format: { wrong: ['tuoyang-receipt', ''] },
  version: { wrong: [0, 2, '1'] },
  center: nine,
  county: six,
  last_epoch: place,
  last_seq: { right: [0, 999_999], wrong: [-1, 1_000_000, '1', null] },
  last_hash: hash,
  next_epoch: place,
  confirmed_by: {
    right: [
      ['甲', '乙'.repeat(40)],
      ['甲'.repeat(40), '乙'],
      [' ', ' '],
    ],
    wrong: [
      ['甲', ''],
      ['', '乙'],
      ['甲', '乙'.repeat(41)],
      ['甲'.repeat(41), '乙'],
      ['甲'],
      ['甲', '乙', '丙'],
    ],
  },
  confirmed_on: theDay,
  key_id: ownKey,
};

describe('what the county answers', () => {
  it('reads as it was written, with the county’s card below it or without', () => {
    const { format: _format, version: _version, ...facts } = receipt;
    expect(readAnswer(writeReceipt(facts, countyKey, card()))).toEqual({
      letter: { kind: 'receipt', receipt },
      signedBy: publicKeyOf(countyKey),
      card: expect.objectContaining({ county: '411799', recipient: RECIPIENT }),
    });
    expect(readAnswer(writeReceipt(facts, countyKey, NOTHING))?.card).toBeNull();
    const { format: _kind, version: _one, ...rest } = token;
    expect(readAnswer(writeResync(rest, countyKey, card()))).toMatchObject({
      letter: { kind: 'resync', token },
      signedBy: publicKeyOf(countyKey),
      card: { key: publicKeyOf(countyKey) },
    });
    expect(readAnswer(writeResync(rest, countyKey, NOTHING))?.card).toBeNull();
  });

  it('is the same to the byte when it is written twice', () => {
    expect(writeReceipt(receipt, countyKey, card())).toEqual(writeReceipt(receipt, countyKey, card()));
  });

  it('is not written otherwise than it may be read', () => {
    expect(() => writeReceipt({ ...receipt, seq: 0 }, countyKey, NOTHING)).toThrow('seq');
    expect(() => writeResync({ ...token, next_epoch: 0 }, countyKey, NOTHING)).toThrow('next_epoch');
  });

  it('was taken without a reason, or not taken for one', () => {
    expect(reads({ ...receipt, verdict: 'accepted', code: null })).toBe(true);
    expect(reads({ ...receipt, verdict: 'accepted' })).toBe(false);
    for (const verdict of ['waiting', 'refused'])
      expect(reads({ ...receipt, verdict, code: null })).toBe(false);
  });

  for (const [kind, letter, cases, namespace] of [
    ['receipt', receipt, inReceipt, namespaces.receipt],
    ['token', token, inToken, namespaces.resync],
  ] as const) {
    it(`is a ${kind} only when every field holds what it should, and there is none besides`, () => {
      expect(Object.keys(cases)).toEqual(Object.keys(letter));
      expect(reads(letter, namespace)).toBe(true);
      for (const [field, { right = [], wrong }] of Object.entries(cases)) {
        for (const value of right)
          expect(reads({ ...letter, [field]: value }, namespace), `${field} ${JSON.stringify(value)}`).toBe(
            true,
          );
        for (const value of wrong)
          expect(reads({ ...letter, [field]: value }, namespace), `${field} ${JSON.stringify(value)}`).toBe(
            false,
          );
        const without = Object.fromEntries(Object.entries(letter).filter(([name]) => name !== field));
        expect(reads(without, namespace), `without ${field}`).toBe(false);
      }
      expect(reads({ ...letter, more: 1 }, namespace)).toBe(false);
    });

    it(`is a ${kind} only under the namespace of its kind`, () => {
      for (const other of Object.values(namespaces))
        expect(reads(letter, other), other).toBe(other === namespace);
    });
  }

  it('is nothing when the file is empty, longer than its two parts, or has them in the other order', () => {
    const letter = signed(receipt);
    expect(readAnswer(bytes(letter, card()))).not.toBeNull();
    for (const file of [
      NOTHING,
      card(),
      bytes(card(), letter),
      bytes(letter, letter),
      bytes(letter, card(), card()),
      bytes(letter, card(), Uint8Array.of(0x0a)),
      bytes(letter, Uint8Array.of(0x0a)),
      letter.subarray(0, -1),
    ])
      expect(readAnswer(file)).toBeNull();
  });

  it('comes with the card of the same key alone', () => {
    expect(readAnswer(bytes(signed(receipt), card(keyFor('other'))))).toBeNull();
    expect(readAnswer(bytes(signed(token, namespaces.resync), card(keyFor('other'))))).toBeNull();
  });

  it('is named for people, so that ten of them on a stick can be told apart', () => {
    expect(receiptFileName(receipt)).toBe('TYX1_411799101_E1_S000002_1a2b3c4d.receipt');
    expect(resyncFileName(token)).toBe('TYX1_411799101_E2.resync');
    expect(answerKinds).toEqual(['.receipt', '.resync']);
  });
});
