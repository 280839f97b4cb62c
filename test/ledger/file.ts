import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A file of the disk in the form in which requests carry files. */
export function fileOf(path: string): { name: string; base64: string } {
  return { name: basename(path), base64: readFileSync(path).toString('base64') };
}
