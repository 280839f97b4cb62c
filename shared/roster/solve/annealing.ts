import { pick, type Random } from '../random.ts';
import type { Stop } from './column-generation.ts';
import { isSame, type PersonMonths } from './person-months.ts';
import type { Month } from './pricing.ts';
import { countMonths, requirementCost, type Months, type Problem } from './problem.ts';

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
const EFFORT = 6;
/** The first temperature, by what a cheap one (one in five) of the moves that cost something costs; and how far it falls. */
const [CHEAP, HEAT, COOLING] = [0.2, 0.27, 20];

/**
 * Simulated annealing over small changes, every month lawful at every moment (a diagram judges a month in a microsecond). Quick to a
 * good roster where the rules leave room; where hours are tight, the dives of the linear program are better.
 */
export function anneal(problem: Problem, start: Months, { stop, random, moves, heat: part = 1, onGood }: Options): Months {
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
    } else if (state.cost() < best - 1e-6) {
      best = state.cost();
      bestMonths = state.copy();
    }
  }
  problem.effort.spent += moves * problem.days * EFFORT;
  return bestMonths;
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
};

type Line = { readonly month: Month; cost: number };

function openState(problem: Problem, start: Months): State {
  const { days, symbols, people, requirements, countsFor } = problem;
  const emptyLine = (): Line => ({ month: new Int8Array(days), cost: 0 });
  const judges = people.map(openJudge);
  const lines = start.map((month, person): Line => ({ month: month.slice(), cost: judges[person]!(month) }));
  const counts = countMonths(problem, start);
  let total =
    lines.reduce((sum, line) => sum + line.cost, 0) +
    requirements.reduce((sum, requirement, index) => sum + requirementCost(requirement, counts[index] ?? 0), 0);
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
  /** Takes the spare lines as proposals. */
  function attempt(first: number, second: number): number | null {
    spare[0]!.cost = judges[first]!(spare[0]!.month);
    if (spare[0]!.cost === Infinity) return null;
    if (second >= 0) spare[1]!.cost = judges[second]!(spare[1]!.month);
    if (second >= 0 && spare[1]!.cost === Infinity) return null;
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
        return attempt(person, -1);
      }
      if (kind < 0.5) {
        const other = pick(random, days);
        if (one[day] === one[other]) return null;
        [one[day], one[other]] = [one[other]!, one[day]!];
        return attempt(person, -1);
      }
      if (kind < 0.6) {
        const end = Math.min(day + 2 + pick(random, 5), days);
        if (end - day < 2) return null;
        const moved = one[end - 1]!;
        one.copyWithin(day + 1, day, end - 1);
        one[day] = moved;
        return attempt(person, -1);
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
      return differs ? attempt(person, second) : null;
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
  };
}

/** Judges months of one person by the automaton and the sums themselves: small enough for the processor's nearest memory. */
function openJudge({ automaton, tallies, cells, published }: PersonMonths): (month: Month) => number {
  const { start, symbols, next, cost, worked } = automaton;
  const adds = tallies.map(({ add }) => add);
  const ends = tallies.map(({ costOfAny }) => costOfAny);
  const sums = new Float64Array(tallies.length);
  const count = tallies.length;
  return (month) => {
    let state = start;
    let total = published && !isSame(published.month, month) ? published.price : 0;
    sums.fill(0);
    for (let day = 0; day < month.length; day++) {
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
    for (let index = 0; index < count; index++) total += ends[index]![sums[index]!]!;
    return total;
  };
}
