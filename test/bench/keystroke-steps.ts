/** What is typed: each step begins at the first day of the row that the one before left. */
export type KeyStep = {
  readonly name: string;
  /** Typed once, before anything is measured. */
  readonly before?: readonly string[];
  readonly keys: (round: number) => readonly string[];
  /** The key that counts; without it, all of them. */
  readonly counts?: string;
};

const right = 'Shift+ArrowRight';
const fiveDays = ['Home', right, right, right, right];
const block = ['Control+Home', 'Shift+End', 'Shift+PageDown', 'Shift+PageDown', 'Shift+ArrowUp'];

export const keySteps: readonly KeyStep[] = [
  { name: 'type a letter', keys: (round) => [['d', 'n', 'e', 'b', 'x'][round % 5] ?? 'd'] },
  { name: 'undo', keys: () => ['Control+z'] },
  { name: 'redo', keys: () => ['Control+y'] },
  { name: 'move right', keys: (round) => [round % 20 < 10 ? 'ArrowRight' : 'ArrowLeft'] },
  { name: 'move down', keys: () => ['ArrowDown'] },
  { name: 'ten rows down or up', keys: (round) => [round % 2 === 0 ? 'PageUp' : 'PageDown'] },
  {
    name: 'extend the selection',
    keys: (round) => [round % 2 === 0 ? 'Shift+ArrowDown' : 'Shift+ArrowRight'],
  },
  { name: 'select everything', keys: () => ['Control+a', 'Home'] },
  { name: 'lock', keys: () => ['l', 'ArrowDown'], counts: 'l' },
  {
    name: 'copy and paste five days',
    keys: () => [...fiveDays, 'Control+c', 'ArrowDown', 'Control+v', 'Control+z'],
    counts: 'Control+v',
  },
  { name: 'a letter into 20 × 31 cells', before: block, keys: () => ['d', 'Control+z'], counts: 'd' },
  { name: 'fill 20 rows down', before: block, keys: () => ['Control+d', 'Control+z'], counts: 'Control+d' },
  {
    name: 'paste 20 × 31 cells',
    before: [...block, 'Control+c', 'Control+Home', 'PageDown', 'PageDown'],
    keys: () => ['Control+v', 'Control+z'],
    counts: 'Control+v',
  },
  {
    name: 'take back 20 × 31 cells',
    before: [...block, 'Control+c', 'Control+Home', 'PageDown', 'PageDown'],
    keys: () => ['Control+v', 'Control+z'],
    counts: 'Control+z',
  },
];

/** The keys that go down, one after the other: `Control+v` is two, of which the second counts. */
export function keysDown(pressed: readonly string[]): (string | null)[] {
  return pressed.flatMap((keys) => [
    ...keys
      .split('+')
      .slice(1)
      .map(() => null),
    keys,
  ]);
}
