import type { Automaton } from './automaton.ts';
import type { Diagram } from './diagram.ts';
import { DiagramTooLarge } from './expand.ts';
import { wholeMonth } from './stretch.ts';
import type { Tally } from './tally.ts';
import { unroll } from './unroll.ts';

/** What a diagram is made of: the sequence rules of a person and her sums. */
export type Parts = {
  readonly automaton: Automaton;
  readonly tallies: readonly Tally[];
  /** By tally: the measure that it counts. */
  readonly measures: readonly string[];
  /** Equal keys mean equal diagrams. */
  readonly key: string;
};

/** All lawful months, with what their diagram leaves out. */
type Unrolled = { readonly diagram: Diagram | null; readonly apart: readonly Tally[] };

/** Diagrams are shared by people whose rules say the same. */
export type DiagramCache = {
  readonly known: Map<string, Unrolled>;
  /** Measures that made somebody's diagram too large: nobody else's is tried with them. */
  readonly apart: Set<string>;
  readonly mostNodes: number;
};

/** All diagrams together, so that they fit the memory of an old machine; and one at least, since rules that forbid must be in it. */
const [MOST_NODES, MOST_NODES_OF_ONE] = [7_000_000, 2_000_000];

export function openDiagramCache(people: number): DiagramCache {
  return { known: new Map(), apart: new Set(), mostNodes: Math.min(MOST_NODES_OF_ONE, MOST_NODES / people) };
}

/** Her lawful months: the diagram of somebody with the same key, or a new one. */
export function diagramOf(parts: Parts, days: number, cache: DiagramCache): Unrolled {
  const known = cache.known.get(parts.key) ?? unrollWhatFits(parts, days, cache);
  cache.known.set(parts.key, known);
  return known;
}

/** Leaves out sums that forbid nothing, those that cost least first, until the diagram is not too large. */
function unrollWhatFits(
  { automaton, tallies, measures }: Parts,
  days: number,
  cache: DiagramCache,
): Unrolled {
  for (;;) {
    const isApart = (index: number) => cache.apart.has(measures[index] ?? '');
    const inside = tallies.filter((tally, index) => !isApart(index) || forbids(tally));
    const apart = tallies.filter((tally) => !inside.includes(tally));
    const lightest = inside
      .filter((tally) => !forbids(tally))
      .toSorted((one, other) => steepest(one) - steepest(other))[0];
    try {
      const most = lightest ? cache.mostNodes : MOST_NODES_OF_ONE;
      return { diagram: unroll(wholeMonth(automaton, inside, days), most), apart };
    } catch (error) {
      if (!(error instanceof DiagramTooLarge) || !lightest) throw error;
      cache.apart.add(measures[tallies.indexOf(lightest)] ?? '');
    }
  }
}

function forbids({ costOfAny }: Tally): boolean {
  return costOfAny.includes(Infinity);
}

/** What one step more or less costs at most. */
function steepest({ costOfAny }: Tally): number {
  return costOfAny.reduce(
    (most, cost, sum) => Math.max(most, Math.abs(cost - (costOfAny[sum - 1] ?? cost))),
    0,
  );
}
