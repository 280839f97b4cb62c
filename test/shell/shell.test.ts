import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '../support/house.ts';
import { app, ipcMain, seen, type BrowserWindow } from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

const ours = { url: 'app://nuantuo/index.html', parent: null };
let window: BrowserWindow;

beforeAll(async () => {
  process.env['NUANTUO_HOME'] = mkdtempSync(join(tmpdir(), 'nuantuo-home-'));
  mkdirSync(join(app.folder, 'out', 'renderer'), { recursive: true });
  writeFileSync(join(app.folder, 'out', 'renderer', 'index.html'), '<p>暖托</p>');
  await (
    await import('../../electron/shell/main.ts')
  ).started;
  window = seen.windows[0] as BrowserWindow;
});

/** Asks for a port as the preload does, from a frame. */
function askForPort(senderFrame: unknown) {
  ipcMain.emit('nuantuo:port', { senderFrame, sender: window.webContents });
  return window.webContents.posted.pop();
}

describe('the Electron shell', () => {
  it('opens one sandboxed, isolated window without Node on our own scheme', () => {
    expect(app.sandboxed).toBe(true);
    expect(seen.windows).toHaveLength(1);
    expect(window.url).toBe('app://nuantuo/');
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(seen.partition).toEqual({ name: 'nuantuo', options: { cache: false } });
    expect(seen.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  it('denies every permission, pop-up, webview and page that is not ours', () => {
    const granted: boolean[] = [];
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'hid',
      'usb',
      'openExternal',
    ]) {
      seen.permissionRequests?.(null, permission, (answer) => granted.push(answer));
    }
    expect(granted).toEqual(Array(7).fill(false));
    expect([seen.permissionChecks?.(), seen.deviceChecks?.()]).toEqual([false, false]);
    expect(window.webContents.openHandler?.()).toEqual({ action: 'deny' });

    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const [url, prevented] of [
        ['https://evil.example/', true],
        ['file:///etc/passwd', true],
        ['app://nuantuo.evil.example/', true],
        ['app://nuantuo@evil.example/', true],
        ['javascript:alert(1)', true],
        ['app://nuantuo/#/residents', false],
      ] as const) {
        const details = { url, preventDefault: vi.fn<() => void>() };
        window.webContents.emit(event, details);
        expect([event, url, details.preventDefault.mock.calls.length > 0]).toEqual([event, url, prevented]);
      }
    }
    const webview = { preventDefault: vi.fn<() => void>() };
    window.webContents.emit('will-attach-webview', webview);
    expect(webview.preventDefault).toHaveBeenCalled();
  });

  it('lets no request leave the program', () => {
    const cancelled = (url: string) => {
      let answer: boolean | undefined;
      seen.requests?.({ url }, ({ cancel }) => (answer = cancel));
      return answer;
    };
    for (const url of ['https://example.org/', 'http://127.0.0.1/', 'ws://a/', 'file:///c:/x', 'ftp://a/'])
      expect(cancelled(url)).toBe(true);
    for (const url of ['app://nuantuo/', 'data:image/png;base64,', 'blob:app://nuantuo/1'])
      expect(cancelled(url)).toBe(false);
  });

  it('serves its own pages with the policy that allows no connection at all', async () => {
    const answer = await seen.protocols.get('app')?.(new Request('app://nuantuo/'));
    expect(await answer?.text()).toContain('暖托');
    expect(answer?.headers.get('content-security-policy')).toContain(`connect-src 'none'`);
    expect((await seen.protocols.get('app')?.(new Request('app://other/')))?.status).toBe(404);
  });

  it('hands the contract to its own main frame only, over a message port', async () => {
    for (const frame of [
      null,
      { url: '', parent: null },
      { url: 'about:blank', parent: null },
      { url: 'https://evil.example/', parent: null },
      { ...ours, parent: {} },
    ]) {
      expect(askForPort(frame)).toBeUndefined();
    }
    const port = askForPort(ours)?.ports[0];
    if (!port) throw new Error('no port was passed');
    const client = createORPCClient<Client>(new RPCLink({ port: port as unknown as MessagePort }));
    expect(await client.people.state({})).toMatchObject({ stage: 'absent', me: null });
    port.close();
  });

  it('saves a PDF only where the user chose, under a name that is a name', async () => {
    const save = seen.invoke.get('nuantuo:save-pdf') as unknown as (
      event: unknown,
      name: unknown,
    ) => Promise<boolean>;
    const event = { senderFrame: ours, sender: window.webContents };
    expect(await save(event, '../2026年10月/工资表')).toBe(false);
    expect(seen.saved).toBe('.._2026年10月_工资表.pdf');
    expect(await save({ ...event, senderFrame: null }, 'x')).toBe(false);
  });
});
