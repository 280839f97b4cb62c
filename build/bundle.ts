import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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

const parts = ['renderer', 'main', 'preload'] as const;
type Part = (typeof parts)[number];

/** Builds the named parts, each into its folder below `into`; the window alone is enough for the seat. */
export async function bundle(wanted: readonly Part[], into = join(root, 'out')): Promise<void> {
  await Promise.all(
    wanted.map((part) =>
      build({
        configFile: join(root, 'build', `vite.${part}.ts`),
        logLevel: 'warn',
        build: { outDir: join(into, part) },
      }),
    ),
  );
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { into: { type: 'string' } },
    allowPositionals: true,
  });
  const wanted = parts.filter((part) => positionals.length === 0 || positionals.includes(part));
  await bundle(wanted, values.into);
}
