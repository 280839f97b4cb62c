import type { Database } from 'better-sqlite3';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

/** The first 16 bytes of the open file in hex: the salt that the cipher chose, and the one part of a page that is not encrypted. */
export function markOf(raw: Database): string {
  return String(raw.prepare(`SELECT sqlite3mc_codec_data('cipher_salt')`).pluck().get()).toLowerCase();
}

/** Of 128 bits, how many may differ: two salts by chance differ in 64 and never in so few. */
const MOST_DIFFERENT = 32;
const PAGE = 4096;

/**
 * Why a file does not open with a key that is proven to be this centre's: it is gone, it is ours and its first page is damaged,
 * or it is another file. Reads it with `fs`, so it must not be open in this process (closing would drop SQLite's locks).
 */
export function whyItDoesNotOpen(file: string, mark: string | null): 'gone' | 'damaged' | 'foreign' {
  if (!existsSync(file)) return 'gone';
  if (statSync(file).size === 0) return 'damaged';
  const page = firstPage(file);
  if (page.every((byte) => byte === page[0])) return 'damaged'; // a sector that the disk wiped
  if (mark === null) return 'foreign';
  const expected = Buffer.from(mark, 'hex');
  const different = expected.reduce((sum, byte, index) => sum + ones(byte ^ (page[index] ?? ~byte & 255)), 0);
  return different <= MOST_DIFFERENT ? 'damaged' : 'foreign';
}

function firstPage(file: string): Buffer {
  const page = Buffer.alloc(PAGE);
  const handle = openSync(file, 'r');
  try {
    return page.subarray(0, readSync(handle, page, 0, PAGE, 0));
  } finally {
    closeSync(handle);
  }
}

function ones(byte: number): number {
  return byte.toString(2).replaceAll('0', '').length;
}
