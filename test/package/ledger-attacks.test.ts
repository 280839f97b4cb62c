import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { CENTER, centreKey, keyFor } from '../support/packages.ts';
import { aCounty } from '../support/county-office.ts';

// Through the county's own command, with files and its ledger on the disk; test/package/chain.test.ts has the bare rules.

const someone = ['--confirmed-by', '甲,乙'];

describe('the county’s ledger', () => {
  it('attack 42: takes a package once, and a replay of its file changes nothing', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    expect((await county.receive('a.tyx')).code).toBe(0);
    const before = readFileSync(county.at('ledger.json'), 'utf8');
    copyFileSync(county.at('a.tyx'), county.at('renamed.tyx'));
    for (const name of ['a.tyx', 'renamed.tyx']) {
      const { code, out } = await county.receive(name);
      expect([code, out.includes('以前已经收到')]).toEqual([2, true]);
    }
    // The same container encrypted anew is the same package.
    await county.package('again.tyx');
    expect((await county.receive('again.tyx')).out).toContain('以前已经收到');
    expect(readFileSync(county.at('ledger.json'), 'utf8')).toBe(before);
  });

  it('attack 43: does not go back to a report that a correction superseded', async () => {
    const county = await aCounty();
    const first = await county.package('1.tyx');
    const second = await county.package('2.tyx', { seq: 2, prev_sha256: first.hash, kind: 'correction' });
    for (const name of ['1.tyx', '2.tyx']) expect((await county.receive(name)).code).toBe(0);
    expect((await county.receive('1.tyx')).out).toContain('以前已经收到');
    await county.package('3.tyx', { seq: 3, prev_sha256: second.hash, kind: 'full' });
    expect((await county.receive('3.tyx')).code).toBe(2);
    expect(county.ledger().centres[CENTER]?.accepted).toMatchObject([
      { kind: 'full' },
      { kind: 'correction' },
    ]);
  });

  it('attack 44: keeps a package after a gap, asks for the missing one, and accepts both when it comes', async () => {
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

  it('attack 45: holds the centre at a fork until two people begin a new epoch', async () => {
    const county = await aCounty();
    const first = await county.package('1.tyx');
    await county.package('twin.tyx', { audit_count: 13 });
    await county.receive('1.tyx');
    expect((await county.receive('twin.tyx')).out).toContain('电脑可能被复制');
    await county.package('2.tyx', { seq: 2, prev_sha256: first.hash, kind: 'correction' });
    expect((await county.receive('2.tyx')).out).toContain('已暂停接收');
    await county.package('new.tyx', { epoch: 2, prev_sha256: NO_HASH });
    expect((await county.receive('new.tyx')).out).toContain('须由两位经办人确认');
    const after = ['--new-epoch-after', first.hash];
    expect((await county.receive('new.tyx', ...after, '--confirmed-by', '甲,甲')).code).toBe(1);
    expect((await county.receive('new.tyx', ...after, ...someone)).code).toBe(0);
    expect(county.ledger().centres[CENTER]?.fork).toBeNull();
  });

  it('attack 46: sees that a PC was restored from an old backup and counts on from there', async () => {
    const county = await aCounty();
    const first = await county.package('1.tyx');
    await county.package('2.tyx', { seq: 2, prev_sha256: first.hash, kind: 'correction' });
    for (const name of ['1.tyx', '2.tyx']) await county.receive(name);
    // The backup was made after number one: the restored PC gives number two away again, to other content.
    await county.package('restored.tyx', {
      seq: 2,
      prev_sha256: first.hash,
      kind: 'correction',
      audit_count: 40,
    });
    expect((await county.receive('restored.tyx')).out).toContain('电脑可能被复制');
    expect(county.ledger().centres[CENTER]).toMatchObject({
      accepted: [{ seq: 1 }, { seq: 2 }],
      fork: { seq: 2 },
    });
  });

  it('attack 47: refuses the next number on another hash than the last one', async () => {
    const county = await aCounty();
    await county.package('1.tyx');
    await county.receive('1.tyx');
    for (const prev of [NO_HASH, 'f'.repeat(64)]) {
      await county.package('2.tyx', { seq: 2, prev_sha256: prev, kind: 'correction' });
      expect((await county.receive('2.tyx')).code).toBe(2);
    }
    const began = await aCounty();
    await began.package('1.tyx', { prev_sha256: 'f'.repeat(64) });
    expect((await began.receive('1.tyx')).code).toBe(2);
  });

  it('attack 48: lets no epoch be left out, come back or be used twice', async () => {
    const county = await aCounty();
    const first = await county.package('1.tyx');
    await county.receive('1.tyx');
    const after = ['--new-epoch-after', first.hash, ...someone];
    await county.package('third.tyx', { epoch: 3 });
    expect((await county.receive('third.tyx', ...after)).code).toBe(2);
    await county.package('second.tyx', { epoch: 2 });
    const foreign = ['--new-epoch-after', 'f'.repeat(64), ...someone];
    expect((await county.receive('second.tyx', ...foreign)).code).toBe(2);
    expect((await county.receive('second.tyx', ...after)).code).toBe(0);
    await county.package('late.tyx', { seq: 2, prev_sha256: first.hash, kind: 'correction' });
    expect((await county.receive('late.tyx', ...after)).code).toBe(2);
    await county.package('reused.tyx', { epoch: 2, audit_count: 99 });
    expect((await county.receive('reused.tyx', ...after)).out).toContain('电脑可能被复制');
    expect(county.ledger().centres[CENTER]?.accepted).toHaveLength(2);
  });

  it('attack 49: goes by no clock: packages of PCs at 2019 and 2099 come in their order, whichever says it is later', async () => {
    const county = await aCounty();
    const first = await county.package('1.tyx', { created_at: '2099-12-31T23:59:59+08:00' });
    await county.package('2.tyx', {
      seq: 2,
      prev_sha256: first.hash,
      kind: 'correction',
      created_at: '2019-01-01T00:00:00+08:00',
    });
    expect((await county.receive('1.tyx')).code).toBe(0);
    expect((await county.receive('2.tyx')).code).toBe(0);
    expect((await county.receive('1.tyx')).out).toContain('以前已经收到');
  });

  it('attack 50: lets two operators who import at once take a package only once', async () => {
    const county = await aCounty();
    await county.package('a.tyx');
    const codes = await Promise.all([county.receive('a.tyx'), county.receive('a.tyx')]);
    expect(codes.map(({ code }) => code).toSorted()).toEqual([0, 1]);
    expect(codes.find(({ code }) => code === 1)?.error).toContain('正由另一个程序使用');
    expect((await county.receive('a.tyx')).code).toBe(2);
    expect(county.ledger().centres[CENTER]?.accepted).toHaveLength(1);
  });

  it(
    'attack 51: comes to the same after a crash between verifying and recording, wherever it strikes',
    { timeout: 120_000 },
    async () => {
      const county = await aCounty();
      await county.package('a.tyx');
      // The lock of a program that was killed: its process number belongs to nobody any more.
      writeFileSync(county.at('ledger.json.lock'), String(spawnSync(process.execPath, ['-e', '0']).pid));
      expect((await county.receive('a.tyx')).code).toBe(0);
      const recorded = readFileSync(county.at('ledger.json'), 'utf8');
      const command = new URL('../../build/county.ts', import.meta.url).pathname;
      const args = [
        'verify',
        county.at('a.tyx'),
        '--key',
        county.at('county.key'),
        '--ledger',
        county.at('ledger.json'),
        '--on',
        '2026-11-05',
      ];
      for (const milliseconds of [150, 300, 400, 500, 600, 800]) {
        rmSync(county.at('ledger.json'), { force: true });
        const child = spawn(process.execPath, [command, ...args], { stdio: 'ignore' });
        const ended = once(child, 'exit');
        await wait(milliseconds);
        child.kill('SIGKILL');
        await ended;
        const cameThrough = existsSync(county.at('ledger.json'));
        expect((await county.receive('a.tyx')).code, `killed after ${milliseconds} ms`).toBe(
          cameThrough ? 2 : 0,
        );
        expect(readFileSync(county.at('ledger.json'), 'utf8')).toBe(recorded);
      }
    },
  );

  it('takes nothing of a centre for another: each has its own numbers', async () => {
    const county = await aCounty();
    const other = '411799102';
    await county.enrol(other, keyFor(other));
    const sent = await county.package('1.tyx');
    await county.package('other.tyx', { center: other }, keyFor(other));
    expect((await county.receive('1.tyx')).code).toBe(0);
    expect((await county.receive('other.tyx')).code).toBe(0);
    await county.package('stolen.tyx', { center: other, seq: 2, prev_sha256: sent.hash }, centreKey);
    expect((await county.receive('stolen.tyx')).code).toBe(2);
    expect(county.ledger().centres[other]?.accepted).toHaveLength(1);
  });
});

describe('the county’s desk', () => {
  it('attack 10: refuses a file of two gigabytes by its size, without reading it', async () => {
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

  it('attack 54: refuses a container that was compressed to a bomb, for nothing in a package is compressed', async () => {
    const county = await aCounty();
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    await county.file('bomb.tyx', bomb);
    expect(JSON.parse((await county.verify('bomb.tyx', '--json')).out)).toMatchObject({
      code: 'CONTAINER_MALFORMED',
    });
  });
});
