import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../../db/sync-files.ts';

/** Writes a file so that after a power cut either the old or the new one is there, never a half (temporary file, fsync, rename, fsync of the folder). */
export function writeFileDurably(file: string, content: string | Uint8Array): void {
  const draft = `${file}.tmp`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
}
