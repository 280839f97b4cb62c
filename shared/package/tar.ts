import { areEqual, bytesOf, isZero } from './bytes.ts';
import { refusePackage } from './refusal.ts';

/** One file of the container. */
export type Entry = { readonly name: string; readonly data: Uint8Array };

const BLOCK = 512;
const TRAILER = 2 * BLOCK;
const LARGEST_ENTRY = 32 * 1024 * 1024;
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
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  put(148, `${checksum.toString(8).padStart(6, '0')}\0 `);
  return header;
}

const padded = (size: number) => Math.ceil(size / BLOCK) * BLOCK;

/** Packs entries into a strict, deterministic ustar: the same entries give the same bytes. Throws on a name it would not read back. */
export function pack(entries: readonly Entry[]): Uint8Array {
  const length = entries.reduce((sum, { data }) => sum + BLOCK + padded(data.length), TRAILER);
  const archive = new Uint8Array(length);
  let offset = 0;
  for (const { name, data } of entries) {
    if (!isName(name)) throw new RangeError(`not a name for an entry: ${name}`);
    if (data.length > LARGEST_ENTRY) throw new RangeError(`${name} is too large for a package`);
    archive.set(headerOf(name, data.length), offset);
    archive.set(data, offset + BLOCK);
    offset += BLOCK + padded(data.length);
  }
  return archive;
}

/**
 * Reads what `pack` writes and nothing else. Each header is written anew from its name and size and must be the same bytes:
 * that one comparison refuses links, devices, long-name and pax extensions, other owners, times and modes, and odd sizes.
 */
export function unpack(archive: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let offset = 0;
  for (;;) {
    const malformed = (what: string) => refusePackage('CONTAINER_MALFORMED', { offset, what });
    const header = archive.subarray(offset, offset + BLOCK);
    if (header.length < BLOCK) return malformed('cut');
    if (isZero(header)) {
      const rest = archive.subarray(offset);
      return rest.length === TRAILER && isZero(rest) ? entries : malformed('trailer');
    }
    const { name, size } = namedIn(header);
    if (!isName(name)) return malformed('name');
    if (!(size <= LARGEST_ENTRY)) return malformed('size');
    if (!areEqual(header, headerOf(name, size))) return malformed('header');
    if (seen.has(name)) return malformed('twice');
    if (seen.size === MOST_ENTRIES) return malformed('entries');
    seen.add(name);
    const [start, end, next] = [offset + BLOCK, offset + BLOCK + size, offset + BLOCK + padded(size)];
    if (next > archive.length) return malformed('cut');
    if (!isZero(archive.subarray(end, next))) return malformed('padding');
    entries.push({ name, data: archive.subarray(start, end) });
    offset = next;
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
