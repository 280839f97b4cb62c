import { concatBytes } from '@noble/hashes/utils.js';
import { areEqual, bytesOf, isZero } from './bytes.ts';
import { refusePackage } from './refusal.ts';

/** One file of the container. */
export type Entry = { readonly name: string; readonly data: Uint8Array };

const BLOCK = 512;
const TRAILER = 2 * BLOCK;
const LARGEST_ENTRY = 32 * 1024 * 1024;
/** No centre's month comes near this; the encrypted file has the same limit. */
const LARGEST_CONTAINER = 64 * 1024 * 1024;
const MOST_ENTRIES = 32;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,98}$/;

function isName(name: string): boolean {
  return (
    NAME.test(name) &&
    name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.'))
  );
}

/** The one header that an entry of this name and size can have (trust.md 4.2: ustar, mode 0644, no owner, no time). */
function headerOf(name: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (offset: number, text: string) => header.set(bytesOf(text), offset);
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(148, '        ');
  put(156, '0');
  put(257, 'ustar\x0000');
  put(329, '0000000\0');
  put(337, '0000000\0');
  let checksum = 0;
  for (const byte of header) checksum += byte;
  put(148, `${checksum.toString(8).padStart(6, '0')}\0 `);
  return header;
}

const padded = (size: number) => Math.ceil(size / BLOCK) * BLOCK;

/** How many bytes a container of these entries has. */
export function packedLength(entries: readonly Entry[]): number {
  return entries.reduce((sum, { data }) => sum + BLOCK + padded(data.length), TRAILER);
}

/**
 * The bytes of a strict, deterministic ustar, piece by piece: the same entries give the same bytes. The content of an entry is
 * handed on as it is, never copied. Throws a RangeError on a name or a size that it would not read back.
 */
export function* packing(entries: readonly Entry[]): Generator<Uint8Array, void, undefined> {
  if (packedLength(entries) > LARGEST_CONTAINER) throw new RangeError('too large for a package');
  for (const { name, data } of entries) {
    if (!isName(name)) throw new RangeError(`not a name for an entry: ${name}`);
    if (data.length > LARGEST_ENTRY) throw new RangeError(`${name} is too large for a package`);
    yield headerOf(name, data.length);
    yield data;
    yield new Uint8Array(padded(data.length) - data.length);
  }
  yield new Uint8Array(TRAILER);
}

/** The same in one piece. */
export function pack(entries: readonly Entry[]): Uint8Array {
  const archive = new Uint8Array(packedLength(entries));
  let offset = 0;
  for (const piece of packing(entries)) {
    archive.set(piece, offset);
    offset += piece.length;
  }
  return archive;
}

/**
 * Reads what `packing` writes and nothing else. It asks for so many bytes and is given them, or fewer when the container ends
 * there: so one reader serves a container in memory and one that comes from a file. Each header is written anew from its name
 * and size and must be the same bytes: that one comparison refuses links, devices, long-name and pax extensions, other owners,
 * times and modes, and odd sizes. No size is believed before it was found to be small enough.
 */
function* reading(): Generator<number, Entry[], Uint8Array> {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let offset = 0;
  for (;;) {
    const malformed = (what: string) => refusePackage('CONTAINER_MALFORMED', { offset, what });
    const header = yield BLOCK;
    if (header.length < BLOCK) return malformed('cut');
    if (isZero(header)) {
      const [rest, behind] = [yield TRAILER - BLOCK, yield 1];
      const isEnd = rest.length === TRAILER - BLOCK && isZero(rest) && behind.length === 0;
      return isEnd ? entries : malformed('trailer');
    }
    const { name, size } = namedIn(header);
    if (!isName(name)) return malformed('name');
    const next = offset + BLOCK + padded(size);
    if (!(size <= LARGEST_ENTRY && next + TRAILER <= LARGEST_CONTAINER)) return malformed('size');
    if (!areEqual(header, headerOf(name, size))) return malformed('header');
    if (seen.has(name)) return malformed('twice');
    if (seen.size === MOST_ENTRIES) return malformed('entries');
    seen.add(name);
    const [data, padding] = [yield size, yield padded(size) - size];
    if (data.length + padding.length < padded(size)) return malformed('cut');
    if (!isZero(padding)) return malformed('padding');
    entries.push({ name, data });
    offset = next;
  }
}

/** Reads a container in memory; its entries are parts of it, not copies. Throws Refused. */
export function unpack(archive: Uint8Array): Entry[] {
  const reader = reading();
  let offset = 0;
  let wanted = reader.next();
  while (wanted.done !== true) {
    const given = archive.subarray(offset, offset + wanted.value);
    offset += given.length;
    wanted = reader.next(given);
  }
  return wanted.value;
}

/** Reads a container that comes in pieces of any size, and holds no more of it than its entries. Throws Refused. */
export async function unpackPieces(pieces: AsyncIterable<Uint8Array>): Promise<Entry[]> {
  const source = pieces[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  const take = async (size: number): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [];
    let missing = size;
    while (missing > 0) {
      if (rest.length === 0) {
        const piece = await source.next();
        if (piece.done === true) break;
        rest = piece.value;
      }
      const part = rest.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      rest = rest.subarray(part.length);
    }
    return parts.length === 1 && parts[0] ? parts[0] : concatBytes(...parts);
  };
  const reader = reading();
  try {
    let wanted = reader.next();
    while (wanted.done !== true) wanted = reader.next(await take(wanted.value));
    return wanted.value;
  } finally {
    await source.return?.();
  }
}

/** Name and size as the header claims them; nonsense comes out as an empty name or NaN, or fails the comparison of headers. */
function namedIn(header: Uint8Array): { name: string; size: number } {
  const ascii = (from: number, to: number) => String.fromCharCode(...header.subarray(from, to));
  const name = ascii(0, 100);
  const digits = ascii(124, 135);
  return {
    name: name.slice(0, (name + '\0').indexOf('\0')),
    size: /^[0-7]{11}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN,
  };
}
