import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSeat } from '../electron/seat/main.ts';
import { bundle, windowIsStale } from './bundle.ts';
import { prepareDemo } from './demo.ts';
import { root, windowFolder } from './paths.ts';

/** `npm start`: the Electron window where it can be had, otherwise the same program in a browser on this PC. */
const { values } = parseArgs({
  options: { demo: { type: 'boolean', default: false }, seat: { type: 'boolean', default: false } },
});

const electron = hasScreen() && !values.seat ? electronBinary() : null;
if (windowIsStale()) {
  console.log('正在准备界面…… / Building the window…');
  await bundle(electron ? ['renderer', 'main', 'preload'] : ['renderer']);
} else if (electron) await bundle(['main', 'preload']);
if (values.demo) await prepareDemo((line) => console.log(line));

if (electron) {
  const child = spawn(electron, [root, ...(values.demo ? ['--demo'] : [])], { stdio: 'inherit' });
  child.once('exit', (code) => process.exit(code ?? 0));
} else {
  const seat = await startSeat(windowFolder, values.demo);
  console.log(
    `没有可用的 Electron 窗口，改在浏览器中打开。请用这个地址（只在本机有效）：\nNo Electron window here, so Nuantuo opens in a browser. Use this address (this PC only):\n\n  ${seat.address}\n\n按 Ctrl+C 结束。 / Ctrl+C ends it.`,
  );
  if (hasScreen()) openBrowser(seat.address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void seat.close().then(() => process.exit(0)));
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Path of Electron's own program, fetched by its package when it is not there yet; null where it cannot be had. */
function electronBinary(): string | null {
  const home = join(root, 'node_modules', 'electron');
  const found = () => {
    const pathFile = join(home, 'path.txt');
    const binary = existsSync(pathFile) ? join(home, 'dist', readFileSync(pathFile, 'utf8').trim()) : null;
    return binary && existsSync(binary) ? binary : null;
  };
  if (found()) return found();
  spawnSync(process.execPath, [join(home, 'install.js')], { stdio: 'ignore', timeout: 180_000 });
  return found();
}

function openBrowser(address: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['explorer.exe', [address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  // The address is printed above, so a missing browser command costs nothing.
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
