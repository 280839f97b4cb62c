import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Complaint } from './complaint.ts';

export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Complaint('unreadable', { file });
  }
}

export function readText(file: string): string {
  return new TextDecoder().decode(readBytes(file));
}

/** A file that lies beside another one, when nobody named a different place and it is there. */
export function beside(file: string, name: string, named: string | undefined): string | null {
  if (named !== undefined) return named;
  const neighbour = join(dirname(file), name);
  return existsSync(neighbour) ? neighbour : null;
}
