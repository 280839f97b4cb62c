/** Numbers the keys of one layer in the order in which they come (open addressing: an ordinary Map takes five times as long). */
export type KeyTable = {
  /** The number of a key; a new key gets the next number. */
  readonly number: (key: number) => number;
  readonly size: () => number;
  readonly clear: () => void;
};

const EMPTY = -1;

/** Keys are whole numbers from 0 to 2⁵³. */
export function openKeyTable(): KeyTable {
  let capacity = 1 << 10;
  let keys = new Float64Array(capacity).fill(EMPTY);
  let numbers = new Int32Array(capacity);
  let count = 0;

  const placeOf = (key: number, among: Float64Array): number => {
    const mask = among.length - 1;
    // Low and high half mixed, since keys of neighbouring states differ in a few digits only.
    let place = Math.imul((key % 4_294_967_296) ^ Math.imul(key / 4_294_967_296, 0x85ebca6b), 0x9e3779b1);
    place = (place ^ (place >>> 15)) & mask;
    while (among[place] !== EMPTY && among[place] !== key) place = (place + 1) & mask;
    return place;
  };
  const grow = () => {
    capacity *= 2;
    const [moved, movedNumbers] = [new Float64Array(capacity).fill(EMPTY), new Int32Array(capacity)];
    for (const [place, key] of keys.entries()) {
      if (key === EMPTY) continue;
      const target = placeOf(key, moved);
      moved[target] = key;
      movedNumbers[target] = numbers[place] ?? 0;
    }
    [keys, numbers] = [moved, movedNumbers];
  };
  return {
    number(key) {
      let place = placeOf(key, keys);
      if (keys[place] === key) return numbers[place] ?? 0;
      if (count * 2 >= capacity) {
        grow();
        place = placeOf(key, keys);
      }
      keys[place] = key;
      numbers[place] = count;
      return count++;
    },
    size: () => count,
    clear() {
      keys.fill(EMPTY);
      count = 0;
    },
  };
}
