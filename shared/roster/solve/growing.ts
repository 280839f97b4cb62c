/** Numbers whose count is not known beforehand: a typed array with room to spare (an ordinary array takes twice as long). */
export type Growing<Numbers extends Int32Array | Float64Array> = { numbers: Numbers; length: number };

const ROOM = 1 << 8;

export function growingWhole(): Growing<Int32Array> {
  return { numbers: new Int32Array(ROOM), length: 0 };
}

export function growing(): Growing<Float64Array> {
  return { numbers: new Float64Array(ROOM), length: 0 };
}

/** Makes room for so many more: to be called before anything is written beyond the length. */
export function reserve<Numbers extends Int32Array | Float64Array>(
  list: Growing<Numbers>,
  more: number,
): void {
  const needed = list.length + more;
  if (needed <= list.numbers.length) return;
  const grown = new (list.numbers.constructor as new (length: number) => Numbers)(
    Math.max(list.numbers.length * 2, needed),
  );
  grown.set(list.numbers);
  list.numbers = grown;
}
