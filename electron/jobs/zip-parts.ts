import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from './file-limits.ts';
import { FileIsRefused } from './file-refusal.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** A size that stands in a zip64 record instead: no workbook that we read is that large. */
const ELSEWHERE = 0xffffffff;

type Entry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

/**
 * The parts of a zip by name. Its whole directory is read and judged before the first byte is unpacked: one directory that fits the
 * file exactly, plain names, no name twice, no encryption, no zip64, no parts that share bytes, and no more than LIMITS. A part is
 * unpacked when it is asked for, never to more than its directory says, and its length and checksum must be right.
 * Throws FileIsRefused.
 */
export class ZipParts {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { at, count, start } = this.#end();
    let position = start;
    let total = 0;
    for (let index = 0; index < count; index++) {
      const { entry, next } = this.#entry(position, at);
      position = next;
      const key = entry.name.toLowerCase();
      if (this.#entries.has(key)) throw new FileIsRefused('pack-twice', { part: entry.name });
      this.#entries.set(key, entry);
      total += entry.unpacked;
      if (total > LIMITS.unpacked) throw new FileIsRefused('pack-too-large', { part: entry.name });
    }
    if (position !== at) throw new FileIsRefused('damaged');
    this.#mustNotOverlap(start);
  }

  /** Names as they are written. */
  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The unpacked part, or null when there is none of this name (capital letters do not matter). */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return null;
    const from = this.#dataOf(entry);
    const packed = this.#bytes.subarray(from, from + entry.packed);
    const part = entry.method === 0 ? packed : inflated(packed, entry);
    if (part.length !== entry.unpacked || crc32(part) !== entry.crc)
      throw new FileIsRefused('damaged', { part: entry.name });
    return part;
  }

  #end(): { at: number; count: number; start: number } {
    const view = this.#view;
    const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
    for (let at = view.byteLength - 22; at >= lowest; at--) {
      if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== view.byteLength)
        continue;
      const [disk, directoryDisk] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
      const [here, count] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
      if (disk !== 0 || directoryDisk !== 0 || here !== count || count === 0xffff || start === ELSEWHERE)
        throw new FileIsRefused('pack-unusual');
      if (count > LIMITS.parts) throw new FileIsRefused('pack-too-many');
      if (start + size !== at) throw new FileIsRefused('damaged');
      return { at, count, start };
    }
    throw new FileIsRefused('damaged');
  }

  #entry(at: number, end: number): { entry: Entry; next: number } {
    const view = this.#view;
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new FileIsRefused('damaged');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + nameLength + extra + comment;
    if (next > end) throw new FileIsRefused('damaged');
    const entry: Entry = {
      name: Buffer.from(this.#bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    mustBeSafe(entry);
    return { entry, next };
  }

  /** Where the bytes of a part begin; its own header must say the same as the directory. */
  #dataOf({ name, offset, method, flags, packed }: Entry): number {
    const view = this.#view;
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL)
      throw new FileIsRefused('damaged', { part: name });
    const nameLength = view.getUint16(offset + 26, true);
    const from = offset + 30 + nameLength + view.getUint16(offset + 28, true);
    const written = Buffer.from(this.#bytes.subarray(offset + 30, offset + 30 + nameLength)).toString('utf8');
    const sizeFollows = (flags & 8) !== 0;
    if (
      written !== name ||
      view.getUint16(offset + 8, true) !== method ||
      (!sizeFollows && view.getUint32(offset + 18, true) !== packed) ||
      from + packed > view.byteLength
    )
      throw new FileIsRefused('damaged', { part: name });
    return from;
  }

  /** Parts that share bytes unpack a small file to anything (a bomb without repetition inside). */
  #mustNotOverlap(directory: number): void {
    const byPlace = [...this.#entries.values()].toSorted((one, other) => one.offset - other.offset);
    for (const [index, entry] of byPlace.entries()) {
      const end = this.#dataOf(entry) + entry.packed;
      if (end > (byPlace[index + 1]?.offset ?? directory))
        throw new FileIsRefused('damaged', { part: entry.name });
    }
  }
}

function mustBeSafe({ name, flags, method, packed, unpacked }: Entry): void {
  // A part outside its pack, or one that a second reader would look for elsewhere.
  if (name === '' || name.startsWith('/') || /(^|\/)\.\.?(\/|$)|[\\:\p{Cc}\ufffd]/u.test(name))
    throw new FileIsRefused('pack-path', { part: name.replaceAll(/[\p{Cc}\ufffd]/gu, '?').slice(0, 80) });
  if ((flags & 1) !== 0) throw new FileIsRefused('protected', { part: name });
  if ((method !== 0 && method !== 8) || packed === ELSEWHERE || unpacked === ELSEWHERE)
    throw new FileIsRefused('pack-unusual', { part: name });
  const swells = unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio;
  if (unpacked > LIMITS.part || swells) throw new FileIsRefused('pack-too-large', { part: name });
}

function inflated(packed: Uint8Array, { name, unpacked }: Entry): Uint8Array {
  try {
    const answer = inflateRawSync(packed, {
      maxOutputLength: Math.max(1, unpacked),
      info: true,
    }) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    if (answer.engine.bytesWritten === packed.length) return answer.buffer;
  } catch {
    // Not one reason of zlib's tells a clerk more than that the file is damaged.
  }
  throw new FileIsRefused('damaged', { part: name });
}
