import type { Database } from 'better-sqlite3';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

/** A journal of which SQLite would drop more than a power cut takes. */
export type JournalDamage = {
  /** How many changes stand at or behind the damaged place; each had been answered, but perhaps the last. */
  readonly changes: number;
};

const HEADER = 32;
const FRAME_HEADER = 24;
const SECTOR = 512;
const LITTLE = 0x377f0682;
const BIG = 0x377f0683;

export const journalOf = (file: string) => `${file}-wal`;

/**
 * What a crash left in the journal of a database that nobody has open, looked at before SQLite does: it reads up to the first
 * frame whose checksum is wrong and takes the rest for the torn end of a change that was under way (sqlite.org/fileformat2.html
 * 4.3). A power cut tears the last change only, since each waits for the disk before the next one is written (synchronous=FULL).
 * So a frame that goes on, by its checksum, from the end of a whole change proves that this change was on the disk once; where
 * SQLite does not get so far, the disk has changed what it had kept. Null when nothing of the kind is there. The last change itself cannot be
 * judged: damaged afterwards it looks as if it had never been finished.
 */
export function damageInJournal(file: string): JournalDamage | null {
  const journal = journalOf(file);
  if (!existsSync(journal) || statSync(journal).size <= HEADER) return null;
  const handle = openSync(journal, 'r');
  try {
    return damageIn((at, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
    });
  } finally {
    closeSync(handle);
  }
}

/** Bytes from a place in the journal; fewer at its end. */
type Read = (at: number, length: number) => Buffer;

function damageIn(read: Read): JournalDamage | null {
  const header = read(0, HEADER);
  const magic = header.readUInt32BE(0);
  const sum = checksum(magic === BIG ? 'big' : 'little');
  const pageSize = header.readUInt32BE(8);
  const known = (magic === LITTLE || magic === BIG) && pageSize >= 512 && pageSize <= 65_536;
  // The header is on the disk before the first frame is written.
  if (!known || !same(sum(NONE, header.subarray(0, 24)), sumAt(header, 24))) return { changes: 0 };

  let [running, torn, proven, changes] = [sumAt(header, 24), false, false, 0];
  let before: Frame | null = null;
  for (let at = HEADER; ; at += FRAME_HEADER + pageSize) {
    const bytes = read(at, FRAME_HEADER + pageSize);
    if (bytes.length < FRAME_HEADER + pageSize) break;
    const ours = bytes.subarray(8, 16).equals(header.subarray(16, 24));
    const follows = (from: Sum) =>
      ours && same(sum(sum(from, bytes.subarray(0, 8)), bytes.subarray(FRAME_HEADER)), sumAt(bytes, 16));
    if (!torn && follows(running)) {
      running = sumAt(bytes, 16);
      before = { ends: bytes.readUInt32BE(4) > 0, sum: running, sure: true };
      continue;
    }
    // SQLite stops at the first frame that does not follow; each one behind it may still follow from the one before it.
    const whole: boolean = torn && before !== null && follows(before.sum);
    if (whole && before?.ends && before.sure) proven = true;
    torn = true;
    const ends = ours && bytes.readUInt32BE(4) > 0;
    if (ends) changes++;
    before = ours ? { ends, sum: sumAt(bytes, 16), sure: whole || isInOneSector(at) } : null;
  }
  return proven ? { changes } : null;
}

type Frame = {
  /** It is the last frame of a change. */
  readonly ends: boolean;
  readonly sum: Sum;
  /** What its header says was written together with its checksum. */
  readonly sure: boolean;
};

/** A header that lies in two sectors may be half of an older one. */
const isInOneSector = (at: number) =>
  Math.floor(at / SECTOR) === Math.floor((at + FRAME_HEADER - 1) / SECTOR);

type Sum = readonly [number, number];
const NONE: Sum = [0, 0];
const same = (one: Sum, other: Sum) => one[0] === other[0] && one[1] === other[1];
const sumAt = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];

/** SQLite's checksum of a journal, which goes on from the one before; its words are as the machine that wrote it has them. */
function checksum(order: 'big' | 'little') {
  return ([first, second]: Sum, bytes: Buffer): Sum => {
    let [one, two] = [first, second];
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      one = (one + (order === 'big' ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + two) >>> 0;
      two = (two + (order === 'big' ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + one) >>> 0;
    }
    return [one, two];
  };
}

/**
 * Moves what the journal holds into the file, where the cipher notices every altered bit, and leaves the journal empty. Without it a
 * journal that was taken over but not emptied would lay older pages over newer ones, were one of its frames damaged.
 */
export function emptyJournal(raw: Database): void {
  const journal = journalOf(raw.name);
  if (existsSync(journal) && statSync(journal).size > 0) raw.pragma('wal_checkpoint(TRUNCATE)');
}
