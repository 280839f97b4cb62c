import { expect, vi } from 'vitest';
import { app, session, WebContents, type Session } from '../electron-stand-in.ts';
import { point } from './point.ts';
import { shell } from './running.ts';

/** Addresses that look like ours, lead elsewhere, or run something. */
export const foreign: readonly string[] = [
  'https://example.org/',
  'http://nuantuo/',
  'http://127.0.0.1:47110/',
  'https://nuantuo.example/app://nuantuo/',
  'app://nuantuo.evil/',
  'app://nuantuo.evil.example/index.html',
  'app://nuantuo@evil/',
  'app://nuantuo:secret@evil/',
  'app://evil@nuantuo/',
  'app://user:word@nuantuo/',
  'app://nuantuo./',
  'app://nuantuo:80/',
  'app://nuantuo:443/index.html',
  'app://NUANTUO/',
  'APP://nuantuo/',
  'app://nuаntuo/', // a Cyrillic а
  'app://nuantuο/', // a Greek ο
  'app://nuantuo／evil/',
  'app://nuantuo%2eevil/',
  'app://nuantuo%00/',
  'app://nuantuo%40evil/',
  'app://nuantuo\\@evil/',
  'app:\\\\nuantuo\\',
  'app:nuantuo/',
  'app:/nuantuo/',
  'app:///nuantuo/',
  'app://',
  'app:///',
  'apps://nuantuo/',
  'xapp://nuantuo/',
  ' app://nuantuo/',
  '\tapp://nuantuo/',
  'app://nua\ntuo/',
  'file:///C:/Windows/System32/calc.exe',
  'file://server/share/file.html',
  '\\\\server\\share\\file.html',
  '//server/share',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.org/1',
  'blob:app://evil/1',
  'blob:app://nuantuo/1', // our own bytes, but no page of ours is a blob
  'filesystem:app://nuantuo/temporary/x',
  'view-source:app://nuantuo/',
  'about:blank',
  'about:srcdoc',
  'chrome://settings/',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/index.html',
  'ws://nuantuo/',
  'wss://example.org/',
  'ftp://example.org/',
  'mailto:director@example.org',
  'tel:110',
  'ms-settings:privacy',
  'search-ms:query=x&crumb=location:\\\\evil\\share',
  'intent://nuantuo/#Intent;scheme=app;end',
  'vbscript:msgbox(1)',
  'urn:nuantuo',
  '',
  '#/residents',
  'nuantuo',
];
const own = ['app://nuantuo/', 'app://nuantuo/#/residents', 'app://nuantuo/index.html#/checkups?day=1'];
const leaving = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const;

function stopped(contents: WebContents, event: string, url: string): boolean {
  const details = { url, preventDefault: vi.fn<() => void>() };
  contents.emit(event, details);
  return details.preventDefault.mock.calls.length > 0;
}

/** Points 11 to 14: a page stays on our pages, opens nothing and embeds nothing. */
export function navigationPoints(): void {
  for (const url of foreign) {
    point(13, `no page leaves for «${url}», be it by a link, in a frame or by being sent on`, () => {
      expect(leaving.filter((event) => !stopped(shell.window.webContents, event, url))).toEqual([]);
    });
    point(14, `no window is opened for «${url}»`, () => {
      expect(shell.window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
    });
  }
  for (const url of own) {
    point(13, `a page may go to «${url}»`, () => {
      expect(leaving.filter((event) => stopped(shell.window.webContents, event, url))).toEqual([]);
    });
    point(14, `not even «${url}» opens a second window`, () => {
      expect(shell.window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
    });
  }
  point(12, 'no page embeds another', () => {
    const webview = { preventDefault: vi.fn<() => void>() };
    shell.window.webContents.emit('will-attach-webview', webview, {}, { src: 'app://nuantuo/' });
    expect(webview.preventDefault).toHaveBeenCalledOnce();
  });
  point(13, 'contents that come to be in any other way are kept inside as well', () => {
    const other = new WebContents();
    expect(other.openHandler?.({ url: 'app://nuantuo/' })).toEqual({ action: 'deny' });
    expect(stopped(other, 'will-navigate', 'https://example.org/')).toBe(true);
    expect(other.listenerCount('will-attach-webview')).toBe(1);
  });
}

function cancelled(url: string, resourceType: string, on: Session = shell.session): boolean | undefined {
  let answer: boolean | undefined;
  on.requests?.({ url, resourceType }, ({ cancel }) => (answer = cancel));
  return answer;
}

const schemes = [
  'http://example.org/',
  'https://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'filesystem:app://nuantuo/x',
  'chrome://gpu/',
  'view-source:app://nuantuo/',
  'about:blank',
  'javascript:alert(1)',
  'data:text/javascript,alert(1)',
  'blob:https://example.org/1',
  'urn:x',
  'mailto:a@example.org',
  'app://nuantuo.evil/',
  'app://nuantuo@evil/',
];

/** Point 1: nothing is loaded from anywhere but the program itself. */
export function requestPoints(): void {
  for (const url of schemes)
    point(1, `a request to ${url} is cancelled`, () => {
      for (const type of ['mainFrame', 'script', 'xhr', 'webSocket', 'ping'])
        expect(cancelled(url, type)).toBe(true);
    });
  point(1, 'our own files, pictures as data and files made by the page are let through', () => {
    expect(cancelled('app://nuantuo/assets/index.js', 'script')).toBe(false);
    expect(cancelled('data:image/png;base64,AA==', 'image')).toBe(false);
    expect(cancelled('blob:app://nuantuo/1', 'other')).toBe(false);
  });
  for (const type of ['mainFrame', 'subFrame'])
    point(1, `neither data nor what a page made is shown as a ${type}`, () => {
      expect(cancelled('blob:app://nuantuo/1', type)).toBe(true);
      expect(cancelled('data:text/html,x', type)).toBe(true);
    });
  point(1, 'the tools of developers are there in development only', () => {
    expect(cancelled('devtools://devtools/bundled/inspector.html', 'mainFrame')).toBe(false);
    app.isPackaged = true;
    expect(cancelled('devtools://devtools/bundled/inspector.html', 'mainFrame')).toBe(true);
    expect(cancelled('chrome-extension://abcdefghijklmnop/x.js', 'script')).toBe(true);
    app.isPackaged = false;
  });
  point(1, 'any other session is closed in the same way', () => {
    const other = session.fromPartition('other', {});
    expect(cancelled('https://example.org/', 'xhr', other)).toBe(true);
    expect([
      other.permissionChecks?.(null, 'media', 'app://nuantuo/', { isMainFrame: true, requestingUrl: '' }),
    ]).toEqual([false]);
    expect(other.deviceChecks?.({})).toBe(false);
  });
  for (const [url, kept] of [
    ['blob:app://nuantuo/5d3c', true],
    ['https://example.org/x.exe', false],
    ['blob:https://example.org/1', false],
    ['data:application/octet-stream,x', false],
    ['app://nuantuo/assets/index.js', false],
    ['file:///etc/passwd', false],
  ] as const)
    point(1, `a download of ${url} is ${kept ? 'offered to be saved' : 'stopped'}`, () => {
      const event = { preventDefault: vi.fn<() => void>() };
      shell.session.emit('will-download', event, { getURL: () => url });
      expect(event.preventDefault.mock.calls.length > 0).toBe(!kept);
    });
}
