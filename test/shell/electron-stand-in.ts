/**
 * Stands in for the module `electron`, so that the real main process and preload run under plain Node, from source and as built. It
 * records what the shell asks for, in order; it proves what we ask, not what Electron does.
 */
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

type Handler = (...args: never[]) => unknown;
type Permission = { isMainFrame: boolean; requestingUrl: string };

export const seen = {
  /** Names of the calls that matter, in the order in which they came. */
  journal: [] as string[],
  windows: [] as BrowserWindow[],
  sessions: [] as Session[],
  schemes: [] as unknown[],
  invoke: new Map<string, Handler>(),
  exposed: {} as Record<string, unknown>,
  saved: null as null | string,
  /** What dialogs said. */
  said: [] as string[],
  isFirstInstance: true,
};

class App extends EventEmitter {
  isPackaged = false;
  exited: number | null = null;
  hasQuit = false;
  readonly switches = new Map<string, string>();
  readonly folder = mkdtempSync(join(tmpdir(), 'nuantuo-shell-'));
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.switches.set(name, value),
    hasSwitch: (name: string) => this.switches.has(name),
  };
  async whenReady() {
    seen.journal.push('ready');
  }
  requestSingleInstanceLock() {
    seen.journal.push('requestSingleInstanceLock');
    return seen.isFirstInstance;
  }
  enableSandbox() {
    seen.journal.push('enableSandbox');
  }
  getAppPath = () => this.folder;
  quit() {
    this.hasQuit = true;
  }
  exit(code: number) {
    this.exited = code;
  }
}
export const app = new App();

export class WebContents extends EventEmitter {
  openHandler: null | ((details: { url: string }) => { action: string }) = null;
  posted: { channel: string; ports: MessagePort[] }[] = [];
  reloads = 0;
  constructor() {
    super();
    app.emit('web-contents-created', {}, this);
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler;
  }
  postMessage(channel: string, _message: unknown, ports: MessagePort[]) {
    this.posted.push({ channel, ports });
  }
  reload() {
    this.reloads += 1;
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
    seen.journal.push('new BrowserWindow');
    seen.windows.push(this);
  }
  loadURL = async (url: string) => void (this.url = url);
  show() {}
  focus() {}
  restore() {}
  isMinimized = () => false;
}

class Session extends EventEmitter {
  readonly name: string;
  readonly options: unknown;
  permissionRequests:
    | null
    | ((contents: unknown, name: string, decide: (yes: boolean) => void, details: Permission) => void) = null;
  permissionChecks:
    | null
    | ((contents: unknown, name: string, origin: string, details: Permission) => boolean) = null;
  deviceChecks: null | ((details: unknown) => boolean) = null;
  captures: null | ((request: unknown, decide: (streams: unknown) => void) => void) = null;
  requests:
    | null
    | ((
        details: { url: string; resourceType?: string },
        decide: (answer: { cancel: boolean }) => void,
      ) => void) = null;
  readonly protocols = new Map<string, (request: Request) => Response | Promise<Response>>();
  constructor(name: string, options: unknown) {
    super();
    this.name = name;
    this.options = options;
    seen.sessions.push(this);
    app.emit('session-created', this);
  }
  setPermissionRequestHandler = (handler: typeof this.permissionRequests) =>
    void (this.permissionRequests = handler);
  setPermissionCheckHandler = (handler: typeof this.permissionChecks) =>
    void (this.permissionChecks = handler);
  setDevicePermissionHandler = (handler: typeof this.deviceChecks) => void (this.deviceChecks = handler);
  setDisplayMediaRequestHandler = (handler: typeof this.captures) => void (this.captures = handler);
  webRequest = { onBeforeRequest: (handler: typeof this.requests) => void (this.requests = handler) };
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
      void this.protocols.set(scheme, handler),
  };
}
export type { Session };
export const session = {
  fromPartition: (name: string, options: unknown) => new Session(name, options),
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => {
    seen.journal.push('registerSchemesAsPrivileged');
    seen.schemes.push(...schemes);
  },
};

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
export const powerMonitor = new EventEmitter();

export class MessageChannelMain {
  readonly port1;
  readonly port2;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new PortMain(port1);
    this.port2 = port2;
  }
}

/** Electron's port: it gives events with `data`, as a page's does, by Node's `on`. */
class PortMain extends EventEmitter {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('message', (data: unknown) => this.emit('message', { data }));
    port.on('close', () => this.emit('close'));
  }
  start() {}
  postMessage(data: unknown) {
    this.#port.postMessage(data);
  }
  close() {
    this.#port.close();
  }
}

export const dialog = {
  showSaveDialog: async (_window: unknown, options: { defaultPath: string }) => {
    seen.saved = options.defaultPath;
    return { canceled: true, filePath: '' };
  },
  showErrorBox: (_title: string, text: string) => void seen.said.push(text),
  showMessageBox: async ({ message }: { message: string }) => {
    seen.said.push(message);
    return { response: 0 };
  },
};
