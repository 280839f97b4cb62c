import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../../build/paths.ts';
import { filesBelow, textOf } from '../built.ts';
import { forbiddenIn, importedFrom } from '../forbidden.ts';
import { point } from './point.ts';

const folders = ['shared', 'db', 'electron', 'renderer'] as const;
const sources = folders.flatMap((folder) => filesBelow(join(root, folder), ['.ts', '.tsx']));
const named = (path: string) => relative(root, path).replaceAll('\\', '/');

/** Where a source names an address of this PC: the seat says its own, and nothing else. */
const addressesInSource = ['electron/seat/gate.ts: http://', 'electron/seat/server.ts: http://'];

/** Names of formats, and links in the texts of faults: none is ever asked for. A new one must be looked at. */
const names = new Set([
  'http://www.w3.org',
  'http://schemas.openxmlformats.org',
  'http://schemas.microsoft.com',
  'http://purl.org',
  'http://purl.oclc.org',
  'http://sheetjs.openxmlformats.org',
  'http://orpc',
  'http://json-schema.org',
  'https://json-schema.org',
  'http://',
  'http://goo.gl',
  'https://github.com',
  'https://stuk.github.io',
  'https://kysely.dev',
  'https://react.dev',
  'https://mantine.dev',
  'https://redux.js.org',
  'https://redux-toolkit.js.org',
  'https://bit.ly',
  'https://react.i18next.com',
]);

const isAddress = (what: string) => what.includes('://');

/**
 * What runs a text of its own or makes one into a page in the packages of others (nothing of ours does): looked at one by one. In the
 * window the policy forbids it in any case; in the main process none of it is given a text from outside.
 */
const others = new Set([
  'main: .importScripts', // setImmediate of exceljs's zip writer asks whether it runs in a browser's worker
  'main: .innerHTML', // SheetJS, for a table of a page: there are no pages in a worker of Node
  'main: Function()', // lodash looks for the global object
  'main: new Function()', // zod compiles its own schemas, bluebird its own callbacks
  'renderer: .innerHTML', // React: an empty script element, and dangerouslySetInnerHTML of Mantine's style elements
  'renderer: Function()', // zod and decimal.js ask whether they may; the policy says no
  'renderer: dangerouslySetInnerHTML', // Mantine's style elements, made of its own theme
]);

/** Points 1, 11, 15, 17, 20 in the text of the program: what is not there cannot be used. */
export function sourcePoints(built: string): void {
  const inSource = sources.map((path) => ({
    path: named(path),
    code: textOf(path),
    found: forbiddenIn(path, textOf(path)),
  }));
  const bundles = filesBelow(built, ['.js', '.cjs']).map((path) => ({
    path: relative(built, path).replaceAll('\\', '/'),
    code: textOf(path),
    found: forbiddenIn(path, textOf(path)),
  }));

  point(20, 'the walk over the program finds what it looks for', () => {
    const text = `eval(x); new Function(x); Function(x); a.innerHTML = b; document.write(c); setTimeout('x', 1);
      fetch(\`http://a.example/\${x}\`); const d = <div dangerouslySetInnerHTML={e} />; const f = <iframe src={g} />;
      shell.openExternal(h); a['outerHTML'] = i; new WebSocket('wss://b.example'); // eval(ignored)`;
    expect(forbiddenIn('x.tsx', text).map(({ what }) => what)).toEqual([
      'eval()',
      'new Function()',
      'Function()',
      '.innerHTML',
      '.write',
      `setTimeout('')`,
      'http://a.example',
      'dangerouslySetInnerHTML',
      '<iframe>',
      '.openExternal',
      '.outerHTML',
      'new WebSocket()',
      'wss://b.example',
    ]);
    expect(sources.length).toBeGreaterThan(300);
    expect(bundles.length).toBeGreaterThan(50);
  });
  point(20, 'no source runs a text or makes one into a page', () => {
    expect(
      inSource.flatMap(({ path, found }) =>
        found.filter(({ what }) => !isAddress(what)).map(({ what }) => `${path}: ${what}`),
      ),
    ).toEqual([]);
  });
  point(1, 'no source names an address but that of the seat', () => {
    expect(
      [
        ...new Set(
          inSource.flatMap(({ path, found }) =>
            found.filter(({ what }) => isAddress(what)).map(({ what }) => `${path}: ${what}`),
          ),
        ),
      ].toSorted(),
    ).toEqual(addressesInSource);
  });
  point(1, 'bundles name addresses only as names of formats and in words', () => {
    const foreign = bundles.flatMap(({ path, found }) =>
      found.filter(({ what }) => isAddress(what) && !names.has(what)).map(({ what }) => `${path}: ${what}`),
    );
    expect(foreign).toEqual([]);
  });
  point(1, 'nothing in a bundle speaks to a socket', () => {
    const sockets = /^(?:wss?:|ftp:|new (?:WebSocket|EventSource|XMLHttpRequest|SharedWorker))/;
    expect(bundles.flatMap(({ found }) => found.filter(({ what }) => sockets.test(what)))).toEqual([]);
  });
  point(15, 'nothing is handed to another program of the PC, in no source and in no bundle', () => {
    const leaving = [...inSource, ...bundles].flatMap(({ path, found }) =>
      found.filter(({ what }) => ['.openExternal', '.openPath'].includes(what)).map(() => path),
    );
    expect(leaving).toEqual([]);
  });
  point(15, 'the shell uses these parts of Electron and no others', () => {
    const main = bundles.filter(({ path }) => path.startsWith('main/'));
    const used = main.flatMap(({ path, code }) => importedFrom(path, code, 'electron'));
    expect(used.toSorted()).toEqual([
      'BrowserWindow',
      'MessageChannelMain',
      'app',
      'dialog',
      'ipcMain',
      'powerMonitor',
      'protocol',
      'session',
    ]);
  });
  point(17, 'one file listens to the window', () => {
    const listening = inSource.filter(({ path, code }) =>
      importedFrom(path, code, 'electron').includes('ipcMain'),
    );
    expect(listening.map(({ path }) => path)).toEqual(['electron/shell/port.ts']);
  });
  point(20, 'one file is the bridge, and it is the preload', () => {
    const bridging = inSource.filter(({ path, code }) =>
      importedFrom(path, code, 'electron').some((name) => /^(?:contextBridge|ipcRenderer)$/.test(name)),
    );
    expect(bridging.map(({ path }) => path)).toEqual(['electron/shell/preload.ts']);
  });
  for (const module of [
    'node:net',
    'node:tls',
    'node:dgram',
    'node:dns',
    'node:https',
    'node:http2',
    'node:vm',
    'node:inspector',
    'node:repl',
    'node:child_process',
  ])
    point(20, `the main process does not load ${module}`, () => {
      const short = module.replace('node:', '');
      const loading = bundles.filter(({ code }) =>
        new RegExp(`(?:from|require\\(|import\\()\\s*["'\`](?:node:)?${short}["'\`]`).test(code),
      );
      expect(loading.map(({ path }) => path)).toEqual([]);
    });
  point(20, 'only the seat, which is no part of the shell, answers HTTP', () => {
    const loading = inSource.filter(({ code }) => /from 'node:https?'/.test(code));
    expect(loading.length).toBeGreaterThan(0);
    expect(loading.filter(({ path }) => !path.startsWith('electron/seat/'))).toEqual([]);
    expect(bundles.filter(({ code }) => /from "node:http"/.test(code))).toEqual([]);
  });
  point(20, 'no report of a crash is made or sent: it would hold records', () => {
    expect(
      [...inSource, ...bundles].filter(({ code }) => code.includes('crashReporter')).map(({ path }) => path),
    ).toEqual([]);
  });
  point(4, 'nothing that is shipped or starts the program takes the sandbox away', () => {
    const shipped = ['package.json', 'build/electron-builder.yml', 'build/start.ts'].map((name) =>
      readFileSync(join(root, name), 'utf8'),
    );
    expect(shipped.filter((text) => /no-?sandbox/i.test(text))).toEqual([]);
    const apart = new Set(['electron/core/switches.ts', 'main/main.js']); // the list of switches that the program refuses
    const naming = [...inSource, ...bundles].filter(
      ({ path, code }) => code.includes('no-sandbox') && !apart.has(path),
    );
    expect(naming.map(({ path }) => path)).toEqual([]);
  });
  point(11, 'no page holds another one', () => {
    expect(inSource.filter(({ code }) => /<(?:webview|iframe|object|embed)\b/.test(code))).toEqual([]);
  });
  point(20, 'what runs a text, or makes one into a page, in the packages of others is known', () => {
    const running = bundles.flatMap(({ path, found }) =>
      found.filter(({ what }) => !isAddress(what)).map(({ what }) => `${path.split('/')[0]}: ${what}`),
    );
    expect([...new Set(running)].filter((each) => !others.has(each))).toEqual([]);
  });
}
