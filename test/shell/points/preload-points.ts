import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { expect } from 'vitest';
import { foreignModules, preloadModules, preloadRules } from '../../../build/preload-rules.ts';
import { textOf } from '../built.ts';
import { point } from './point.ts';

/** What the window is given, and nothing else. */
const GIVEN = { nuantuoShell: ['savePdf'] };

/** The built preload, run in a world of its own with what a sandbox gives it, and what it did there. */
function run(code: string) {
  const world = {
    loaded: [] as string[],
    given: {} as Record<string, Record<string, unknown>>,
    sent: [] as unknown[][],
    asked: [] as unknown[][],
    posted: [] as unknown[][],
    heard: new Map<string, (event: unknown) => void>(),
    channels: new Map<string, (event: unknown) => void>(),
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: Record<string, unknown>) => void (world.given[name] = value),
    },
    ipcRenderer: {
      on: (channel: string, listener: (event: unknown) => void) => void world.channels.set(channel, listener),
      send: (...all: unknown[]) => void world.sent.push(all),
      invoke: async (...all: unknown[]) => {
        world.asked.push(all);
        return true;
      },
    },
  };
  const window = {
    addEventListener: (name: string, listener: (event: unknown) => void) =>
      void world.heard.set(name, listener),
    postMessage: (...all: unknown[]) => void world.posted.push(all),
    location: { origin: 'app://nuantuo' },
  };
  const require = (name: string) => {
    world.loaded.push(name);
    if (name === 'electron') return electron;
    if (preloadModules.includes(name)) return {};
    throw new Error(`module not found: ${name}`);
  };
  runInContext(code, createContext({ window, require, exports: {}, module: { exports: {} } }));
  return { ...world, window };
}

/** Point 20 in the preload: one frozen object of named functions, and no part of Electron, reaches the page. */
export function preloadPoints(built: string): void {
  const code = textOf(join(built, 'preload', 'preload.cjs'));
  const preload = () => run(code);
  const page = (data: unknown, source?: unknown) => {
    const world = preload();
    world.heard.get('message')?.({ data, source: source === undefined ? world.window : source });
    return world.sent;
  };

  point(20, 'the preload loads Electron and nothing else', () => {
    expect([...new Set(preload().loaded)]).toEqual(['electron']);
    expect(foreignModules(code)).toEqual([]);
  });
  point(20, 'the page is given exactly what the list says', () => {
    const given = Object.entries(preload().given).map(([name, value]) => [name, Object.keys(value)]);
    expect(Object.fromEntries(given)).toEqual(GIVEN);
  });
  point(20, 'what the page is given is frozen, and holds functions only', () => {
    for (const value of Object.values(preload().given)) {
      expect(Object.isFrozen(value)).toBe(true);
      expect(Object.values(value).map((each) => typeof each)).toEqual(['function']);
    }
  });
  point(20, 'printing to PDF asks on its own channel and hands over a text', async () => {
    const world = preload();
    const save = world.given['nuantuoShell']?.['savePdf'] as (name: unknown) => Promise<unknown>;
    expect(await save({ toString: () => 'x' })).toBe(true);
    expect(world.asked).toEqual([['nuantuo:save-pdf', 'x']]);
  });
  point(20, 'a page that listens gets its port asked for, once for each time it says so', () => {
    expect(page('nuantuo:ready')).toEqual([['nuantuo:port']]);
  });
  for (const [sentence, data, source] of [
    ['another word', 'nuantuo:port', undefined],
    ['an object that looks like the word', { toString: () => 'nuantuo:ready' }, undefined],
    ['another window', 'nuantuo:ready', {}],
    ['nobody', 'nuantuo:ready', null],
  ] as const)
    point(20, `the preload asks for nothing when ${sentence} speaks`, () => {
      expect(page(data, source)).toEqual([]);
    });
  point(20, 'the port is passed to our own origin only, without the event that brought it', () => {
    const world = preload();
    const ports = [{}];
    world.channels.get('nuantuo:port')?.({ ports, sender: 'secret', senderId: 1 });
    expect(world.posted).toEqual([['nuantuo:port', 'app://nuantuo', ports]]);
    expect([...world.channels.keys()]).toEqual(['nuantuo:port']);
  });
  for (const [text, found] of [
    [`require('node:fs')`, ['node:fs']],
    [`require('child_process')`, ['child_process']],
    [`require(name)`, ['a module chosen at run time']],
    [`import('./x.js')`, ['import()']],
    [`import x from 'x'`, ['Cannot use import statement outside a module', 'import x']],
    [`const e = require('electron'); require('url')`, []],
  ] as const)
    point(20, `the rule of the build finds ${text}`, () => {
      expect(foreignModules(text)).toEqual(found);
    });
  point(20, 'a preload that loads a module of Node does not build', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-preload-'));
    const input = join(folder, 'preload.ts');
    writeFileSync(input, `import { readFileSync } from 'node:fs';\nconsole.log(readFileSync);\n`);
    await expect(
      build({
        configFile: false,
        root: folder,
        logLevel: 'silent',
        plugins: [preloadRules()],
        build: {
          ssr: true,
          outDir: join(folder, 'out'),
          rolldownOptions: { input, external: ['node:fs'], output: { format: 'cjs' } },
        },
      }),
    ).rejects.toThrow('the preload asks for more than a sandbox gives: node:fs');
    rmSync(folder, { recursive: true });
  });
}
