import type { Automaton } from './automaton.ts';
import type { Tally } from './tally.ts';
import type { Month } from './pricing.ts';

/** Some days in a row of one person's roster, to be unrolled: what came before them, and what stands after them. */
export type Stretch = {
  readonly automaton: Automaton;
  /** Their days are those of the stretch; their sums may have begun before it. */
  readonly tallies: readonly Tally[];
  readonly days: number;
  readonly start: { readonly state: number; readonly sums: readonly number[] };
  /** By state in which it ends. Null: nothing lawful follows. */
  readonly endings: readonly (Ending | null)[];
};

/** What stands after a stretch: what it costs, and what it adds to each sum. */
export type Ending = { readonly cost: number; readonly sums: readonly number[] };

/** The whole month. */
export function wholeMonth(automaton: Automaton, tallies: readonly Tally[], days: number): Stretch {
  const nothing = tallies.map(() => 0);
  const ending: Ending = { cost: 0, sums: nothing };
  return {
    automaton,
    tallies,
    days,
    start: { state: automaton.start, sums: nothing },
    endings: Array.from({ length: automaton.states }, () => ending),
  };
}

/**
 * The days from `from` to before `until` of a lawful month, all others as they are. What the days before cost is left out: it is the same
 * for all.
 */
export function someDays(
  { automaton, tallies }: { readonly automaton: Automaton; readonly tallies: readonly Tally[] },
  month: Month,
  from: number,
  until: number,
): Stretch {
  const { states, symbols } = automaton;
  const before = follow(automaton, tallies, month, automaton.start, 0, from);
  const endings = Array.from({ length: states }, (_, state) =>
    follow(automaton, tallies, month, state, until, month.length),
  );
  // What every ending adds is known already, so that fewer sums differ by what may still follow.
  const sure = tallies.map((_, index) =>
    endings.reduce((least, ending) => Math.min(least, ending?.sums[index] ?? Infinity), Infinity),
  );
  return {
    automaton,
    tallies: tallies.map(({ add, costOfAny, even }, index) => ({
      add: add.subarray(from * 2 * symbols, until * 2 * symbols),
      costOfAny: costOfAny.subarray(sure[index]),
      even: even.subarray(sure[index]),
    })),
    days: until - from,
    start: { state: before?.state ?? automaton.start, sums: before?.sums ?? [] },
    endings: endings.map(
      (ending) => ending && { ...ending, sums: ending.sums.map((sum, index) => sum - (sure[index] ?? 0)) },
    ),
  };
}

/** From a state through the days from `from` to before `until` of a month; null: that is not lawful. */
function follow(
  { symbols, next, cost, worked }: Automaton,
  tallies: readonly Tally[],
  month: Month,
  start: number,
  from: number,
  until: number,
): (Ending & { readonly state: number }) | null {
  let [state, paid] = [start, 0];
  const sums = tallies.map(() => 0);
  for (let day = from; day < until; day++) {
    const arc = state * symbols + month[day]!;
    const place = (day * 2 + worked[state]!) * symbols + month[day]!;
    for (let index = 0; index < sums.length; index++) sums[index]! += tallies[index]!.add[place]!;
    paid += cost[arc]!;
    state = next[arc]!;
    if (state < 0) return null;
  }
  return { state, cost: paid, sums };
}
