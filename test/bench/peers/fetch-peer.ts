import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../..', import.meta.url).pathname;
const folder = join(root, 'node_modules/.cache/peers');

/**
 * A package that only the comparison needs (hundreds of megabytes, so no dependency of ours): fetched once into
 * node_modules/.cache/peers. Returns the module, or null after one sentence on stderr when it cannot be had.
 */
export async function fetchPeer(name: string, version: string, entry: string): Promise<unknown> {
  const file = join(folder, 'node_modules', name, entry);
  try {
    if (!existsSync(file)) {
      await mkdir(folder, { recursive: true });
      const what = [
        'install',
        '--prefix',
        folder,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--ignore-scripts',
      ];
      await promisify(execFile)('npm', [...what, `${name}@${version}`], {
        shell: process.platform === 'win32',
      });
    }
    return await import(pathToFileURL(file).href);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.error(`${name} ${version} cannot be had here, so its column stays empty: ${why}`);
    return null;
  }
}
