import { FileIsRefused } from './file-refusal.ts';

const END_OF_CHAIN = 0xfffffffe;
const NO_STREAM = 0xffffffff;
const ENTRY = 128;
const SMALL = 64;
const STREAM = 2;
const ROOT = 5;

type Entry = {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
};

/**
 * The streams of an OLE compound file ([MS-CFB]), the pack of an old .xls: read by its own tables only, with every chain inside the
 * file, ending, and long enough. A sector that a chain comes back to is damage, not a loop. Throws FileIsRefused.
 */
export class CompoundFile {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #sector: number;
  readonly #table: Uint32Array;
  readonly #smallTable: Uint32Array;
  readonly #smallest: number;
  readonly #entries: Entry[] = [];
  readonly #small: Uint8Array;
  /** The entries that lie directly in the root, by name in capitals. */
  readonly #atRoot = new Map<string, Entry>();

  constructor(bytes: Uint8Array) {
    if (bytes.length < 1536) throw new FileIsRefused('damaged');
    this.#bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = view;
    const [version, shift] = [view.getUint16(26, true), view.getUint16(30, true)];
    if (!(version === 3 && shift === 9) && !(version === 4 && shift === 12))
      throw new FileIsRefused('damaged');
    if (view.getUint16(28, true) !== 0xfffe || view.getUint16(32, true) !== 6)
      throw new FileIsRefused('damaged');
    this.#sector = 1 << shift;
    this.#smallest = view.getUint32(56, true);
    this.#table = this.#readTable();
    this.#readDirectory(this.#chain(view.getUint32(48, true), this.#table));
    const root = this.#entries[0];
    if (root?.kind !== ROOT) throw new FileIsRefused('damaged');
    this.#smallTable = words(this.#chain(view.getUint32(60, true), this.#table));
    this.#small = root.size === 0 ? new Uint8Array() : this.#chain(root.start, this.#table, root.size);
    this.#walk(root.child);
  }

  has(name: string): boolean {
    return this.#atRoot.has(name.toUpperCase());
  }

  /** The stream of this name in the root, or null. A workbook that is embedded deeper is not it. */
  stream(name: string): Uint8Array | null {
    const entry = this.#atRoot.get(name.toUpperCase());
    if (entry?.kind !== STREAM) return null;
    if (entry.size >= this.#smallest) return this.#chain(entry.start, this.#table, entry.size);
    return this.#smallChain(entry.start, entry.size);
  }

  #at(sector: number): number {
    const offset = (sector + 1) * this.#sector;
    if (offset >= this.#bytes.length) throw new FileIsRefused('damaged');
    return offset;
  }

  /** The allocation table: 109 of its sectors are named in the header, more in a chain of their own. */
  #readTable(): Uint32Array {
    const view = this.#view;
    const most = Math.ceil(this.#bytes.length / this.#sector);
    const wanted = view.getUint32(44, true);
    if (wanted > most) throw new FileIsRefused('damaged');
    const sectors: number[] = [];
    for (let index = 0; index < 109 && sectors.length < wanted; index++)
      sectors.push(view.getUint32(76 + index * 4, true));
    const seen = new Set<number>();
    let next = view.getUint32(68, true);
    const perSector = this.#sector / 4 - 1;
    while (sectors.length < wanted) {
      if (seen.has(next)) throw new FileIsRefused('damaged');
      seen.add(next);
      const at = this.#at(next);
      if (at + this.#sector > this.#bytes.length) throw new FileIsRefused('damaged');
      for (let index = 0; index < perSector && sectors.length < wanted; index++)
        sectors.push(view.getUint32(at + index * 4, true));
      next = view.getUint32(at + perSector * 4, true);
    }
    return words(joined(sectors.map((sector) => this.#slice(sector))));
  }

  /** A whole sector; only the last one of a file may be short. */
  #slice(sector: number): Uint8Array {
    const at = this.#at(sector);
    return this.#bytes.subarray(at, at + this.#sector);
  }

  #chain(start: number, table: Uint32Array, size?: number): Uint8Array {
    const seen = new Set<number>();
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector !== END_OF_CHAIN && (size === undefined || length < size);) {
      if (seen.has(sector)) throw new FileIsRefused('damaged');
      seen.add(sector);
      const part = this.#slice(sector);
      parts.push(part);
      length += part.length;
      sector = table[sector] ?? NO_STREAM;
    }
    if (size !== undefined && length < size) throw new FileIsRefused('damaged');
    return joined(parts).subarray(0, size);
  }

  #smallChain(start: number, size: number): Uint8Array {
    const seen = new Set<number>();
    const parts: Uint8Array[] = [];
    for (let sector = start; parts.length * SMALL < size;) {
      const from = sector * SMALL;
      if (seen.has(sector) || from + SMALL > this.#small.length + SMALL - 1)
        throw new FileIsRefused('damaged');
      seen.add(sector);
      parts.push(this.#small.subarray(from, from + SMALL));
      sector = this.#smallTable[sector] ?? NO_STREAM;
    }
    const stream = joined(parts);
    if (stream.length < size) throw new FileIsRefused('damaged');
    return stream.subarray(0, size);
  }

  #readDirectory(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const length = view.getUint16(at + 64, true);
      if (length > 64) throw new FileIsRefused('damaged');
      const name = Buffer.from(bytes.subarray(at, at + Math.max(0, length - 2))).toString('utf16le');
      this.#entries.push({
        name,
        kind: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
  }

  /** What lies directly in the root is a tree by left and right; each entry stands in it once. */
  #walk(top: number): void {
    const waiting = [top];
    const seen = new Set<number>();
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (index === NO_STREAM) continue;
      const entry = this.#entries[index];
      if (!entry || seen.has(index)) throw new FileIsRefused('damaged');
      seen.add(index);
      const name = entry.name.toUpperCase();
      if (this.#atRoot.has(name)) throw new FileIsRefused('damaged');
      this.#atRoot.set(name, entry);
      waiting.push(entry.left, entry.right);
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}
