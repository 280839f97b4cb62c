import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { point } from './point.ts';
import { shell } from './running.ts';

/** The names in the signature of a handler, read from the types of the Electron that is installed: an upgrade brings its own cases. */
function namesOf(handler: 'setPermissionRequestHandler' | 'setPermissionCheckHandler'): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const types = readFileSync(join(folder, 'electron.d.ts'), 'utf8');
  const signature = types.split('\n').find((line) => line.includes(`${handler}(handler:`)) ?? '';
  const union = /permission: ([^,]*?)[,)]/.exec(signature)?.[1] ?? '';
  return [...union.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '');
}

const ours = { isMainFrame: true, requestingUrl: 'app://nuantuo/' };
const COPYING = 'clipboard-sanitized-write';
const requested = namesOf('setPermissionRequestHandler');
const checked = namesOf('setPermissionCheckHandler');

function asked(name: string, details = ours): boolean | undefined {
  let answer: boolean | undefined;
  shell.session.permissionRequests?.(null, name, (yes) => (answer = yes), details);
  return answer;
}
const held = (name: string, origin = 'app://nuantuo/', details = ours) =>
  shell.session.permissionChecks?.(null, name, origin, details);

/** Point 5: whatever the installed Electron knows as a permission is refused, but copying a table from our own page. */
export function permissionPoints(): void {
  point(5, 'the names of all permissions were found in the types of Electron', () => {
    expect(requested.length).toBeGreaterThanOrEqual(46);
    expect(requested).toContain('openExternal');
    expect(checked).toEqual(requested);
  });
  for (const name of requested.filter((each) => each !== COPYING))
    point(5, `${name} is refused, asked for or looked up`, () => {
      expect([asked(name), held(name)]).toEqual([false, false]);
    });
  point(5, 'a permission that nobody has heard of is refused', () => {
    expect([asked('mind-reading'), held('mind-reading')]).toEqual([false, false]);
  });
  point(5, 'our own page may copy what its user asked to copy', () => {
    expect([asked(COPYING), held(COPYING)]).toEqual([true, true]);
    expect(held(COPYING, 'app://nuantuo')).toBe(true);
  });
  for (const url of ['https://evil.example/', 'app://nuantuo.evil/', 'app://nuantuo@evil/', 'null', ''])
    point(5, `a page at «${url}» may not even copy`, () => {
      expect([asked(COPYING, { ...ours, requestingUrl: url }), held(COPYING, url)]).toEqual([false, false]);
    });
  point(5, 'a frame inside the page may not even copy', () => {
    const frame = { ...ours, isMainFrame: false };
    expect([asked(COPYING, frame), held(COPYING, 'app://nuantuo/', frame)]).toEqual([false, false]);
  });
  for (const deviceType of ['hid', 'serial', 'usb'])
    point(5, `no ${deviceType} device is given`, () => {
      expect(shell.session.deviceChecks?.({ deviceType, origin: 'app://nuantuo', device: {} })).toBe(false);
    });
  point(5, 'the screen is not given to a page', () => {
    const streams: unknown[] = [];
    shell.session.captures?.({ securityOrigin: 'app://nuantuo' }, (given) => streams.push(given));
    expect(streams).toEqual([null]);
  });
}
