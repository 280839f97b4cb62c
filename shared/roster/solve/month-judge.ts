import { isSame, type PersonMonths } from './person-months.ts';
import type { Month } from './pricing.ts';

/** Judges changes to the month of one person: from the first day that changes to where all is as before. */
export type MonthJudge = {
  /** What a month costs that is as hers before `from` and from `end` on; Infinity: not lawful. */
  readonly cost: (month: Month, from: number, end: number) => number;
  /** Makes a lawful month hers, which is as the one before until `from`, and says what it costs. */
  readonly take: (month: Month, from: number) => number;
};

/** Judges by the automaton and the sums themselves: small enough for the processor's nearest memory. She begins without work. */
export function openMonthJudge({ automaton, tallies, cells, published, diagram }: PersonMonths): MonthJudge {
  const { days } = diagram;
  const { start, symbols, next, cost, worked } = automaton;
  const adds = tallies.map(({ add }) => add);
  const ends = tallies.map(({ costOfAny }) => costOfAny);
  const count = tallies.length;
  // Of her month, before each day: the automaton's state, what it cost so far, and the sums (by day and tally).
  const states = new Int32Array(days + 1).fill(start);
  const costs = new Float64Array(days + 1);
  const knownSums = new Float64Array((days + 1) * count);
  const sums = new Float64Array(count);

  function walk(month: Month, from: number, end: number, isTaken: boolean): number {
    let state = states[from]!;
    let total = costs[from]!;
    for (let index = 0; index < count; index++) sums[index] = knownSums[from * count + index]!;
    for (let day = from; day < days; day++) {
      if (day >= end && state === states[day]) {
        // From here on everything is as it was.
        for (let index = 0; index < count; index++)
          sums[index]! += knownSums[days * count + index]! - knownSums[day * count + index]!;
        return finish(month, total + costs[days]! - costs[day]!);
      }
      const symbol = month[day]!;
      const arc = state * symbols + symbol;
      const then = next[arc]!;
      if (then < 0) return Infinity;
      total += cost[arc]! + cells[day * symbols + symbol]!;
      if (total === Infinity) return Infinity;
      const place = (day * 2 + worked[state]!) * symbols + symbol;
      for (let index = 0; index < count; index++) sums[index]! += adds[index]![place]!;
      state = then;
      if (isTaken) note(day + 1, state, total);
    }
    return finish(month, total);
  }
  function note(day: number, state: number, total: number): void {
    states[day] = state;
    costs[day] = total;
    for (let index = 0; index < count; index++) knownSums[day * count + index] = sums[index]!;
  }
  function finish(month: Month, total: number): number {
    let all = published && !isSame(published.month, month) ? total + published.price : total;
    for (let index = 0; index < count; index++) all += ends[index]![sums[index]!]!;
    return all;
  }
  return {
    cost: (month, from, end) => walk(month, from, end, false),
    take: (month, from) => walk(month, from, days, true),
  };
}
