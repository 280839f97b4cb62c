import { describe, expect, it } from 'vitest';
import {
  LETTER_SIZE,
  readComplaintLetter,
  writeComplaintLetter,
  type ComplaintLetter,
} from '../../shared/complaints/letter.ts';
import { bytesOf } from '../../shared/package/bytes.ts';
import { canonicalLine } from '../../shared/package/canonical.ts';
import { publicKeyOf } from '../../shared/package/key.ts';
import { writeLetter } from '../../shared/package/letter.ts';
import { namespaces } from '../../shared/package/sshsig.ts';
import { aCounty } from '../support/county-office.ts';
import { CENTER, centreKey, keyFor, sealed } from '../support/packages.ts';
import { writeFileSync } from 'node:fs';

const letter: ComplaintLetter = {
  center: CENTER,
  center_name: '柳河镇托养中心',
  number: '012345678901',
  place: 3,
  before_sha256: 'ab'.repeat(32),
  sealed_at: '2026-11-01T01:00:00.000Z',
  happened_on: '2026-10-30',
  happened_time: '傍晚',
  where: '办公室',
  resident: '',
  concern_kind: 'account',
  concern: '王主任',
  kind: 'sexual',
  teller: 'anonymous',
  teller_name: '',
  said: '第一行\n第二行',
  done_at_once: '陪她回房',
  doer: '李护士',
  typist: '李护士',
};
const facts = { format: 'tuoyang-complaint', version: 1, ...letter };

/** Any bytes in the size of a letter. */
function filled(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(LETTER_SIZE).fill(0x0a);
  whole.set(bytes);
  return whole;
}

describe('a letter to the county', () => {
  it('is read back as it was written, signed or not, always of one size', () => {
    const signed = writeComplaintLetter(letter, centreKey);
    const unsigned = writeComplaintLetter(letter, null);
    expect([signed.length, unsigned.length]).toEqual([LETTER_SIZE, LETTER_SIZE]);
    expect(readComplaintLetter(signed)).toEqual({ letter, signedBy: publicKeyOf(centreKey) });
    expect(readComplaintLetter(unsigned)).toEqual({ letter, signedBy: null });
  });

  it('is brought to one form of characters, since only that is signed', () => {
    const typed = { ...letter, said: 'e\u0301' };
    expect(readComplaintLetter(writeComplaintLetter(typed, centreKey))?.letter.said).toBe('\u00e9');
  });

  it('holds the longest texts that the form takes', () => {
    const long = {
      ...letter,
      said: '"'.repeat(2000),
      done_at_once: '述'.repeat(1000),
      where: '地'.repeat(100),
      concern: '名'.repeat(60),
    };
    expect(readComplaintLetter(writeComplaintLetter(long, centreKey))?.letter).toEqual(long);
    const widest = { ...long, said: '述'.repeat(2000) };
    expect(readComplaintLetter(writeComplaintLetter(widest, centreKey))?.letter).toEqual(widest);
  });

  it('is none with a byte changed, a signature of another kind, a field more, or signs that move a screen', () => {
    const signed = writeComplaintLetter(letter, centreKey);
    const changed = signed.slice();
    changed[200] = (changed[200] ?? 0) ^ 1;
    expect(readComplaintLetter(changed)).toBeNull();
    expect(readComplaintLetter(signed.subarray(0, -1))).toBeNull();
    expect(readComplaintLetter(filled(writeLetter(facts, namespaces.receipt, centreKey)))).toBeNull();
    for (const odd of [
      { ...facts, more: 1 },
      { ...facts, version: 2 },
      { ...facts, said: '\u001b[2J' },
      { ...facts, said: '\u202e' },
      { ...facts, place: 0 },
      { ...facts, number: '1' },
    ])
      expect(readComplaintLetter(filled(canonicalLine(odd)))).toBeNull();
    expect(readComplaintLetter(filled(bytesOf('\n')))).toBeNull();
    expect(readComplaintLetter(new Uint8Array(LETTER_SIZE).fill(0x0a))).toBeNull();
    expect(readComplaintLetter(filled(canonicalLine(facts)))).toEqual({ letter, signedBy: null });
  });
});

describe('the county, of a letter', () => {
  it('says whether this centre signed it, and shows it all the same when it did not', async () => {
    const county = await aCounty();
    const open = async (name: string, key: Uint8Array | null) => {
      writeFileSync(county.at(name), await sealed(writeComplaintLetter(letter, key), county.recipient));
      return county.run('open-complaint', county.at(name), '--key', county.at('county.key'));
    };
    const good = await open('good', centreKey);
    expect(good.out).toMatch(/签名有效/);
    expect(good.out).toMatch(/性侵害[\s\S]*王主任[\s\S]*第一行\n {4}第二行[\s\S]*第 3 封/);
    expect((await open('other', keyFor('somebody'))).out).toMatch(/没有登记在该中心名下/);
    expect((await open('none', null)).out).toMatch(/没有签名/);
    await county.run('revoke', CENTER, '--keys', county.at('.'));
    expect((await open('late', centreKey)).out).toMatch(/已作废/);
    const missing = await county.run('open-complaint', '--key', county.at('county.key'));
    expect(missing).toMatchObject({ code: 1 });
  });
});
