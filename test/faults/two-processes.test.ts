import { createRouterClient } from '@orpc/server';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';
import { CHEAP, MORNING } from './desk.ts';
import { fastFolder } from './power-cuts.ts';

const PROGRAM = new URL('./guest-process.ts', import.meta.url).pathname;

/** Another process on the same folder, as another Windows session would be; it does as it is told, line by line. */
function anotherProcess(folder: string) {
  const child = spawn(process.execPath, [PROGRAM, folder], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [text, waiting] = ['', [] as ((line: string) => void)[]];
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 1);
      waiting.shift()?.(line);
    }
  });
  const next = () => new Promise<string>((resolve) => void waiting.push(resolve));
  const tell = (what: 'sign-in' | 'change' | 'leave') => {
    const answer = next();
    child.stdin.write(`${what}\n`);
    return answer;
  };
  const die = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  return { tell, die };
}

describe('two processes on one centre', { timeout: 300_000 }, () => {
  it('the second is told so, the first is not harmed, and once the first is gone, killed or not, the next may open', async () => {
    const root = fastFolder('two');
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const folder = join(root, 'centre');
    const { house: first } = await aHouse({ folder, today: '2026-11-02' });
    first.lock();
    const random = chance(seed('two-processes'));

    let guest = anotherProcess(folder);
    expect(await guest.tell('sign-in')).toBe('answered');
    for (let round = 0; round < count('two-processes', 20); round++) {
      // This process is the second, and the other one holds the house.
      const house = new House({ folder, now: () => MORNING, kdf: CHEAP });
      const client = createRouterClient(router, { context: { house, connection: house.connect() } });
      const refusal = await refusalOf(client.people.signIn({ login: 'director', password: PASSWORD }));
      expect(refusal).toMatchObject({ code: 'CENTRE_OPEN_ELSEWHERE' });
      expect(refusal.sentence).toMatch(/。$/);
      expect(await guest.tell('change')).toBe('answered');

      // It is killed, which leaves its lock and its journal; or it goes as it should.
      const killed = random() < 0.4;
      if (killed) await guest.die();
      else await guest.tell('leave');
      if (killed) guest = anotherProcess(folder);
      await client.people.signIn({ login: 'director', password: PASSWORD });
      expect(house.open?.store.raw.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(await guest.tell('sign-in')).toBe('CENTRE_OPEN_ELSEWHERE');
      await client.people.setIdleMinutes({ minutes: 6 });
      house.lock();
      expect(await guest.tell('sign-in')).toBe('answered');
    }
  });
});
