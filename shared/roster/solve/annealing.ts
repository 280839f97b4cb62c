import { pick, type Random } from '../random.ts';
import type { Stop } from './column-generation.ts';
import { isSame, type PersonMonths } from './person-months.ts';
import type { Month } from './pricing.ts';
import { countMonths, coverCost, requirementCost, type Months, type Problem } from './problem.ts';

type Options = {
  readonly stop: Stop;
  readonly random: Random;
  readonly moves: number;
  /** The first temperature as a part of the usual one: less when a good roster is to be made better. */
  readonly heat?: number;
  /** Called with good rosters on the way. */
  readonly onGood?: (months: Months) => void;
};

/** How many moves are tried to learn what moves cost here. */
const TRIALS = 2_000;
const GOOD_EVERY = 20_000;
/** A day of a move takes as long as so many arcs of a diagram. */
const EFFORT = 2;
/** The first temperature, by what a cheap one (one in five) of the moves that cost something costs; and how far it falls. */
const [CHEAP, HEAT, COOLING] = [0.2, 0.27, 20];

/**
 * Simulated annealing over small changes, every month lawful at every moment (an automaton judges a change in a microsecond). Quick to a
 * good roster where the rules leave room; where hours are tight, the dives of the linear program are better.
 */
export function anneal(
  problem: Problem,
  start: Months,
  { stop, random, moves, heat: part = 1, onGood }: Options,
): Months {
  if (start.length === 0) return start;
  const state = openState(problem, start);
  const usual = firstTemperature(state, random);
  const hot = usual * part;
  if (hot === 0) return start;
  const cold = usual / COOLING;
  let best = state.cost();
  let bestMonths = state.copy();
  for (let move = 0; move < moves; move++) {
    if ((move & 1023) === 0 && stop()) break;
    if (move > moves / 2 && move % GOOD_EVERY === 0) onGood?.(state.copy());
    const worse = state.propose(random);
    if (worse === null) continue;
    const heat = hot * (cold / hot) ** (move / moves);
    if (worse > 0 && random() >= Math.exp(-worse / heat)) {
      state.undo();
      continue;
    }
    state.keep();
    if (state.cost() < best - 1e-6) {
      best = state.cost();
      bestMonths = state.copy();
    }
  }
  problem.effort.spent += moves * problem.days * EFFORT;
  return bestMonths;
}

/** How many of the small changes to a roster are lawful, as a part of all. */
export function partOfLawfulMoves(problem: Problem, months: Months, random: Random): number {
  if (months.length === 0) return 0;
  const state = openState(problem, months);
  let lawful = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    if (state.propose(random) === null) continue;
    lawful++;
    state.undo();
  }
  return lawful / TRIALS;
}

function firstTemperature(state: State, random: Random): number {
  const rises: number[] = [];
  for (let trial = 0; trial < TRIALS; trial++) {
    const worse = state.propose(random);
    if (worse === null) continue;
    if (worse > 0) rises.push(worse);
    state.undo();
  }
  rises.sort((a, b) => a - b);
  return (rises[Math.floor(rises.length * CHEAP)] ?? 0) * HEAT;
}

type State = {
  readonly cost: () => number;
  readonly copy: () => Months;
  /** Makes a random change and says what it costs; null: it would not be lawful, and nothing was changed. */
  readonly propose: (random: Random) => number | null;
  /** Takes the last change back. */
  readonly undo: () => void;
  /** Keeps the last change: one of the two must follow each proposal. */
  readonly keep: () => void;
};

/** A month with what is known of it day by day, so that a change is judged from its first day to where all is as before. */
type Line = {
  readonly month: Month;
  cost: number;
  /** Before each day: the automaton's state, what it cost so far, and the sums (by day and tally). */
  readonly states: Int32Array;
  readonly costs: Float64Array;
  readonly sums: Float64Array;
};

function openState(problem: Problem, start: Months): State {
  const { days, symbols, people, requirements, countsFor } = problem;
  const most = Math.max(0, ...people.map(({ tallies }) => tallies.length));
  const emptyLine = (): Line => ({
    month: new Int8Array(days),
    cost: 0,
    states: new Int32Array(days + 1),
    costs: new Float64Array(days + 1),
    sums: new Float64Array((days + 1) * most),
  });
  const judges = people.map(openJudge);
  const lines = start.map((month, person): Line => {
    const line = emptyLine();
    line.month.set(month);
    judges[person]!.write(line);
    return line;
  });
  const counts = countMonths(problem, start);
  let total = lines.reduce((sum, line) => sum + line.cost, 0) + coverCost(problem, counts);
  // The last change: whose line, and the line she had before. Two lines are to spare for the next proposal.
  const last = [
    { person: -1, line: emptyLine() },
    { person: -1, line: emptyLine() },
  ];
  const spare = [emptyLine(), emptyLine()];
  let before = total;

  function count(person: number, day: number, symbol: number, by: 1 | -1): void {
    if (symbol === 0) return;
    for (const index of countsFor(person, day * symbols + symbol)) {
      const requirement = requirements[index]!;
      const now = counts[index]!;
      total += requirementCost(requirement, now + by) - requirementCost(requirement, now);
      counts[index] = now + by;
    }
  }
  /** Gives a person another line and returns the one she had. */
  function put(person: number, line: Line): Line {
    const old = lines[person]!;
    total += line.cost - old.cost;
    for (let day = 0; day < days; day++) {
      if (old.month[day] === line.month[day]) continue;
      count(person, day, old.month[day]!, -1);
      count(person, day, line.month[day]!, 1);
    }
    lines[person] = line;
    return old;
  }
  /** Takes the spare lines as proposals: they differ from what stands from one day on and before another. */
  function attempt(first: number, second: number, from: number, end: number): number | null {
    spare[0]!.cost = judges[first]!.cost(spare[0]!.month, lines[first]!, from, end);
    if (spare[0]!.cost === Infinity) return null;
    if (second >= 0) {
      spare[1]!.cost = judges[second]!.cost(spare[1]!.month, lines[second]!, from, end);
      if (spare[1]!.cost === Infinity) return null;
    }
    before = total;
    exchange(0, first);
    last[1]!.person = -1;
    if (second >= 0) exchange(1, second);
    return total - before;
  }
  function exchange(slot: number, person: number): void {
    const free = last[slot]!.line;
    last[slot]!.line = put(person, spare[slot]!);
    last[slot]!.person = person;
    spare[slot] = free;
  }

  return {
    cost: () => total,
    copy: () => lines.map(({ month }) => month.slice()),
    propose(random) {
      const person = pick(random, people.length);
      const day = pick(random, days);
      const kind = random();
      const one = spare[0]!.month;
      one.set(lines[person]!.month);
      if (kind < 0.3) {
        const symbol = pick(random, symbols);
        if (one[day] === symbol) return null;
        one[day] = symbol;
        return attempt(person, -1, day, day + 1);
      }
      if (kind < 0.5) {
        const other = pick(random, days);
        if (one[day] === one[other]) return null;
        [one[day], one[other]] = [one[other]!, one[day]!];
        return attempt(person, -1, Math.min(day, other), Math.max(day, other) + 1);
      }
      if (kind < 0.6) {
        const end = Math.min(day + 2 + pick(random, 5), days);
        if (end - day < 2) return null;
        const moved = one[end - 1]!;
        one.copyWithin(day + 1, day, end - 1);
        one[day] = moved;
        return attempt(person, -1, day, end);
      }
      const second = pick(random, people.length);
      if (second === person) return null;
      const other = spare[1]!.month;
      other.set(lines[second]!.month);
      const end = Math.min(day + 1 + pick(random, random() < 0.5 ? 3 : 8), days);
      let differs = false;
      for (let at = day; at < end; at++) {
        if (one[at] !== other[at]) differs = true;
        [one[at], other[at]] = [other[at]!, one[at]!];
      }
      return differs ? attempt(person, second, day, end) : null;
    },
    undo() {
      const now = total;
      for (const slot of [1, 0]) {
        const { person, line } = last[slot]!;
        if (person < 0) continue;
        last[slot]!.line = put(person, line);
      }
      // What was summed up and down again may have gathered a hair of rounding: the old total is exact.
      if (now !== before) total = before;
    },
    keep() {
      for (const { person } of last) if (person >= 0) judges[person]!.write(lines[person]!);
    },
  };
}

type Judge = {
  /** What a month costs that is as a known line before `from` and from `end` on; Infinity: not lawful. */
  readonly cost: (month: Month, known: Line, from: number, end: number) => number;
  /** Writes down what is known of a line's month day by day. */
  readonly write: (line: Line) => void;
};

/** Judges months of one person by the automaton and the sums themselves: small enough for the processor's nearest memory. */
function openJudge({ automaton, tallies, cells, published }: PersonMonths): Judge {
  const { start, symbols, next, cost, worked } = automaton;
  const adds = tallies.map(({ add }) => add);
  const ends = tallies.map(({ costOfAny }) => costOfAny);
  const count = tallies.length;
  const sums = new Float64Array(count);
  const finish = (month: Month, total: number): number => {
    let all = published && !isSame(published.month, month) ? total + published.price : total;
    for (let index = 0; index < count; index++) all += ends[index]![sums[index]!]!;
    return all;
  };
  return {
    cost(month, known, from, end) {
      const days = month.length;
      let state = known.states[from]!;
      let total = known.costs[from]!;
      for (let index = 0; index < count; index++) sums[index] = known.sums[from * count + index]!;
      for (let day = from; day < days; day++) {
        if (day >= end && state === known.states[day]) {
          // From here on all is as it was.
          for (let index = 0; index < count; index++)
            sums[index]! += known.sums[days * count + index]! - known.sums[day * count + index]!;
          return finish(month, total + known.costs[days]! - known.costs[day]!);
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
      }
      return finish(month, total);
    },
    write(line) {
      const { month, states, costs, sums: written } = line;
      let [state, total] = [start, 0];
      sums.fill(0);
      for (let day = 0; day <= month.length; day++) {
        states[day] = state;
        costs[day] = total;
        for (let index = 0; index < count; index++) written[day * count + index] = sums[index]!;
        if (day === month.length) break;
        const symbol = month[day]!;
        const arc = state * symbols + symbol;
        const place = (day * 2 + worked[state]!) * symbols + symbol;
        for (let index = 0; index < count; index++) sums[index]! += adds[index]![place]!;
        total += cost[arc]! + cells[day * symbols + symbol]!;
        state = Math.max(0, next[arc]!);
      }
      line.cost = finish(month, total);
    },
  };
}
