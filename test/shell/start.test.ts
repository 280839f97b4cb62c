import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { programFileSums } from '../../build/program-files.ts';
import { root } from '../../build/paths.ts';
import { refusedSwitches } from '../../electron/core/switches.ts';
import type * as StandIn from './electron-stand-in.ts';

const faults = ['uncaughtException', 'unhandledRejection'] as const;

/** Starts the main process anew on a stand-in of its own, after it was prepared; gives the stand-in back. */
async function startWith(prepare: (standIn: typeof StandIn) => void, sums = programFileSums()) {
  vi.resetModules();
  const standIn = await vi.importActual<typeof StandIn>('./electron-stand-in.ts');
  vi.doMock('electron', () => standIn);
  const home = mkdtempSync(join(tmpdir(), 'nuantuo-home-'));
  vi.stubEnv('NUANTUO_HOME', home);
  const { folder } = standIn.app;
  mkdirSync(join(folder, 'out', 'main'), { recursive: true });
  mkdirSync(join(folder, 'out', 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'out', 'renderer', 'index.html'), '<p>暖托</p>');
  writeFileSync(join(folder, 'out', 'main', 'program-files.json'), JSON.stringify(sums));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  prepare(standIn);

  const listening = faults.map((event) => process.listeners(event as 'uncaughtException'));
  onTestFinished(() => {
    faults.forEach((event, index) => {
      for (const listener of process.listeners(event as 'uncaughtException'))
        if (!listening[index]?.includes(listener)) process.removeListener(event, listener);
    });
    vi.unstubAllEnvs();
  });
  await (
    await import('../../electron/shell/main.ts')
  ).started;
  return { ...standIn, home };
}

describe('the program at its start', () => {
  it('opens its window where nothing is against it', async () => {
    const { app, seen } = await startWith(() => undefined);
    expect([app.exited, seen.windows.length, seen.said]).toEqual([null, 1, []]);
  });

  it('ends at once where it runs already, and touches no file', async () => {
    const { app, seen, home } = await startWith((standIn) => {
      standIn.seen.isFirstInstance = false;
    });
    expect([app.exited, seen.windows, seen.sessions]).toEqual([0, [], []]);
    expect(existsSync(join(home, 'centre'))).toBe(false);
  });

  it.each(refusedSwitches)(
    'does not open with --%s once it is packaged, and says so in both languages',
    async (name) => {
      const { app, seen, home } = await startWith((standIn) => {
        standIn.app.isPackaged = true;
        standIn.app.switches.set(name, '');
      });
      expect([app.exited, seen.windows]).toEqual([1, []]);
      expect(seen.said).toEqual([
        expect.stringMatching(/暖托不能带着调试开关启动[\s\S]*does not start with switches/),
      ]);
      expect(existsSync(join(home, 'centre'))).toBe(false);
    },
  );

  it('has no tools of developers once it is packaged', async () => {
    const { seen } = await startWith((standIn) => {
      standIn.app.isPackaged = true;
    });
    expect(seen.windows[0]?.options.webPreferences['devTools']).toBe(false);
  });

  it('does not open with a driver that is not the one that was built, and names it', async () => {
    const [name] = Object.keys(programFileSums());
    const { app, seen, home } = await startWith(() => undefined, {
      ...programFileSums(),
      [String(name)]: '0'.repeat(64),
    });
    expect([app.exited, seen.windows]).toEqual([1, []]);
    expect(seen.said[0]).toContain('程序文件被改动或损坏');
    expect(seen.said[0]).toContain(name);
    expect(existsSync(join(home, 'centre'))).toBe(false);
  });

  it('does not open without the list of sums', async () => {
    await expect(
      startWith(({ app }) => writeFileSync(join(app.folder, 'out', 'main', 'program-files.json'), '')),
    ).rejects.toThrow('JSON');
  });
});
