import { RPCHandler } from '@orpc/server/message-port';
import {
  dialog,
  ipcMain,
  MessageChannelMain,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
} from 'electron';
import { writeFile } from 'node:fs/promises';
import type { House } from '../core/house.ts';
import { router } from '../core/router.ts';
import { isOurs } from './window.ts';

/** The two channels between preload and main: one asks for the port that carries the contract, one prints to a PDF file. */
export const CHANNELS = { port: 'nuantuo:port', savePdf: 'nuantuo:save-pdf' } as const;

/** Gives the window its port to the door. A reload ends the session before it: the window that signed in is gone. */
export function answerWindow(window: BrowserWindow, house: House): void {
  const handler = new RPCHandler(router);
  let connection = house.connect();

  ipcMain.on(CHANNELS.port, (event) => {
    if (!isFromWindow(event, window)) return;
    void house.disconnect(connection);
    connection = house.connect();
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context: { house, connection } });
    port1.start();
    window.webContents.postMessage(CHANNELS.port, null, [port2]);
  });

  ipcMain.handle(CHANNELS.savePdf, async (event, name: unknown): Promise<boolean> => {
    if (!isFromWindow(event, window)) return false;
    const suggested =
      typeof name === 'string' ? name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120) : '';
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: `${suggested || '暖托'}.pdf`,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    if (canceled || !filePath) return false;
    await writeFile(
      filePath,
      await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
    );
    return true;
  });
}

/** Only the main frame of our own window is answered; a frame that is gone or has no address is not (fails closed). */
function isFromWindow(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url) && event.sender === window.webContents;
}
