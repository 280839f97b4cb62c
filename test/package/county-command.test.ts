import { Encrypter } from 'age-encryption';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCountyCommand } from '../../electron/county/command.ts';
import { day } from '../../shared/calendar/day.ts';
import { writeEnrolment } from '../../shared/package/enrolment.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { namespaces, sign } from '../../shared/package/sshsig.ts';
import type { Facts, Statement } from '../../shared/package/statement.ts';
import { aStatement, CENTER, centreKey, keyFor } from '../support/packages.ts';

const TODAY = day('2026-11-05');

/** Runs the county's command as its clerk does. */
async function run(...args: string[]) {
  let [out, error] = ['', ''];
  const code = await runCountyCommand(args, TODAY, {
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  });
  return { code, out, error };
}

/** A county office: a folder of keys in which the centre is enrolled, and a way to run its command. */
async function aCounty({ enrolled = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-county-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await run('keygen', '--out', folder, '--county', '411799');
  const at = (name: string) => join(folder, name);
  const recipient = readFileSync(at('county.pub'), 'utf8').trim();
  const enrol = async (center = CENTER, key = centreKey, ...more: string[]) => {
    writeFileSync(
      at(`${center}.enrol`),
      writeEnrolment({ center, county: center.slice(0, 6), name: '柳河镇托养中心' }, key),
    );
    return run('enrol', at(`${center}.enrol`), '--keys', folder, ...more);
  };
  if (enrolled) await enrol();
  const seal = async (archive: Uint8Array, to = recipient) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(to);
    return encrypter.encrypt(archive);
  };
  return {
    at,
    run,
    enrol,
    recipient,
    /** Writes a package of the centre and answers its statement. */
    async package(name: string, change: Partial<Facts> = {}): Promise<Statement> {
      const statement = aStatement({ recipient, ...change });
      writeFileSync(at(name), await seal(statement.archive));
      return statement;
    },
    verify: (name: string, ...more: string[]) => run('verify', at(name), '--key', at('county.key'), ...more),
    /** With the ledger of the office, as a county works. */
    receive: (name: string, ...more: string[]) =>
      run('verify', at(name), '--key', at('county.key'), '--ledger', at('ledger.json'), ...more),
    ledger: () =>
      JSON.parse(readFileSync(at('ledger.json'), 'utf8')) as {
        centres: Record<string, { accepted: { seq: number }[]; waiting: { seq: number }[]; fork: unknown }>;
      },
  };
}

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

  it('42 and refuses a replay without recording it twice', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    expect((await county.receive('a.tyx')).code).toBe(0);
    const before = readFileSync(county.at('ledger.json'), 'utf8');
    const { code, out } = await county.receive('a.tyx');
    expect([code, out.includes('以前已经收到')]).toEqual([2, true]);
    expect(readFileSync(county.at('ledger.json'), 'utf8')).toBe(before);
  });

  it('44 and keeps a package after a gap, asks for the missing one, and accepts both when it comes', async () => {
    const county = await aCounty();
    const first = await county.package('1.tyx');
    const second = await county.package('2.tyx', { seq: 2, prev_sha256: first.hash, kind: 'correction' });
    await county.package('3.tyx', { seq: 3, prev_sha256: second.hash, kind: 'correction' });
    await county.receive('1.tyx');
    const gap = await county.receive('3.tyx');
    expect([gap.code, gap.out.includes('缺第 2 至 2 号')]).toEqual([2, true]);
    expect(county.ledger().centres[CENTER]).toMatchObject({ accepted: [{ seq: 1 }], waiting: [{ seq: 3 }] });
    const filled = await county.receive('2.tyx');
    expect([filled.code, filled.out.includes('同时接收第 3 号')]).toEqual([0, true]);
    expect(county.ledger().centres[CENTER]).toMatchObject({
      accepted: [{ seq: 1 }, { seq: 2 }, { seq: 3 }],
      waiting: [],
    });
  });

  it('45 and holds the centre at a fork until two people begin a new epoch', async () => {
    const county = await aCounty();
    const first = await county.package('1.tyx');
    await county.package('twin.tyx', { audit_count: 13 });
    await county.receive('1.tyx');
    expect((await county.receive('twin.tyx')).out).toContain('电脑可能被复制');
    await county.package('2.tyx', { seq: 2, prev_sha256: first.hash, kind: 'correction' });
    expect((await county.receive('2.tyx')).out).toContain('已暂停接收');
    await county.package('new.tyx', { epoch: 2, prev_sha256: NO_HASH });
    expect((await county.receive('new.tyx')).out).toContain('须由两位经办人确认');
    expect(
      (await county.receive('new.tyx', '--new-epoch-after', first.hash, '--confirmed-by', '甲,甲')).code,
    ).toBe(1);
    expect(
      (await county.receive('new.tyx', '--new-epoch-after', first.hash, '--confirmed-by', '甲,乙')).code,
    ).toBe(0);
    expect(county.ledger().centres[CENTER]?.fork).toBeNull();
  });

  it('50 and lets two operators who verify at once take a package only once', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    const codes = await Promise.all([county.receive('a.tyx'), county.receive('a.tyx')]);
    expect(codes.map(({ code }) => code).toSorted()).toEqual([0, 1]);
    expect(codes.find(({ code }) => code === 1)?.error).toContain('正由另一个程序使用');
    expect((await county.receive('a.tyx')).code).toBe(2);
  });

  it('51 and gives the same answer after a crash between verifying and recording', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    // The lock of a program that was killed: its process number belongs to nobody any more.
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(county.at('ledger.json.lock'), String(gone));
    expect((await county.receive('a.tyx')).code).toBe(0);
    expect((await county.receive('a.tyx')).out).toContain('以前已经收到');
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

  it('10 and refuses a file of two gigabytes by its size, without reading it', async () => {
    const county = await aCounty();
    writeFileSync(county.at('large.tyx'), '');
    truncateSync(county.at('large.tyx'), 2 * 1024 ** 3);
    const report = JSON.parse((await county.verify('large.tyx', '--json')).out) as unknown;
    expect(report).toMatchObject({
      verdict: 'refused',
      code: 'FILE_TOO_LARGE',
      sentence: '文件太大（超过 64 MB），不是上报包，请核对。',
    });
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
    const { code, error } = await county.run('keygen', '--out', county.at('.'));
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
