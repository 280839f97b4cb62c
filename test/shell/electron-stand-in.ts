/**
 * Stands in for the module `electron`, so that the real main process and preload run under plain Node. It records what the shell
 * asks for; it proves what we ask, not what Electron does.
 */
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

type Handler = (...args: never[]) => unknown;

export const seen = {
  windows: [] as BrowserWindow[],
  schemes: [] as unknown[],
  protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
  invoke: new Map<string, Handler>(),
  exposed: {} as Record<string, unknown>,
  permissionRequests: null as
    | null
    | ((contents: unknown, permission: string, decide: (granted: boolean) => void) => void),
  permissionChecks: null as null | (() => boolean),
  deviceChecks: null as null | (() => boolean),
  requests: null as
    | null
    | ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void),
  partition: null as null | { name: string; options: unknown },
  saved: null as null | string,
  isFirstInstance: true,
};

class App extends EventEmitter {
  isPackaged = false;
  sandboxed = false;
  exited: number | null = null;
  readonly folder = mkdtempSync(join(tmpdir(), 'nuantuo-shell-'));
  whenReady = async () => undefined;
  requestSingleInstanceLock = () => seen.isFirstInstance;
  enableSandbox() {
    this.sandboxed = true;
  }
  getAppPath = () => this.folder;
  quit() {}
  exit(code: number) {
    this.exited = code;
  }
}
export const app = new App();

class WebContents extends EventEmitter {
  openHandler: null | (() => { action: string }) = null;
  posted: { channel: string; ports: MessagePort[] }[] = [];
  setWindowOpenHandler(handler: () => { action: string }) {
    this.openHandler = handler;
  }
  postMessage(channel: string, _message: unknown, ports: MessagePort[]) {
    this.posted.push({ channel, ports });
  }
  printToPDF = async () => Buffer.from('%PDF-1.7');
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  url = '';
  readonly options: { webPreferences: Record<string, unknown> };
  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    seen.windows.push(this);
  }
  loadURL = async (url: string) => void (this.url = url);
  show() {}
  focus() {}
  restore() {}
  isMinimized = () => false;
}

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler) {
    seen.invoke.set(channel, handler);
  }
}
export const ipcMain = new IpcMain();
export const ipcRenderer = Object.assign(new EventEmitter(), {
  send: () => undefined,
  invoke: async () => true,
});
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => void (seen.exposed[name] = api),
};

export class MessageChannelMain {
  readonly port1;
  readonly port2;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = Object.assign(port1, { start: () => undefined });
    this.port2 = port2;
  }
}

const partition = {
  setPermissionRequestHandler: (handler: typeof seen.permissionRequests) =>
    void (seen.permissionRequests = handler),
  setPermissionCheckHandler: (handler: () => boolean) => void (seen.permissionChecks = handler),
  setDevicePermissionHandler: (handler: () => boolean) => void (seen.deviceChecks = handler),
  webRequest: { onBeforeRequest: (handler: typeof seen.requests) => void (seen.requests = handler) },
  protocol: {
    handle: (scheme: string, handler: (request: Request) => Response) =>
      void seen.protocols.set(scheme, handler),
  },
};
export const session = {
  fromPartition: (name: string, options: unknown) => {
    seen.partition = { name, options };
    return partition;
  },
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void seen.schemes.push(...schemes),
};
export const dialog = {
  showSaveDialog: async (_window: unknown, options: { defaultPath: string }) => {
    seen.saved = options.defaultPath;
    return { canceled: true, filePath: '' };
  },
};
