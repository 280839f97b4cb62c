import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root, windowFolder } from './paths.ts';

const newest = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs;

/** Whether something was changed since the window was built. */
export function windowIsStale(): boolean {
  const built = join(windowFolder, 'index.html');
  if (!existsSync(built)) return true;
  const sources = ['renderer', 'shared', 'build', 'package.json'].map((name) => newest(join(root, name)));
  return Math.max(...sources) > statSync(built).mtimeMs;
}

/** Builds the named parts; the window alone is enough for the seat. */
export async function bundle(parts: readonly ('renderer' | 'main' | 'preload')[]): Promise<void> {
  await Promise.all(
    parts.map((part) => build({ configFile: join(root, 'build', `vite.${part}.ts`), logLevel: 'warn' })),
  );
}

if (import.meta.main) await bundle(['renderer', 'main', 'preload']);
