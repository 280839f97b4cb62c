import type { Diagram } from './diagram.ts';
import { expand } from './expand.ts';
import { reduce } from './reduce.ts';
import type { Stretch } from './stretch.ts';

/** All that is lawful in a stretch of days. Null: nothing is. Throws DiagramTooLarge. */
export function unroll(stretch: Stretch, mostNodes = Infinity): Diagram | null {
  return reduce(expand(stretch, mostNodes), stretch.automaton.symbols);
}
