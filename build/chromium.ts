import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
const fixed = [
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium of this machine, or null. CHROMIUM names one outright. */
export function findChromium(): string | null {
  if (process.env['CHROMIUM']) return process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return (
    [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...fixed].find((path) =>
      existsSync(path),
    ) ?? null
  );
}

/**
 * A Chromium for PDFs and end-to-end tests, installed from Debian's packages where this process may do that.
 * Returns null after one sentence that says what to install. Fonts need nothing: the program carries its own.
 */
export function needChromium(): string | null {
  const found = findChromium();
  if (found) return found;
  installFromDebian(['chromium'], '正在安装 Chromium…… / Installing Chromium…');
  if (findChromium()) return findChromium();
  console.error(
    '请先安装 Chromium、Chrome 或 Edge（Debian：apt install chromium），或用环境变量 CHROMIUM 指明位置。 / Install Chromium, Chrome or Edge (Debian: apt install chromium), or name one in the variable CHROMIUM.',
  );
  return null;
}

/** Installs Debian's packages where this process may do that; elsewhere does nothing. */
export function installFromDebian(packages: readonly string[], saying: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(saying);
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/** Without a UTF-8 locale Chromium names every download with Chinese characters `download`. */
export const chromiumEnvironment = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } as Record<
  string,
  string
>;

/** Switches for a quiet, offline Chromium; root cannot use the sandbox. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none',
];
