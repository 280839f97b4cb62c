import { flipFuses, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whyNotElectron } from './electron-versions.ts';
import { fuses } from './fuses.ts';
import { root } from './paths.ts';

/** Before anything is packaged: only an Electron that gets security fixes. */
export function beforePack(): void {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string };
  const why = whyNotElectron(version, new Date().toISOString().slice(0, 10));
  if (why) throw new Error(why);
}

/**
 * Once the files lie there and before anything is signed: the fuses. They are flipped by our own copy of the tool, since the one that
 * comes with electron-builder knows 8 of 9, and read again.
 */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const program = programOf(context);
  await flipFuses(program, fuses);
  const wire = await getCurrentFuseWire(program);
  const wrong = Object.entries(fuses).filter(
    ([number, on]) => /^\d+$/.test(number) && wire[Number(number) as keyof typeof wire] !== stateOf(on),
  );
  if (wrong.length > 0) throw new Error(`fuses ${wrong.map(([number]) => number).join(', ')} did not hold`);
}

/** A fuse in the wire of a binary is the character 0 or 1. */
const stateOf = (on: unknown): number => (on === true ? 0x31 : 0x30);

function programOf({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name = electronPlatformName === 'linux' ? 'nuantuo' : packager.appInfo.productFilename;
  const ending = { win32: '.exe', darwin: '.app', mas: '.app' }[electronPlatformName] ?? '';
  return join(appOutDir, `${name}${ending}`);
}
