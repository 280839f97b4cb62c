import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 (hex) of program files that are loaded from outside of the archive, by their path below the program's folder. */
export type Sums = Readonly<Record<string, string>>;

/**
 * The first file that is not what was built, or null. Electron checks its archive, but a native module lies beside it (an archive
 * cannot be loaded as a library), outside of that check; so its sum stands inside the archive and is compared before the module is
 * loaded (trust.md 1.2). The driver of this PC must be there; those of other PCs are left out of a package.
 * @param program folder of the program, or the path of its archive `app.asar`
 */
export function changedFile(
  program: string,
  sums: Sums,
  { platform, arch }: { platform: string; arch: string } = process,
): string | null {
  const there = Object.keys(sums).filter((file) => existsSync(placeOf(program, file)));
  const changed = there.find((file) => sumOf(placeOf(program, file)) !== sums[file]);
  if (changed) return changed;
  // Alpine's library has a name of its own.
  const own = [`/${platform}-${arch}.node`, `/${platform}musl-${arch}.node`];
  return there.some((file) => own.some((ending) => file.endsWith(ending))) ? null : `*${own[0]}`;
}

/** Where Electron takes a file of the archive from: native modules from the folder beside it. */
function placeOf(program: string, file: string): string {
  const unpacked = file.endsWith('.node') ? program.replace(/\.asar$/, '.asar.unpacked') : program;
  return join(unpacked, file);
}

function sumOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
