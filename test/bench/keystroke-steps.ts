/** What is typed: each step begins at the first day of the row that the one before left. */
export const keySteps: readonly {
  readonly name: string;
  readonly keys: (round: number) => readonly string[];
}[] = [
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
  { name: 'lock', keys: () => ['l', 'ArrowDown'] },
  {
    name: 'copy and paste five days',
    keys: () => ['Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c', 'ArrowDown', 'Control+v'],
  },
];
