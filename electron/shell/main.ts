import { app, protocol, session } from 'electron';
import { join } from 'node:path';
import { dataFolder } from '../core/data-folder.ts';
import { faultLog } from '../core/fault-log.ts';
import { House } from '../core/house.ts';
import { windowFiles } from '../core/window-files.ts';
import { answerWindow } from './port.ts';
import { denyEverythingElse, openWindow, ORIGIN, SCHEME } from './window.ts';

/** Electron's start: one instance, one sandboxed window, our own scheme, nothing kept in Chromium's caches. */
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

export const started = app.requestSingleInstanceLock() ? start() : Promise.resolve(app.exit(0));

async function start(): Promise<void> {
  await app.whenReady();
  const demo = process.argv.includes('--demo');
  const folder = join(dataFolder(), demo ? 'demo' : 'centre');
  const house = new House({ folder, demo, log: faultLog(folder) });

  const memoryOnly = session.fromPartition('nuantuo', { cache: false });
  denyEverythingElse(memoryOnly);
  const serve = windowFiles(join(app.getAppPath(), 'out', 'renderer'), "'none'");
  memoryOnly.protocol.handle(SCHEME, (request) => {
    const url = new URL(request.url);
    return url.origin === ORIGIN || url.host === 'nuantuo'
      ? serve(url.pathname)
      : new Response('not found', { status: 404 });
  });

  const window = openWindow(memoryOnly, join(app.getAppPath(), 'out', 'preload', 'preload.cjs'));
  answerWindow(window, house);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  setInterval(() => void house.sweepSoon(), 15_000).unref();
  app.on('window-all-closed', () => {
    void house.close().then(() => app.quit());
  });
}
