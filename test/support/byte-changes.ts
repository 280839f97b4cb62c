/** One blind change of bytes by chance: flip a bit, set a byte, delete, insert, copy a stretch, exchange two, cut the end. */
export function changedBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = 1 + Math.floor(random() * 64);
  const copy = Buffer.from(bytes);
  switch (Math.floor(random() * 7)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return copy;
    case 1:
      copy[at] = Math.floor(random() * 256);
      return copy;
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(0, length), copy.subarray(at)]);
    case 4:
      copy.copyWithin(Math.floor(random() * bytes.length), at, at + length);
      return copy;
    case 5: {
      const other = Math.floor(random() * (bytes.length - length));
      const [one, two] = [
        Buffer.from(copy.subarray(at, at + length)),
        Buffer.from(copy.subarray(other, other + length)),
      ];
      copy.set(two.subarray(0, Math.min(two.length, bytes.length - at)), at);
      copy.set(one.subarray(0, Math.min(one.length, bytes.length - other)), other);
      return copy;
    }
    default:
      return copy.subarray(0, at);
  }
}
