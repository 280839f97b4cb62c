import { app, BrowserWindow, type Session } from 'electron';

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://nuantuo`;

/** The one window: sandboxed, isolated, no Node, no other pages, no pop-ups (Electron's security checklist; trust.md 1.3). */
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
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event as 'will-navigate', (details) => {
      if (!isOurs(details.url)) details.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** Whether an address is a page of this program; anything that cannot be read as one is not. */
export function isOurs(address: string): boolean {
  return URL.canParse(address) && address.startsWith(`${ORIGIN}/`);
}

/** No permission of the web platform is ever granted, and no request leaves the program. */
export function denyEverythingElse(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    const allowed = isOurs(details.url) || /^(?:data|blob|devtools|chrome-extension):/.test(details.url);
    decide({ cancel: !allowed });
  });
}
