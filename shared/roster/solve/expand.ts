import { growing, growingWhole, reserve } from './growing.ts';
import { openKeyTable } from './key-table.ts';
import type { Stretch } from './stretch.ts';
import { settle, type Settled } from './tally.ts';

/** Months day by day: nodes from the root (0) to the end (the last one), arcs in the order of their nodes. */
export type Expanded = {
  /** By day: its first node; after the last day, the end. */
  readonly layers: readonly number[];
  /** By node but the end: its first arc; then how many arcs there are. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly symbol: Int32Array;
  readonly cost: Float64Array;
};

/** There would be more nodes than were allowed. */
export class DiagramTooLarge extends Error {}

/**
 * Unrolls the automaton and the tallies over the days, from the first on: a node is a state with its sums. Sums that come to the same
 * are one at once, so that few nodes are made in vain. Throws DiagramTooLarge.
 */
export function expand(stretch: Stretch, mostNodes: number): Expanded {
  const { automaton, tallies, days, start, endings } = stretch;
  const { symbols, next, cost: prices, worked } = automaton;
  const count = tallies.length;
  const width = count + 1;
  const settledOn = settledByState(stretch);
  const known = openKeyTable();
  const layers = [0];
  const [first, to, symbolOf, costs] = [growingWhole(), growingWhole(), growingWhole(), growing()];
  // Rows of a state and its sums: those of the nodes of a day, and of the next.
  let [now, then] = [growingWhole(), growingWhole()];
  reserve(now, width);
  now.numbers.set([start.state, ...start.sums]);
  now.length = width;
  for (let day = 0; day < days; day++) {
    const isLast = day === days - 1;
    const settled = settledOn(day + 1);
    const following = layers[day]! + now.length / width;
    layers.push(following);
    if (following > mostNodes) throw new DiagramTooLarge();
    known.clear();
    then.length = 0;
    for (let row = 0; row < now.length; row += width) {
      const state = now.numbers[row]!;
      const offset = (day * 2 + worked[state]!) * symbols;
      reserve(first, 1);
      first.numbers[first.length++] = to.length;
      reserve(to, symbols);
      reserve(symbolOf, symbols);
      reserve(costs, symbols);
      reserve(then, symbols * width);
      for (let symbol = 0; symbol < symbols; symbol++) {
        const target = next[state * symbols + symbol]!;
        if (target < 0) continue;
        const ending = endings[target];
        let cost = prices[state * symbols + symbol]! + (isLast ? (ending?.cost ?? Infinity) : 0);
        let key = target;
        // Written where a new node's row would stand: it stays there only if the node is new.
        const place = then.length;
        then.numbers[place] = target;
        for (let index = 0; index < count && cost !== Infinity; index++) {
          const { add, costOfAny: ends } = tallies[index]!;
          const { as, more } = settled[index]![target]!;
          const sum = now.numbers[row + 1 + index]! + add[offset + symbol]!;
          const stands = as[sum]!;
          if (stands < 0) {
            cost = Infinity;
            break;
          }
          cost += isLast ? ends[sum + ending!.sums[index]!]! : more[sum]!;
          key = key * ends.length + stands;
          then.numbers[place + 1 + index] = stands;
        }
        if (cost === Infinity) continue;
        const before = known.size();
        const node = known.number(isLast ? 0 : key);
        if (node === before) then.length = place + width;
        to.numbers[to.length++] = following + node;
        symbolOf.numbers[symbolOf.length++] = symbol;
        costs.numbers[costs.length++] = cost;
      }
    }
    [now, then] = [then, now];
  }
  reserve(first, 1);
  first.numbers[first.length++] = to.length;
  return { layers, first: first.numbers, to: to.numbers, symbol: symbolOf.numbers, cost: costs.numbers };
}

/** By day, tally and state: which sums come to the same with what may still be added from there on. */
function settledByState(stretch: Stretch): (day: number) => readonly (readonly Settled[])[] {
  const { states } = stretch.automaton;
  const byTally = stretch.tallies.map((tally, index) => ({
    tally,
    most: mostLeft(stretch, index),
    known: new Map<number, Settled>(),
  }));
  return (day) =>
    byTally.map(({ tally, most, known }) =>
      Array.from(most.subarray(day * states, (day + 1) * states), (left) => {
        const settled = known.get(left) ?? settle(tally, left);
        known.set(left, settled);
        return settled;
      }),
    );
}

/** By day and state: the most that a tally can still gain; less than nothing where no lawful end is reached. */
function mostLeft({ automaton, tallies, days, endings }: Stretch, tally: number): Float64Array {
  const { states, symbols, next, worked } = automaton;
  const add = tallies[tally]!.add;
  const left = new Float64Array((days + 1) * states);
  for (let state = 0; state < states; state++)
    left[days * states + state] = endings[state]?.sums[tally] ?? -Infinity;
  for (let day = days - 1; day >= 0; day--) {
    for (let state = 0; state < states; state++) {
      let most = -Infinity;
      const offset = (day * 2 + worked[state]!) * symbols;
      for (let symbol = 0; symbol < symbols; symbol++) {
        const then = next[state * symbols + symbol]!;
        if (then >= 0) most = Math.max(most, add[offset + symbol]! + left[(day + 1) * states + then]!);
      }
      left[day * states + state] = most;
    }
  }
  return left;
}
