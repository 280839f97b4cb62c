import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { expect } from 'vitest';
import type { Client } from '../../support/house.ts';
import { ipcMain, seen } from '../electron-stand-in.ts';
import { foreign } from './navigation-points.ts';
import { point } from './point.ts';
import { shell } from './running.ts';

const ours = { url: 'app://nuantuo/index.html', parent: null };
/** Electron throws at any question to a frame that was destroyed. */
const destroyed = {
  get url(): string {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
  get parent(): null {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
};
const disposedAtUrl = Object.defineProperty({ parent: null }, 'url', {
  get: () => {
    throw new Error('Render frame was disposed');
  },
});
const senders: readonly [sentence: string, frame: unknown][] = [
  ['a frame that is gone', null],
  ['a frame that was destroyed', destroyed],
  ['a frame that was destroyed while it was asked', disposedAtUrl],
  ['a frame without an address', { url: '', parent: null }],
  ['a frame inside the page', { ...ours, parent: { url: 'app://nuantuo/' } }],
  ...foreign.map((url): [string, unknown] => [`a page at «${url}»`, { url, parent: null }]),
];

/** Asks for a port as the preload does, from a frame. */
export function askForPort(senderFrame: unknown, sender: unknown = shell.window.webContents) {
  ipcMain.emit('nuantuo:port', { senderFrame, sender });
  return shell.window.webContents.posted.pop()?.ports[0];
}
export const askFromOurPage = () => {
  const port = askForPort(ours);
  if (!port) throw new Error('no port was passed');
  return port;
};
export const clientOn = (port: unknown) =>
  createORPCClient<Client>(new RPCLink({ port: port as unknown as MessagePort }));

const save = (event: unknown, name: unknown) =>
  (seen.invoke.get('nuantuo:save-pdf') as unknown as (event: unknown, name: unknown) => Promise<boolean>)(
    event,
    name,
  );

/** Point 17: only the main frame of our own window is answered. */
export function senderPoints(): void {
  for (const [sentence, frame] of senders) {
    point(17, `${sentence} gets no port and no PDF`, async () => {
      expect(askForPort(frame)).toBeUndefined();
      seen.saved = null;
      expect(await save({ senderFrame: frame, sender: shell.window.webContents }, 'x')).toBe(false);
      expect(seen.saved).toBeNull();
    });
  }
  point(17, 'contents of another window get no port and no PDF, though their address is ours', async () => {
    expect(askForPort(ours, {})).toBeUndefined();
    expect(await save({ senderFrame: ours, sender: {} }, 'x')).toBe(false);
  });
  point(17, 'two channels are listened to, and no others', () => {
    expect(ipcMain.eventNames()).toEqual(['nuantuo:port']);
    expect([...seen.invoke.keys()]).toEqual(['nuantuo:save-pdf']);
  });
  point(17, 'our own page gets the contract over its port', async () => {
    const port = askFromOurPage();
    expect(await clientOn(port).people.state({})).toMatchObject({ stage: 'absent', me: null });
    port.close();
  });
  for (const name of [null, undefined, 7, {}, ['a'], '', '\0', '..\\..\\x', 'a'.repeat(5_000)])
    point(
      17,
      `a PDF named ${JSON.stringify(name)?.slice(0, 20)} is saved under a name that is a name`,
      async () => {
        await save({ senderFrame: ours, sender: shell.window.webContents }, name);
        expect(seen.saved).toMatch(/^[^\\/:*?"<>|\p{Cc}]{1,120}\.pdf$/u);
      },
    );
  point(17, 'the name of a PDF keeps its Chinese', async () => {
    await save({ senderFrame: ours, sender: shell.window.webContents }, '../2026年10月/工资表');
    expect(seen.saved).toBe('.._2026年10月_工资表.pdf');
  });
}
