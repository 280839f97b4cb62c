import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeEnrolment } from '../../shared/package/enrolment.ts';
import { namespaces, sign } from '../../shared/package/sshsig.ts';
import { aCounty } from '../support/county-office.ts';
import { CENTER, centreKey, keyFor } from '../support/packages.ts';

describe('the county verifies', () => {
  it('a package, and tells in Chinese what is inside', async () => {
    const county = await aCounty();
    const { hash } = await county.package('a.tyx');
    const { code, out } = await county.verify('a.tyx');
    expect(code).toBe(0);
    for (const words of [
      '核验通过：a.tyx',
      '柳河镇托养中心 411799101',
      '2026年10月',
      '第 1 期 第 1 号',
      hash.slice(0, 8),
      '入住人员',
      '2,500.00',
      '没有给 --ledger',
    ]) {
      expect(out).toContain(words);
    }
    expect(out).not.toContain('孙春生');
    expect(out).not.toContain('411799199709154479');
  });

  it('in English, and as JSON for other programs', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    expect((await county.verify('a.tyx', '--lang', 'en')).out).toContain('Verified: a.tyx');
    const report = JSON.parse((await county.verify('a.tyx', '--json')).out) as unknown;
    expect(report).toMatchObject({
      verdict: 'accepted',
      code: null,
      content: {
        center: CENTER,
        period: '2026-10',
        seq: 1,
        counts: { residents: 2 },
        totals: { net_fen: 250_000 },
      },
    });
  });

  it('by the command line itself, with its exit code', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    const args = [
      'build/county.ts',
      'verify',
      county.at('a.tyx'),
      '--key',
      county.at('county.key'),
      '--on',
      '2026-11-05',
    ];
    const out = execFileSync(process.execPath, args, { encoding: 'utf8' });
    expect(out).toContain('核验通过');
    const bytes = readFileSync(county.at('a.tyx'));
    bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
    writeFileSync(county.at('b.tyx'), bytes);
    const refused = spawnSync(process.execPath, args.with(2, county.at('b.tyx')), { encoding: 'utf8' });
    expect(refused.status).toBe(2);
    expect(refused.stdout).toContain('文件已损坏或被改动');
  });

  it('and refuses one flipped byte, a cut file, an empty one, a foreign one, each in one sentence', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    const bytes = readFileSync(county.at('a.tyx'));
    const forged = {
      'flip.tyx': Buffer.from(bytes),
      'cut.tyx': bytes.subarray(0, -1),
      'empty.tyx': Buffer.alloc(0),
      'foreign.tyx': Buffer.from('PK'),
    };
    forged['flip.tyx'][500] = (forged['flip.tyx'][500] ?? 0) ^ 0x80;
    for (const [name, content] of Object.entries(forged)) {
      writeFileSync(county.at(name), content);
      const { code, out } = await county.receive(name);
      expect(code, name).toBe(2);
      expect(out).toMatch(/^不予接收：\w+\.tyx\n {2}[^\n]+。\n$/);
    }
  });

  it('and refuses what is encrypted for another county, and what another key signed', async () => {
    const county = await aCounty();
    const elsewhere = await aCounty();
    await elsewhere.package('a.tyx');
    writeFileSync(county.at('a.tyx'), readFileSync(elsewhere.at('a.tyx')));
    expect((await county.verify('a.tyx')).out).toContain('不是用本县的公钥加密的');

    const stranger = await aCounty({ enrolled: false });
    await stranger.package('a.tyx');
    expect((await stranger.verify('a.tyx')).out).toContain('公钥没有登记');
    await stranger.enrol();
    writeFileSync(
      stranger.at('revoked'),
      readFileSync(stranger.at('allowed_signers'), 'utf8')
        .replace(/^#.*\n/, '')
        .replace(/.*(ssh-ed25519)/, '$1'),
    );
    expect((await stranger.verify('a.tyx')).out).toContain('已经作废');
  });

  it('and never takes a damaged ledger for an empty one', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    for (const text of ['', '{}', '{"format":"nuantuo-county-ledger","version":2,"centres":{}}', 'x']) {
      writeFileSync(county.at('ledger.json'), text);
      const { code, error } = await county.receive('a.tyx');
      expect([code, error.includes('不是收件台账')]).toEqual([1, true]);
      expect(readFileSync(county.at('ledger.json'), 'utf8')).toBe(text);
    }
  });

  it('and refuses a centre of another county', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    expect((await county.verify('a.tyx', '--county', '411702')).out).toContain('本县是 411702');
  });
});

describe('the county’s keys', () => {
  it('are made once, readable only by their owner, and never overwritten', async () => {
    const county = await aCounty();
    expect(statSync(county.at('county.key')).mode & 0o777).toBe(0o600);
    const { code, error } = await county.run('keygen', '--out', county.at('.'), '--county', '411799');
    expect([code, error.includes('不会覆盖')]).toEqual([1, true]);
  });

  it('are said to be wrong when a file holds something else', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    for (const text of ['', county.recipient, 'AGE-SECRET-KEY-1XXX', 'AGE-SECRET-KEY-PQ-1X']) {
      writeFileSync(county.at('wrong.key'), text);
      const { code, error } = await county.run('verify', county.at('a.tyx'), '--key', county.at('wrong.key'));
      expect([code, error.includes('不是收件私钥文件')]).toEqual([1, true]);
    }
  });
});

describe('the county enrols', () => {
  it('a centre, and says the fingerprint to compare with the paper', async () => {
    const county = await aCounty({ enrolled: false });
    const { code, out } = await county.enrol();
    expect(code).toBe(0);
    expect(out).toMatch(/已登记 柳河镇托养中心（411799101），有效期 2026年11月5日 至 2028年11月3日/);
    expect(out).toMatch(/SHA256:[A-Za-z0-9+/]{43}\n.*([0-9a-f]{4} ){15}/s);
  });

  it('nobody by a file that was altered or signed by another key', async () => {
    const county = await aCounty({ enrolled: false });
    const file = writeEnrolment({ center: CENTER, county: '411799', name: '柳河镇托养中心' }, centreKey);
    const text = new TextDecoder().decode(file);
    const forged = [
      text.replace('柳河镇', '清河镇'),
      text.replace(/"public_key":"[^"]+"/, '"public_key":"ssh-ed25519 AAAA"'),
      text.slice(0, -40),
      '',
      text + text,
      text.replace(CENTER, '411799102'),
    ];
    for (const content of forged) {
      writeFileSync(county.at('x.enrol'), content);
      const { code, error } = await county.run('enrol', county.at('x.enrol'), '--keys', county.at('.'));
      expect([code, error.includes('不是中心的登记文件')]).toEqual([1, true]);
    }
  });

  it('nobody by a signature of another kind or another key, or with a county that is not the centre’s', async () => {
    const county = await aCounty({ enrolled: false });
    const facts = { center: CENTER, county: '411799', name: '柳河镇托养中心' };
    const file = writeEnrolment(facts, centreKey);
    const line = file.subarray(0, file.indexOf(0x0a) + 1);
    const forged = [
      Buffer.concat([line, sign(line, namespaces.export, centreKey)]),
      Buffer.concat([line, sign(line, namespaces.enrol, keyFor('other'))]),
      writeEnrolment({ ...facts, county: '411702' }, centreKey),
    ];
    for (const content of forged) {
      writeFileSync(county.at('x.enrol'), content);
      expect((await county.run('enrol', county.at('x.enrol'), '--keys', county.at('.'))).error).toContain(
        '不是中心的登记文件',
      );
    }
  });

  it('a key once, a second key only when told to replace, and no key for two centres', async () => {
    const county = await aCounty();
    expect((await county.enrol()).error).toContain('已经登记过');
    expect((await county.enrol(CENTER, keyFor('second'))).error).toContain('--replace');
    expect((await county.enrol('411799102', centreKey)).error).toContain('别的中心');
    expect((await county.enrol(CENTER, keyFor('second'), '--replace')).code).toBe(0);
    await county.package('old.tyx');
    expect((await county.verify('old.tyx')).out).toContain('不在有效期内');
  });

  it('no centre of another county', async () => {
    const county = await aCounty({ enrolled: false });
    expect((await county.enrol('411702101')).error).toContain('不属于本县');
  });
});

describe('the command', () => {
  it('says how it is used when it is incomplete', async () => {
    const county = await aCounty();
    for (const args of [
      [],
      ['verify'],
      ['verify', 'a'],
      ['enrol', 'a'],
      ['keygen'],
      ['nonsense'],
      ['verify', 'a', '--key', 'b', '--typo'],
      ['verify', 'a', 'b', '--key', 'c'],
    ]) {
      const { code, error } = await county.run(...args);
      expect([code, error.includes('用法')], args.join(' ')).toEqual([1, true]);
    }
    expect((await county.run('--help')).code).toBe(0);
    expect((await county.run('verify', 'none.tyx', '--key', county.at('county.key'))).error).toContain(
      '读不到 none.tyx',
    );
    expect((await county.verify('none.tyx', '--on', '2026-02-30')).error).toContain('--on');
  });
});
