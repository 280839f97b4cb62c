import { app, dialog, powerMonitor, type BrowserWindow } from 'electron';
import type { House } from '../core/house.ts';
import type { Desk } from './port.ts';
import { inBoth } from './words.ts';

/** Milliseconds within which a second fall of the window is not answered by loading it once more. */
const SOON = 60_000;

type Watched = { readonly window: BrowserWindow; readonly desk: Desk; readonly house: House };

/**
 * What ends a session besides its user: the window's process falls, the PC is locked, sleeps or shuts down. The session ends first,
 * and with the last one the key is wiped; then the page is loaded afresh, so that nothing of a record stays in its memory.
 */
export function watchWindow({ window, desk, house }: Watched): void {
  const log = (what: string) =>
    house.log({ reference: house.reference(), request: 'shell', error: new Error(what) });
  const lock = (): void => void desk.end().then(() => window.webContents.reload());
  let fell = -SOON;

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`the process of the window is gone: ${reason}, ${exitCode}`);
    const soon = house.now() - fell < SOON;
    fell = house.now();
    if (!soon) return lock();
    // Loading it over and over would keep the user from reading anything: the next time is hers to choose.
    const message = inBoth('fellAgain');
    void desk
      .end()
      .then(() => dialog.showMessageBox({ type: 'error', message, buttons: [inBoth('loadAgain')] }))
      .then(() => window.webContents.reload());
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log(`a process is gone: ${type}, ${reason}, ${exitCode}`);
  });
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('shutdown', () => void desk.end());
  window.on('session-end', () => void desk.end());
}

/**
 * A fault that nobody caught leaves the program in a state that nobody knows; it must not go on writing. It is logged and the program
 * ends at once. What was acknowledged is on the disk; what was not is rolled back when the file is next opened.
 */
export function endOnFault(faults: NodeJS.EventEmitter, log: House['log'], reference: () => string): void {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    faults.on(event, (error: unknown) => {
      try {
        log({ reference: reference(), request: event, error });
      } finally {
        app.exit(1);
      }
    });
  }
}
