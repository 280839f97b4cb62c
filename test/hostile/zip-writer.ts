import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a pack, with whatever its headers are to say instead of the truth. */
export type Part = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  /** Packed bytes that are written instead. */
  readonly packed?: Uint8Array;
  readonly says?: {
    readonly crc?: number;
    readonly packed?: number;
    readonly unpacked?: number;
    readonly method?: number;
    readonly flags?: number;
    readonly localName?: string;
    readonly offset?: number;
  };
};

export type EndSays = {
  readonly count?: number;
  readonly comment?: Uint8Array;
  readonly disk?: number;
  readonly start?: number;
};

/** Writes a zip, honest or not. */
export function zipOf(parts: readonly Part[], end: EndSays = {}): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, stored = false, packed: given, says = {} } of parts) {
    const packed = given ?? (stored ? bytes : deflateRawSync(bytes));
    const facts = {
      crc: says.crc ?? crc32(bytes),
      packed: says.packed ?? packed.length,
      unpacked: says.unpacked ?? bytes.length,
      method: says.method ?? (stored ? 0 : 8),
      flags: says.flags ?? 0,
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const localName = Buffer.from(says.localName ?? name);
    write(local, 4, facts, localName.length);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    const centralName = Buffer.from(name);
    write(central, 6, facts, centralName.length);
    central.writeUInt32LE(says.offset ?? at, 42);
    bodies.push(local, localName, Buffer.from(packed));
    directory.push(central, centralName);
    at += local.length + localName.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.disk ?? 0, 4);
  last.writeUInt16LE(end.disk ?? 0, 6);
  last.writeUInt16LE(end.count ?? parts.length, 8);
  last.writeUInt16LE(end.count ?? parts.length, 10);
  last.writeUInt32LE(size, 12);
  last.writeUInt32LE(end.start ?? at, 16);
  const comment = Buffer.from(end.comment ?? []);
  last.writeUInt16LE(comment.length, 20);
  return Uint8Array.from(Buffer.concat([...bodies, ...directory, last, comment]));
}

type Facts = { crc: number; packed: number; unpacked: number; method: number; flags: number };

/** `from`: where the flags' predecessor stands; the local and the central header carry the same fields in the same order. */
function write(
  header: Buffer,
  from: number,
  { flags, method, crc, packed, unpacked }: Facts,
  nameLength: number,
): void {
  header.writeUInt16LE(20, from);
  header.writeUInt16LE(flags, from + 2);
  header.writeUInt16LE(method, from + 4);
  header.writeUInt32LE(crc, from + 10);
  header.writeUInt32LE(packed, from + 14);
  header.writeUInt32LE(unpacked, from + 18);
  header.writeUInt16LE(nameLength, from + 22);
}
