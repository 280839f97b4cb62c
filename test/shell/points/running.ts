import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programFileSums } from '../../../build/program-files.ts';
import { root } from '../../../build/paths.ts';
import { app, seen, type BrowserWindow, type Session } from '../electron-stand-in.ts';

/** The shell as it runs on the stand-in; read it only inside a test, once it has been started. */
export const shell = {} as { window: BrowserWindow; session: Session; home: string };

/** Lays a program folder for the stand-in and starts the main process in it. */
export async function start(load: () => Promise<{ readonly started: Promise<void> }>): Promise<void> {
  shell.home = mkdtempSync(join(tmpdir(), 'nuantuo-home-'));
  process.env['NUANTUO_HOME'] = shell.home;
  const out = join(app.folder, 'out');
  mkdirSync(join(out, 'main'), { recursive: true });
  mkdirSync(join(out, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(out, 'renderer', 'index.html'), '<p>暖托</p>');
  writeFileSync(join(out, 'renderer', 'assets', 'index.js'), 'export {};');
  writeFileSync(join(out, 'main', 'program-files.json'), JSON.stringify(programFileSums()));
  symlinkSync(join(root, 'node_modules'), join(app.folder, 'node_modules'));
  await (
    await load()
  ).started;
  shell.window = seen.windows[0] as BrowserWindow;
  shell.session = shell.window.options.webPreferences['session'] as Session;
}
