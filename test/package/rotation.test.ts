import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { fingerprintOf, publicKeyOf } from '../../shared/package/key.ts';
import { writeRotation } from '../../shared/package/rotation.ts';
import { readSigners } from '../../shared/package/signers.ts';
import { aCounty, run } from '../support/county-office.ts';
import { countyFor, TWO } from '../support/county-and-centre.ts';
import { aHouse, refusalOf, type TestHouse } from '../support/house.ts';
import { readyHouse } from '../support/october.ts';
import { CENTER, centreKey, keyFor } from '../support/packages.ts';

const OCTOBER = { month: month('2026-10'), correction: false };
const CENTRE = { center: CENTER, county: '411799', name: '柳河镇托养中心' };
const next = keyFor('next');
let turn = 0;
const change = (house: TestHouse) => {
  turn += 1;
  house.raw.exec(`UPDATE device SET name = '轮椅${turn}' WHERE id = 'd1'`);
  house.pass(1000);
};

async function aCentre() {
  const house = await aHouse({ today: '2026-11-05' });
  const director = await readyHouse(house);
  return { house, director, county: await countyFor(director) };
}

describe('a change of the centre’s key', () => {
  it('makes both keys good for sixty days at the county, then only the new one', async () => {
    const county = await aCounty();
    writeFileSync(county.at('x.rotate'), writeRotation(CENTRE, centreKey, next));
    const { code, out } = await run('rotate', county.at('x.rotate'), '--keys', county.at('.'));
    expect([code, out.includes('旧公钥用到 2027年1月3日')]).toEqual([0, true]);
    const signers = readSigners(readFileSync(county.at('allowed_signers'), 'utf8'));
    expect(signers.map(({ after, before }) => [after, before])).toEqual([
      ['2026-11-05', '2027-01-04'],
      ['2026-11-05', '2028-11-04'],
    ]);
    await county.package('old.tyx');
    await county.package('new.tyx', {}, next);
    for (const [name, on, exit] of [
      ['old.tyx', '2027-01-03', 0],
      ['new.tyx', '2027-01-03', 0],
      ['old.tyx', '2027-01-04', 2],
      ['new.tyx', '2027-01-04', 0],
    ] as const)
      expect((await county.verify(name, '--on', on)).code, `${name} ${on}`).toBe(exit);
    expect((await run('rotate', county.at('x.rotate'), '--keys', county.at('.'))).error).toContain(
      '已经登记过',
    );
  });

  it('is not taken on the word of a key that is unknown, has ended or was revoked, nor for a key of another centre', async () => {
    const county = await aCounty();
    const rotate = async (old: Uint8Array, key: Uint8Array, ...more: string[]) => {
      writeFileSync(county.at('x.rotate'), writeRotation(CENTRE, old, key));
      return (await run('rotate', county.at('x.rotate'), '--keys', county.at('.'), ...more)).error;
    };
    expect(await rotate(keyFor('stranger'), next)).toContain('旧公钥没有登记');
    expect(await rotate(centreKey, next, '--on', '2028-11-04')).toContain('旧公钥没有登记');
    await county.enrol('411799102', keyFor('neighbour'));
    expect(await rotate(centreKey, keyFor('neighbour'))).toContain('别的中心');
    await run('revoke', CENTER, '--keys', county.at('.'));
    expect(await rotate(centreKey, next)).toContain('旧公钥没有登记');
    writeFileSync(county.at('x.rotate'), 'x');
    expect((await run('rotate', county.at('x.rotate'), '--keys', county.at('.'))).error).toContain(
      '不是换钥文件',
    );
  });

  it('is used by the centre as soon as a receipt shows that the county knows it', async () => {
    const { house, director, county } = await aCentre();
    const first = await director.package.build(OCTOBER);
    const before = (await director.package.keys({})).signing?.fingerprint;
    const file = await director.package.rotateKey({});
    expect(await director.package.rotateKey({})).toEqual(file);
    const { signing, nextSigning } = await director.package.keys({});
    expect([signing?.fingerprint, nextSigning !== null]).toEqual([before, true]);

    await run('rotate', county.at(county.write(file)), '--keys', county.at('.'));
    const { receipt } = await county.handIn(first.file);
    if (!receipt) throw new Error('no receipt');
    expect(await director.package.importAnswer({ file: receipt })).toMatchObject({ keyBegun: true });
    const after = await director.package.keys({});
    expect([after.signing?.fingerprint, after.nextSigning]).toEqual([nextSigning?.fingerprint, null]);
    change(house);
    const second = await director.package.build({ ...OCTOBER, correction: true });
    expect((await county.handIn(second.file)).report).toMatchObject({ verdict: 'accepted' });
  });

  it('may be used by hand, and not when there is none', async () => {
    const { director } = await aCentre();
    expect((await refusalOf(director.package.useNextKey({}))).code).toBe('NO_NEXT_KEY');
    await director.package.rotateKey({});
    const { fingerprint } = await director.package.useNextKey({});
    expect((await director.package.keys({})).signing?.fingerprint).toBe(fingerprint);
    const other = await (await aHouse()).as('director');
    for (const request of [other.package.rotateKey({}), other.package.replaceLostKey({ reason: '被盗' })])
      expect((await refusalOf(request)).code).toBe('SIGNING_KEY_MISSING');
  });
});

describe('a key that was lost or stolen', () => {
  it('ends at once on both sides; the new one is enrolled by paper and begins a new epoch by a token', async () => {
    const { house, director, county } = await aCentre();
    const first = await director.package.build(OCTOBER);
    await county.handIn(first.file);
    const stolen = (await director.package.keys({})).signing?.fingerprint ?? '';
    const enrolment = await director.package.replaceLostKey({ reason: '11月3日电脑被盗' });
    expect(house.raw.prepare('SELECT detail FROM audit ORDER BY seq DESC LIMIT 1').pluck().get()).toBe(
      'replaced: 11月3日电脑被盗',
    );
    const { out } = await run('revoke', CENTER, '--keys', county.at('.'));
    expect(out).toContain(stolen);
    expect((await county.enrolFile(enrolment)).code).toBe(0);
    change(house);
    const begun = await director.package.build(OCTOBER);
    expect(begun.package).toMatchObject({ epoch: 2, seq: 1 });
    expect((await county.handIn(begun.file)).report).toMatchObject({ code: 'EPOCH_UNCONFIRMED' });
    await county.resync(...TWO);
    expect((await county.handIn(begun.file)).report).toMatchObject({ verdict: 'accepted' });
    expect((await run('revoke', CENTER, '--keys', county.at('.'))).code).toBe(0);
    expect((await run('revoke', CENTER, '--keys', county.at('.'))).error).toContain('不用作废');
  });

  it('signs nothing more that the county takes, and cannot be enrolled again', async () => {
    const county = await aCounty();
    await county.package('thief.tyx');
    await run('revoke', CENTER, '--keys', county.at('.'));
    const { code, out } = await county.receive('thief.tyx');
    expect([code, out.includes('已经作废')]).toEqual([2, true]);
    expect(existsSync(county.at('ledger.json'))).toBe(false);
    expect((await county.enrol()).error).toContain('已经作废，不能再登记');
    expect((await run('revoke', '411799999', '--keys', county.at('.'))).error).toContain('没有登记过');
    expect((await run('revoke', '4117', '--keys', county.at('.'))).error).toContain('九位数字');
  });
});

describe('a change of the county’s own key', () => {
  it('is told in receipts, packages open with both keys meanwhile, and late ones still open afterwards', async () => {
    const { house, director, county } = await aCentre();
    const before = (await director.package.keys({})).county?.recipient;
    const keys = ['--keys', county.at('.')] as const;
    expect((await run('rotate-key', ...keys, '--finish')).error).toContain('没有正在更换');
    expect((await run('rotate-key', ...keys)).code).toBe(0);
    expect((await run('rotate-key', ...keys)).error).toContain('还没有完成');

    const first = await director.package.build(OCTOBER);
    const { receipt } = await county.handIn(first.file);
    if (!receipt) throw new Error('no receipt');
    expect(await director.package.importAnswer({ file: receipt })).toMatchObject({ countyKeyChanged: true });
    const during = (await director.package.keys({})).county;
    expect([during?.recipient, during?.next === null]).toEqual([before, false]);
    change(house);
    const second = await director.package.build({ ...OCTOBER, correction: true });
    expect(
      Buffer.from(second.file.base64, 'base64')
        .toString('latin1')
        .match(/-> X25519 /g),
    ).toHaveLength(2);

    expect((await run('rotate-key', ...keys, '--finish')).code).toBe(0);
    const late = await county.handIn(second.file);
    expect(late.report).toMatchObject({ verdict: 'accepted' });
    if (!late.receipt) throw new Error('no receipt');
    await director.package.importAnswer({ file: late.receipt });
    const after = (await director.package.keys({})).county;
    expect([after?.recipient, after?.next]).toEqual([during?.next, null]);
    change(house);
    const third = await director.package.build({ ...OCTOBER, correction: true });
    expect((await county.handIn(third.file)).report).toMatchObject({ verdict: 'accepted' });
  });

  it('cannot be undone by an old card, nor made by a card of another county or another key', async () => {
    const { director, county } = await aCentre();
    const old = county.card();
    const enter = (file: typeof old, fingerprint: string) =>
      director.package.setCountyCard({ file, fingerprint });
    const { fingerprint } = await director.package.readCountyCard({ file: old });
    expect((await refusalOf(enter(old, fingerprint))).code).toBe('NOTHING_CHANGED');
    expect((await refusalOf(enter(old, fingerprintOf(publicKeyOf(next))))).code).toBe(
      'COUNTY_CARD_NOT_COMPARED',
    );
    await run('rotate-key', '--keys', county.at('.'));
    await county.enterCard();
    expect((await refusalOf(director.package.readCountyCard({ file: old }))).code).toBe('COUNTY_CARD_OLDER');
    expect((await refusalOf(enter(old, fingerprint))).code).toBe('COUNTY_CARD_OLDER');
    const text = Buffer.from(old.base64, 'base64').toString();
    for (const forged of ['', text.replace('age1', 'age2'), text.replace('411799', '411702'), `${text}x`]) {
      const file = { name: 'x.county', base64: Buffer.from(forged).toString('base64') };
      expect((await refusalOf(director.package.readCountyCard({ file }))).code).toBe(
        'COUNTY_CARD_UNREADABLE',
      );
    }
    await run('keygen', '--out', county.at('other'), '--county', '411702');
    const foreign = { ...county.read('other/TYX1_411702.county'), name: 'x.county' };
    expect((await refusalOf(director.package.readCountyCard({ file: foreign }))).sentence).toBe(
      '这张县卡是 411702 县的，本中心属于 411799，没有登记；请向本县要县卡。',
    );
  });
});
