import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { CENTRE, PASSWORD } from '../../support/centre.ts';
import { app, powerMonitor, seen } from '../electron-stand-in.ts';
import { point } from './point.ts';
import { shell } from './running.ts';
import { askFromOurPage, clientOn } from './sender-points.ts';

const director = { login: 'director', password: PASSWORD };

/** The director, signed in on a page of ours; the centre is set up the first time. */
async function signedIn() {
  const client = clientOn(askFromOurPage());
  const { stage } = await client.people.state({});
  if (stage === 'absent')
    await client.people.setUp({ centre: CENTRE, director: { ...director, name: '王主任' } });
  else await client.people.signIn(director);
  expect((await client.people.state({})).me?.login).toBe('director');
  return client;
}

/** Where the centre stands, asked by a page that was loaded afresh. */
const stage = async () => (await clientOn(askFromOurPage()).people.state({})).stage;

const log = () => {
  const file = join(shell.home, 'centre', 'faults.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const fall = (reason: string) =>
  shell.window.webContents.emit('render-process-gone', {}, { reason, exitCode: 9 });

/** What ends a session, and what ends the program (trust.md 1.5): beside the list of 20, counted as 0. */
export function lifePoints(): void {
  for (const event of ['lock-screen', 'suspend'])
    point(0, `${event} of the PC ends the session, wipes the key and loads the page afresh`, async () => {
      await signedIn();
      const before = shell.window.webContents.reloads;
      powerMonitor.emit(event);
      await vi.waitFor(() => expect(shell.window.webContents.reloads).toBe(before + 1));
      expect(await stage()).toBe('locked');
    });
  for (const [what, emit] of [
    ['shutdown of the PC', () => powerMonitor.emit('shutdown')],
    ['the end of the Windows session', () => shell.window.emit('session-end', {})],
    ['a page that is loaded again', () => void askFromOurPage()],
  ] as const)
    point(0, `${what} ends the session and wipes the key`, async () => {
      await signedIn();
      emit();
      expect(await stage()).toBe('locked');
    });
  point(0, 'a port that was given before answers no more', async () => {
    const before = await signedIn();
    await signedIn();
    await expect(
      Promise.race([
        before.people.state({}),
        new Promise((_resolve, reject) => setTimeout(reject, 200, new Error('no answer'))),
      ]),
    ).rejects.toThrow(/no answer|closed|abort/i);
  });

  point(0, 'a window that falls ends the session and is loaded once more', async () => {
    await signedIn();
    const before = shell.window.webContents.reloads;
    fall('crashed');
    await vi.waitFor(() => expect(shell.window.webContents.reloads).toBe(before + 1));
    expect(await stage()).toBe('locked');
    expect(log()).toContain('the process of the window is gone: crashed, 9');
  });
  point(0, 'a window that falls again at once asks its user first', async () => {
    seen.said.length = 0;
    fall('oom');
    await vi.waitFor(() => expect(seen.said).toHaveLength(1));
    expect(seen.said[0]).toMatch(/窗口又一次意外关闭[\s\S]*closed unexpectedly once more/);
  });
  point(0, 'a window that ends as it should is left alone', () => {
    const before = shell.window.webContents.reloads;
    fall('clean-exit');
    expect(shell.window.webContents.reloads).toBe(before);
  });
  point(0, 'a helper process of Electron that falls is logged', () => {
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 });
    expect(log()).toContain('a process is gone: GPU, crashed, 5');
  });

  for (const event of ['uncaughtException', 'unhandledRejection'])
    point(0, `${event} in the main process is logged without what it carried, and ends the program`, () => {
      const end = process.listeners(event as 'uncaughtException').at(-1);
      const error = new Error('居民 王国庆 411799196203148017 卡 6222021234567890123: no such row');
      end?.(error, event as 'uncaughtException');
      expect(app.exited).toBe(1);
      expect(log()).toContain(event);
      expect(log()).toContain('no such row');
      expect(log()).not.toMatch(/王国庆|411799196203148017|6222021234567890123/);
      app.exited = null;
    });

  for (const [what, message] of [
    ['a message of more than 36 MB', 'x'.repeat(36 * 1024 * 1024 + 1)],
    ['a message that is no text and no bytes', { id: 1, path: ['people', 'state'] }],
  ] as const)
    point(17, `${what} ends its port and its session unread`, async () => {
      const port = askFromOurPage();
      await clientOn(port).people.signIn(director);
      const closed = new Promise((resolve) => port.once('close', resolve));
      port.postMessage(message);
      await closed;
      expect(await stage()).toBe('locked');
    });
  for (const text of [
    '',
    '{}',
    '[]',
    'null',
    '"x',
    '\u0001',
    '{"i":1}',
    '{"i":"1","t":9,"p":{}}',
    'x'.repeat(1_000),
  ])
    point(
      17,
      `a message of our page that says nothing, ${JSON.stringify(text.slice(0, 24))}, ends at most its port`,
      async () => {
        askFromOurPage().postMessage(text);
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect(app.exited).toBeNull();
        expect((await clientOn(askFromOurPage()).people.state({})).me).toBeNull();
      },
    );
  point(18, 'a second start brings the window of the first one up', () => {
    const focus = vi.spyOn(shell.window, 'focus');
    app.emit('second-instance');
    expect(focus).toHaveBeenCalledOnce();
  });
  point(0, 'closing the window closes the house, and then the program ends', async () => {
    await signedIn();
    app.emit('window-all-closed');
    await vi.waitFor(() => expect(app.hasQuit).toBe(true));
    expect(await stage()).toBe('locked');
  });
}
