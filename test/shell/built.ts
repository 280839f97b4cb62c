import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths.ts';

/**
 * Builds the parts as they are shipped, into a folder of their own inside the project (bundles look for their modules upwards). The
 * build runs apart: a test runner's environment would give it React for development.
 */
export function buildParts(parts: readonly ('renderer' | 'main' | 'preload')[]): string {
  const into = mkdtempSync(join(root, 'out', 'shell-test-'));
  const { NODE_ENV: _runner, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['build/bundle.ts', ...parts, '--into', into], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) {
    removeBuilt(into);
    throw new Error(`the program does not build: ${stderr}`);
  }
  return into;
}

export function removeBuilt(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Paths of the files below a folder with one of these endings. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path, endings);
    return endings.some((ending) => name.endsWith(ending)) ? [path] : [];
  });
}

export const textOf = (path: string): string => readFileSync(path, 'utf8');
