import { RPCHandler } from '@orpc/server/bun-ws';
import {
  dialog,
  ipcMain,
  MessageChannelMain,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type MessagePortMain,
} from 'electron';
import { writeFileDurably } from '../core/durable-file.ts';
import type { House } from '../core/house.ts';
import { hearWithin } from '../core/limited-port.ts';
import { router } from '../core/router.ts';
import { isOurs } from './address.ts';

/** The two channels between preload and main: one asks for the port that carries the contract, one prints to a PDF file. */
export const CHANNELS = { port: 'nuantuo:port', savePdf: 'nuantuo:save-pdf' } as const;

export type Desk = {
  /** Ends the session of the window and its port; the window gets a new one when it is loaded again. */
  end(): Promise<void>;
};

/** Gives the window its port to the door. A reload ends the session before it: the window that signed in is gone. */
export function answerWindow(window: BrowserWindow, house: House): Desk {
  const handler = new RPCHandler(router);
  let connection = house.connect();
  let port: MessagePortMain | null = null;

  const end = (): Promise<void> => {
    port?.close();
    port = null;
    const before = connection;
    connection = house.connect();
    return house.disconnect(before);
  };

  ipcMain.on(CHANNELS.port, (event) => {
    if (!isFromWindow(event, window)) return;
    void end();
    const { port1, port2 } = new MessageChannelMain();
    port = port1;
    const context = { house, connection };
    // oRPC's handler for one socket: that for ports speaks the same, but drops the fault of a message that it cannot read, and a fault
    // that nobody catches ends the program.
    const peer = {
      send: (data: unknown) => {
        port1.postMessage(data);
        return 0;
      },
    };
    hearWithin(port1, {
      answer: (message) => handler.message(peer, message, { context }),
      clock: () => performance.now(),
      refuse: (why) => {
        house.log({ reference: house.reference(), request: 'port', error: new Error(why) });
        if (port === port1) void end();
        else port1.close();
      },
    });
    port1.on('close', () => handler.close(peer));
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
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    writeFileDurably(filePath, pdf); // a full disk leaves no half of a paper
    return true;
  });
  return { end };
}

/**
 * Only the main frame of our own window is answered. It fails closed: a frame that is gone is null or throws when it is asked, and
 * one without an address is nobody's.
 */
function isFromWindow(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  try {
    const frame = event.senderFrame;
    return (
      frame !== null && frame.parent === null && isOurs(frame.url) && event.sender === window.webContents
    );
  } catch {
    return false; // Electron throws where a frame was destroyed: nobody is left to be answered
  }
}
