import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sshLine, publicKeyOf } from '../../shared/package/key.ts';
import { splitLetters } from '../../shared/package/letter.ts';
import { readAnswer } from '../../shared/package/receipt.ts';
import { namespaces } from '../../shared/package/sshsig.ts';
import { aCounty, run } from '../support/county-office.ts';
import { CENTER, keyFor } from '../support/packages.ts';

const bytes = (file: string) => new Uint8Array(readFileSync(file));
type Office = Awaited<ReturnType<typeof aCounty>>;
const receiptsIn = (county: Office) =>
  readdirSync(county.at('.'))
    .filter((name) => name.endsWith('.receipt'))
    .map((name) => county.at(name));
const answersIn = (county: Office) =>
  receiptsIn(county).map((file) => {
    const letter = readAnswer(bytes(file))?.letter;
    if (letter?.kind !== 'receipt') throw new Error(`${file} is no receipt`);
    return letter.receipt;
  });
const resync = (county: Office, ...more: string[]) =>
  run('resync', CENTER, '--key', county.at('county.key'), '--ledger', county.at('ledger.json'), ...more);

describe('the county’s receipt', () => {
  it('is written with the ledger: who, which package, the verdict, and what is expected next', async () => {
    const county = await aCounty();
    const { hash } = await county.package('a.tyx');
    const { out } = await county.receive('a.tyx');
    const [file = ''] = receiptsIn(county);
    expect(out).toContain(`回执：${file}`);
    expect(answersIn(county)).toMatchObject([
      {
        center: CENTER,
        county: '411799',
        epoch: 1,
        seq: 1,
        statement_hash: hash,
        verdict: 'accepted',
        code: null,
        next_seq: 2,
        last_hash: hash,
        received_on: '2026-11-05',
      },
    ]);
    await county.package('b.tyx', { seq: 2, prev_sha256: hash, kind: 'correction' });
    await county.receive('b.tyx', '--receipts', county.at('out'));
    expect(readdirSync(county.at('out'))).toHaveLength(1);
  });

  it('is confirmed by ssh-keygen, as everything that is signed here', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    await county.receive('a.tyx');
    const [receipt = new Uint8Array()] = splitLetters(bytes(receiptsIn(county)[0] ?? ''));
    const end = receipt.indexOf(0x0a) + 1;
    const key = new Uint8Array(
      Buffer.from(readFileSync(county.at('county-sign.key'), 'utf8').split('\n')[1] ?? '', 'base64'),
    );
    writeFileSync(county.at('signers'), `county ${sshLine(publicKeyOf(key))}\n`);
    writeFileSync(county.at('sig'), receipt.subarray(end));
    const verify = (line: Uint8Array, namespace: string) =>
      spawnSync(
        'ssh-keygen',
        ['-Y', 'verify', '-f', county.at('signers'), '-I', 'county', '-n', namespace, '-s', county.at('sig')],
        { input: line },
      ).status;
    expect(verify(receipt.subarray(0, end), namespaces.receipt)).toBe(0);
    expect(verify(receipt.subarray(0, end), namespaces.resync)).not.toBe(0);
    expect(verify(receipt.subarray(1, end), namespaces.receipt)).not.toBe(0);
  });

  it('attack 51: is the same to the byte when the same file comes again, also after a crash before it was written', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    await county.receive('a.tyx');
    const [file = ''] = receiptsIn(county);
    const first = readFileSync(file);
    rmSync(file);
    const again = await county.receive('a.tyx', '--on', '2026-12-01');
    expect(again.code).toBe(2);
    expect(readFileSync(file)).toEqual(first);
  });

  it('goes to each package whose fate another one settles', async () => {
    const county = await aCounty();
    const one = await county.package('1.tyx');
    const two = await county.package('2.tyx', { seq: 2, prev_sha256: one.hash, kind: 'correction' });
    await county.package('3.tyx', { seq: 3, prev_sha256: two.hash, kind: 'correction' });
    await county.receive('1.tyx');
    await county.receive('3.tyx');
    expect(answersIn(county).at(-1)).toMatchObject({ seq: 3, verdict: 'waiting', code: 'GAP', next_seq: 2 });
    await county.receive('2.tyx');
    expect(answersIn(county).map(({ seq, verdict }) => [seq, verdict])).toEqual([
      [1, 'accepted'],
      [2, 'accepted'],
      [3, 'accepted'],
    ]);
  });

  it('says of what waited on a returned package that it is returned too', async () => {
    const county = await aCounty();
    const one = await county.package('1.tyx');
    await county.package('2.tyx', { seq: 2, prev_sha256: one.hash, kind: 'correction' });
    await county.receive('2.tyx');
    // The county's clock goes wrong: for it the month lies ahead, and it answers so for good.
    const list = readFileSync(county.at('allowed_signers'), 'utf8');
    writeFileSync(
      county.at('allowed_signers'),
      list.replace('valid-after="20261105"', 'valid-after="20260901"'),
    );
    const returned = await county.receive('1.tyx', '--on', '2026-09-30');
    expect(returned.out).toContain('第 2 号暂存的包接不上，已退回');
    expect(answersIn(county).map(({ code }) => code)).toEqual(['PERIOD_IN_FUTURE', 'AFTER_RETURNED']);
    expect((await county.receive('2.tyx')).out).toContain('从第 1 号起重新生成');
  });

  it('is written from a ledger of before receipts too', async () => {
    const county = await aCounty();
    const { hash } = await county.package('a.tyx');
    const link = { epoch: 1, seq: 1, hash, prev: '0'.repeat(64), period: '2026-10', kind: 'full' };
    const centres = { [CENTER]: { accepted: [link], waiting: [], fork: null } };
    writeFileSync(
      county.at('ledger.json'),
      JSON.stringify({ format: 'nuantuo-county-ledger', version: 1, centres }),
    );
    expect((await county.receive('a.tyx')).out).toContain('以前已经收到');
    expect(answersIn(county)).toMatchObject([{ verdict: 'accepted', statement_hash: hash }]);
  });

  it('is not written for a file of which nobody knows whose it is, nor without a ledger', async () => {
    const county = await aCounty();
    await county.package('stranger.tyx', {}, keyFor('stranger'));
    await county.receive('stranger.tyx');
    await county.package('a.tyx');
    await county.verify('a.tyx');
    expect(receiptsIn(county)).toEqual([]);
    expect((await county.verify('a.tyx', '--receipts', county.at('.'))).error).toContain('用法');
  });

  it('needs the key that signs it: without it nothing is recorded', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    writeFileSync(county.at('county-sign.key'), 'x');
    expect((await county.receive('a.tyx')).error).toContain('不是回执签名钥匙');
    rmSync(county.at('county-sign.key'));
    expect((await county.receive('a.tyx')).error).toContain('缺少回执签名钥匙');
    expect(existsSync(county.at('ledger.json'))).toBe(false);
    writeFileSync(county.at('county.json'), '{}');
    expect((await county.receive('a.tyx')).error).toContain('读不到');
  });
});

describe('the county’s token', () => {
  it('needs two people, an enrolled centre and its ledger, and is written again as it was', async () => {
    const county = await aCounty();
    const { hash } = await county.package('a.tyx');
    await county.receive('a.tyx');
    for (const names of ['甲', '甲,甲', '甲,', '甲,乙,丙'])
      expect((await resync(county, '--confirmed-by', names)).error, names).toContain('两位不同的经办人');
    expect((await resync(county)).error).toContain('两位不同的经办人');
    const stranger = ['411799109', '--key', county.at('county.key'), '--ledger', county.at('ledger.json')];
    expect((await run('resync', ...stranger, '--confirmed-by', '甲,乙')).error).toContain('没有登记过');
    const { code, out } = await resync(county, '--confirmed-by', '甲,乙');
    expect([code, out.includes('第 2 期可以开始'), out.includes(hash.slice(0, 8))]).toEqual([0, true, true]);
    const first = readFileSync(county.at(`TYX1_${CENTER}_E2.resync`));
    await resync(county, '--confirmed-by', '丙,丁', '--on', '2026-12-01');
    expect(readFileSync(county.at(`TYX1_${CENTER}_E2.resync`))).toEqual(first);
    expect(readAnswer(new Uint8Array(first))?.letter).toMatchObject({
      kind: 'resync',
      token: { last_epoch: 1, last_seq: 1, last_hash: hash, next_epoch: 2, confirmed_by: ['甲', '乙'] },
    });
  });

  it('may name a later epoch, for a centre that was restored twice', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    await county.receive('a.tyx');
    await county.package('b.tyx', { epoch: 3 });
    expect((await county.receive('b.tyx')).out).toContain('--epoch 3');
    expect((await resync(county, '--confirmed-by', '甲,乙', '--epoch', 'x')).error).toContain('用法');
    expect((await resync(county, '--confirmed-by', '甲,乙', '--epoch', '3')).code).toBe(0);
    expect((await county.receive('b.tyx')).code).toBe(0);
  });
});

describe('two operators at once', () => {
  it('attack 50: take a package once; an enrolment, a token and a revocation wait for each other', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    const both = await Promise.all([county.receive('a.tyx'), resync(county, '--confirmed-by', '甲,乙')]);
    expect(both.map(({ code }) => code).toSorted()).toEqual([0, 1]);
    const lists = await Promise.all([
      county.enrol('411799102', keyFor('b')),
      county.enrol('411799103', keyFor('c')),
    ]);
    const enrolled = lists.filter(({ code }) => code === 0).length;
    const text = readFileSync(county.at('allowed_signers'), 'utf8');
    expect(text.match(/^center-/gm)).toHaveLength(1 + enrolled);
    const refused = lists.filter(({ code }) => code !== 0).map(({ error }) => error);
    for (const error of refused) expect(error).toContain('正由另一个程序使用');
  });

  it('of different programs never both get in by an abandoned lock', () => {
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    // Whoever is in leaves a mark that must not be there yet.
    const script = `
      import { closeSync, openSync, rmSync } from 'node:fs';
      import { withLocked } from './electron/county/lock.ts';
      const file = process.argv[1];
      try {
        await withLocked(file, async () => {
          try { closeSync(openSync(file + '.in', 'wx')); } catch { console.log('together'); return; }
          await new Promise((done) => setTimeout(done, 300));
          rmSync(file + '.in');
          console.log('in');
        });
      } catch { console.log('out'); }`;
    const shell = `cd "$1"; printf ${gone} > "$2.lock"; for i in 1 2 3 4; do "$3" --input-type=module -e "$4" "$2" & done; wait`;
    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-lock-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'ledger.json');
    const out = execFileSync('sh', ['-c', shell, 'sh', process.cwd(), file, process.execPath, script], {
      encoding: 'utf8',
    });
    expect(out).toContain('in');
    expect(out).not.toContain('together');
    expect(existsSync(`${file}.lock`)).toBe(false);
  });
});
