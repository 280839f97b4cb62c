import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/county/open-package.ts';
import { month } from '../../shared/calendar/day.ts';
import type { Json } from '../../shared/package/canonical.ts';
import { writeLetter } from '../../shared/package/letter.ts';
import { readSecondKeyLetter, writeSecondKeyLetter } from '../../shared/package/second-key.ts';
import { sm2KeyOf } from '../../shared/package/sm2.ts';
import { namespaces } from '../../shared/package/sshsig.ts';
import { unpack } from '../../shared/package/tar.ts';
import { aCounty } from '../support/county-office.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { readyHouse } from '../support/october.ts';
import { aStatement, CENTER, centreKey, IDENTITY, keyFor, sealed, secondKey } from '../support/packages.ts';

const OCTOBER = { month: month('2026-10'), correction: false };
const bytesOf = (file: { base64: string }) => new Uint8Array(Buffer.from(file.base64, 'base64'));
const namesIn = async (file: { base64: string }) =>
  unpack(await openPackage(bytesOf(file), [IDENTITY])).map(({ name }) => name);

const bodyOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0x0a)));

const letter = (use: 'begin' | 'end', first = centreKey, second = secondKey) =>
  writeSecondKeyLetter(
    { center: CENTER, county: CENTER.slice(0, 6), name: '柳河镇托养中心', use },
    second,
    first,
  );

describe('the second signature of a centre', () => {
  it('is off until the director switches it on; then a key is made once, and every package carries it', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    expect(await director.package.secondSignature({})).toEqual({ key: null });
    const file = await director.package.setSecondSignature({ on: true });
    expect(file.name).toBe('TYX1_411799101.sm2');
    const { key } = await director.package.secondSignature({});
    expect(readSecondKeyLetter(bytesOf(file))).toMatchObject({
      center: CENTER,
      use: 'begin',
      key: key?.publicKey,
    });
    // A letter that was lost is written again, for the same key.
    expect(await director.package.setSecondSignature({ on: true })).toEqual(file);
    expect(await namesIn((await director.package.build(OCTOBER)).file)).toContain('SHA256SUMS.sm2');
  });

  it('is off again when the director says so; the letter that ends it is written as often as needed', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    expect(await refusalOf(director.package.setSecondSignature({ on: false }))).toMatchObject({
      code: 'NOTHING_CHANGED',
    });
    const begun = readSecondKeyLetter(bytesOf(await director.package.setSecondSignature({ on: true })));
    const ending = await director.package.setSecondSignature({ on: false });
    expect(readSecondKeyLetter(bytesOf(ending))).toMatchObject({ use: 'end', key: begun?.key });
    expect(await director.package.setSecondSignature({ on: false })).toEqual(ending);
    expect(await namesIn((await director.package.build(OCTOBER)).file)).not.toContain('SHA256SUMS.sm2');
    const anew = readSecondKeyLetter(bytesOf(await director.package.setSecondSignature({ on: true })));
    expect(anew?.key).not.toBe(begun?.key);
  });

  it('leaves a line in the log, and never lets its private key out', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const answers = [
      await director.package.setSecondSignature({ on: true }),
      await director.package.secondSignature({}),
      await director.package.build(OCTOBER),
    ];
    const line = `SELECT action, object, detail FROM audit WHERE action = 'package.setSecondSignature'`;
    const { publicKey } = (await director.package.secondSignature({})).key ?? { publicKey: '' };
    expect(house.raw.prepare(line).all()).toEqual([
      {
        action: 'package.setSecondSignature',
        object: 'second-signature',
        detail: expect.stringContaining(publicKey),
      },
    ]);
    const { private_key: secret } = house.raw.prepare('SELECT private_key FROM second_key').get() as {
      private_key: Buffer;
    };
    expect(JSON.stringify(answers)).not.toContain(secret.toString('hex'));
    expect(JSON.stringify(answers)).not.toContain(secret.toString('base64').slice(0, 40));
  });
});

describe('the county', () => {
  /** A county with the centre enrolled, and its package of October in the second suite. */
  async function anOffice() {
    const county = await aCounty();
    const { archive } = aStatement({ recipient: county.recipient }, undefined, centreKey, secondKey);
    writeFileSync(county.at('a.tyx'), await sealed(archive, county.recipient));
    const hand = (bytes: Uint8Array) => {
      writeFileSync(county.at('a.sm2'), bytes);
      return county.run('enrol', county.at('a.sm2'), '--keys', county.at('.'));
    };
    return { county, hand };
  }

  it('takes a second signature once its key is enrolled, and from then on nothing without it', async () => {
    const { county, hand } = await anOffice();
    await county.package('plain.tyx');
    expect((await county.verify('plain.tyx')).code).toBe(0);
    expect((await county.verify('a.tyx')).out).toContain('没有登记该中心的国密公钥');
    const { code, out } = await hand(letter('begin'));
    expect([code, out.includes('已登记 柳河镇托养中心（411799101）的国密（SM2）公钥')]).toEqual([0, true]);
    expect((await county.verify('a.tyx')).code).toBe(0);
    expect((await county.verify('plain.tyx')).out).toContain('须有第二个签名');
    expect(readFileSync(county.at(`center-${CENTER}.sm2.pem`), 'utf8')).toMatch(
      /^-----BEGIN PUBLIC KEY-----\n/,
    );
    expect((await hand(letter('begin'))).error).toContain('已经登记过');
  });

  it('asks for it no more when the centre ended it', async () => {
    const { county, hand } = await anOffice();
    expect((await hand(letter('end'))).error).toContain('没有登记过');
    await hand(letter('begin'));
    expect((await hand(letter('end'))).out).toContain('已停用');
    await county.package('plain.tyx');
    expect((await county.verify('plain.tyx')).code).toBe(0);
    expect((await county.verify('a.tyx')).code).toBe(2);
  });

  it('lets a new key take the place of the old one', async () => {
    const { county, hand } = await anOffice();
    const other = keyFor('other').slice(16);
    await hand(letter('begin'));
    expect((await hand(letter('begin', centreKey, other))).code).toBe(0);
    expect(readFileSync(county.at('sm2_signers'), 'utf8').split('\n')).toHaveLength(3);
    expect((await county.verify('a.tyx')).out).toContain('国密（SM2）签名与内容不符');
  });

  it('enters no key that the centre’s enrolled key does not vouch for, and no letter that was altered', async () => {
    const { county, hand } = await anOffice();
    expect((await hand(letter('begin', keyFor('nobody')))).error).toContain('不是用已登记的签名钥匙签的');
    const good = new TextDecoder().decode(letter('begin'));
    const other = sm2KeyOf(keyFor('other').slice(16));
    for (const altered of [
      good.replace('"begin"', '"end"'),
      good.replace(sm2KeyOf(secondKey), other),
      good.replace('柳河镇', '柳沟镇'),
      good.slice(0, -1),
      `${good}x`,
    ])
      expect((await hand(new TextEncoder().encode(altered))).error).toContain('不是中心的登记文件');
    // Signed by the enrolled key, but the proof is another SM2 key's: nobody's key is entered in a centre's name without him.
    const line = JSON.parse(good.slice(0, good.indexOf('\n'))) as Record<string, string>;
    const proof = (JSON.parse(bodyOf(letter('begin', centreKey, keyFor('other').slice(16)))) as typeof line)[
      'proof'
    ];
    for (const change of [
      { proof },
      { sm2_key: other },
      { use: 'end' },
      { center: '411799102' },
      { extra: 'x' },
    ]) {
      const forged = writeLetter({ ...line, ...change } as Json, namespaces.secondKey, centreKey);
      expect(readSecondKeyLetter(forged), JSON.stringify(change)).toBeNull();
    }
    const otherKind = writeLetter(line, namespaces.enrol, centreKey);
    expect(readSecondKeyLetter(otherKind)).toBeNull();
    expect(readSecondKeyLetter(writeLetter(line, namespaces.secondKey, centreKey))).toMatchObject({
      use: 'begin',
    });
    expect((await county.verify('a.tyx')).out).toContain('没有登记该中心的国密公钥');
  });
});
