/** A stand-in of Electron's program: the mark that Electron looks for, the version of the wire, its length, its fuses. */
export function aWire(fuses: string): Buffer {
  const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  return Buffer.concat([
    Buffer.alloc(100, 7),
    mark,
    Buffer.from([1, fuses.length]),
    Buffer.from(fuses),
    Buffer.alloc(64, 7),
  ]);
}
