import { app, BrowserWindow, type Session } from 'electron';
import { ORIGIN } from './address.ts';

/**
 * The one window: sandboxed, isolated, no Node (Electron's security checklist; trust.md 1.3). Every setting is written out, so that
 * a new default of Electron changes nothing. Its picture is not kept from screen capture (setContentProtection): a director is helped
 * from afar, and shows a roster on the wall, by exactly that; who stands at the PC sees the screen anyway.
 */
export function openWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#faf9f6',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
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
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${ORIGIN}/`);
  return window;
}
