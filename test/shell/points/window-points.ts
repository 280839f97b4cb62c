import { expect } from 'vitest';
import { app, seen } from '../electron-stand-in.ts';
import { point } from './point.ts';
import { shell } from './running.ts';

/** What every window must say aloud, by the point of the checklist that asks for it. */
const settings: readonly [point: number, name: string, value: unknown][] = [
  [2, 'nodeIntegration', false],
  [2, 'nodeIntegrationInWorker', false],
  [2, 'nodeIntegrationInSubFrames', false],
  [3, 'contextIsolation', true],
  [4, 'sandbox', true],
  [6, 'webSecurity', true],
  [8, 'allowRunningInsecureContent', false],
  [11, 'webviewTag', false],
  [13, 'navigateOnDragDrop', false],
  [20, 'plugins', false],
  [20, 'spellcheck', false],
];
const forbidden: readonly [point: number, name: string][] = [
  [9, 'experimentalFeatures'],
  [10, 'enableBlinkFeatures'],
  [10, 'disableBlinkFeatures'],
  [2, 'nodeIntegrationInServiceWorker'],
  [3, 'enableDeprecatedPaste'],
  [4, 'additionalArguments'],
  [20, 'enablePreferredSizeMode'],
];

/** How the program starts and what its window is: points 2 to 4, 6, 8 to 11, 18, 20. */
export function windowPoints(): void {
  for (const [number, name, value] of settings) {
    point(number, `every window says ${name}: ${String(value)}`, () => {
      expect(seen.windows.map(({ options }) => options.webPreferences[name])).toEqual([value]);
    });
  }
  for (const [number, name] of forbidden) {
    point(number, `no window has ${name}`, () => {
      expect(seen.windows.filter(({ options }) => name in options.webPreferences)).toEqual([]);
    });
  }
  point(2, 'no window has a setting that these tests do not know', () => {
    const known = new Set([...settings.map(([, name]) => name), 'session', 'preload', 'devTools']);
    expect(Object.keys(shell.window.options.webPreferences).filter((name) => !known.has(name))).toEqual([]);
  });
  point(4, 'the sandbox is asked for before Electron is ready', () => {
    expect(seen.journal.filter((call) => call === 'enableSandbox')).toHaveLength(1);
    expect(seen.journal.indexOf('enableSandbox')).toBeLessThan(seen.journal.indexOf('ready'));
  });
  point(18, 'one scheme is privileged, with exactly three privileges, before Electron is ready', () => {
    expect(seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect(seen.journal.indexOf('registerSchemesAsPrivileged')).toBeLessThan(seen.journal.indexOf('ready'));
  });
  point(18, 'the window loads our own page by our own scheme, never a file', () => {
    expect(shell.window.url).toBe('app://nuantuo/');
  });
  point(18, 'no other scheme is answered', () => {
    expect(seen.sessions.flatMap(({ protocols }) => [...protocols.keys()])).toEqual(['app']);
  });
  point(18, 'one program runs at a time: the lock is asked for before anything is opened', () => {
    expect(seen.journal).toEqual([
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'requestSingleInstanceLock',
      'ready',
      'new BrowserWindow',
    ]);
  });
  point(18, 'the session lives in memory only and keeps no cache', () => {
    expect(shell.session.name).not.toMatch(/^persist:/);
    expect(shell.session.options).toEqual({ cache: false });
  });
  point(1, 'no name of the internet is ever resolved', () => {
    expect(app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });
  point(20, 'the only script before the page is our preload', () => {
    expect(shell.window.options.webPreferences['preload']).toMatch(/out.preload.preload\.cjs$/);
  });
}
