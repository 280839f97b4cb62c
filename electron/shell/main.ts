import { app, dialog, protocol, session } from 'electron';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../core/data-folder.ts';
import { faultLog } from '../core/fault-log.ts';
import { changedFile, type Sums } from '../core/program-files.ts';
import { CryptographyIsMissing } from '../core/self-test.ts';
import { startHouse } from '../core/start-house.ts';
import { refusedSwitches } from '../core/switches.ts';
import { windowFiles } from '../core/window-files.ts';
import { isOurs, SCHEME } from './address.ts';
import { denyEverythingElse, keepInside } from './denials.ts';
import { answerWindow } from './port.ts';
import { endOnFault, watchWindow } from './watch.ts';
import { openWindow } from './window.ts';
import { inBoth } from './words.ts';

/** Electron's start: one instance, one sandboxed window, our own scheme, nothing kept in Chromium's caches. */
app.enableSandbox();
// The program has nothing to ask of a network: no name is resolved, whatever a part of Chromium may wish for.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('session-created', denyEverythingElse); // whatever other session Chromium may make
app.on('web-contents-created', (_event, contents) => keepInside(contents));

const folder = join(dataFolder(), process.argv.includes('--demo') ? 'demo' : 'centre');
const log = faultLog(folder);
endOnFault(process, log, () => randomUUID().slice(0, 8).toUpperCase());

export const started = app.requestSingleInstanceLock() ? start() : Promise.resolve(app.exit(0));

async function start(): Promise<void> {
  const refusal = whyNot();
  if (refusal) return refuse(refusal);
  await app.whenReady();
  const house = await startHouse({ folder, demo: process.argv.includes('--demo'), log }).catch(sentenceOf);
  if (typeof house === 'string') return refuse(house);

  const memoryOnly = session.fromPartition('nuantuo', { cache: false });
  denyEverythingElse(memoryOnly);
  const serve = windowFiles(join(app.getAppPath(), 'out', 'renderer'), "'none'");
  memoryOnly.protocol.handle(SCHEME, (request) =>
    isOurs(request.url) && request.method === 'GET'
      ? serve(new URL(request.url).pathname)
      : new Response('not found', { status: 404 }),
  );

  const window = openWindow(memoryOnly, join(app.getAppPath(), 'out', 'preload', 'preload.cjs'));
  watchWindow({ window, desk: answerWindow(window, house), house });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  setInterval(() => void house.sweepSoon(), 15_000).unref();
  app.on('window-all-closed', () => {
    void house.close().then(() => app.quit());
  });
}

function refuse(sentence: string): void {
  dialog.showErrorBox('暖托 Nuantuo', sentence);
  app.exit(1);
}

/** The sentence of a fault that has one for the user; any other fault ends the program through endOnFault. */
function sentenceOf(fault: unknown): string {
  if (fault instanceof CryptographyIsMissing) return fault.message;
  throw fault;
}

/** Why this program is not to be started as it is, in both languages; null where nothing is against it. */
function whyNot(): string | null {
  if (app.isPackaged && refusedSwitches.some((name) => app.commandLine.hasSwitch(name)))
    return inBoth('switchRefused');
  const program = app.getAppPath();
  const sums = JSON.parse(readFileSync(join(program, 'out', 'main', 'program-files.json'), 'utf8')) as Sums;
  const changed = changedFile(program, sums);
  return changed === null ? null : `${inBoth('fileChanged')}\n\n${changed}`;
}
