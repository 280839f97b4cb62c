import { pick, type Random } from '../random.ts';
import { openMonthJudge } from './month-judge.ts';
import type { Month } from './pricing.ts';
import { countMonths, coverCost, requirementCost, type HouseProblem, type Months } from './problem.ts';

/** A roster that is changed a little at a time, every month lawful at every moment. */
export type Moves = {
  readonly cost: () => number;
  readonly copy: () => Months;
  /** Makes a random change and says what it costs; null: it would not be lawful, and nothing was changed. */
  readonly propose: (random: Random) => number | null;
  /** Takes the last change back. */
  readonly undo: () => void;
  /** Keeps the last change: one of the two must follow each proposal. */
  readonly keep: () => void;
};

/** Up to which draw each kind of change is tried; above the last, two people exchange some days. */
const [ANOTHER_SHIFT, TWO_DAYS, SHIFTED_DAYS] = [0.3, 0.5, 0.6];

type Line = { month: Month; cost: number };

/** `start` must be lawful. */
export function openMoves(problem: HouseProblem, start: Months): Moves {
  const { days, symbols, people, requirements, countsFor } = problem;
  const judges = people.map(openMonthJudge);
  const lines = start.map((month, person): Line => {
    const cost = judges[person]!.take(month, 0);
    return { month: month.slice(), cost };
  });
  const counts = countMonths(problem, start);
  let total = lines.reduce((sum, line) => sum + line.cost, 0) + coverCost(problem, counts);
  const emptyLine = (): Line => ({ month: new Int8Array(days), cost: 0 });
  // The last change: whose line, and the line she had before. Two lines are to spare for the next proposal.
  const last = [
    { person: -1, line: emptyLine() },
    { person: -1, line: emptyLine() },
  ];
  const spare = [emptyLine(), emptyLine()];
  let [before, changedFrom] = [total, 0];

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
    if (!isLawful(0, first, from, end)) return null;
    if (second >= 0 && !isLawful(1, second, from, end)) return null;
    before = total;
    changedFrom = from;
    exchange(0, first);
    last[1]!.person = -1;
    if (second >= 0) exchange(1, second);
    return total - before;
  }
  function isLawful(slot: number, person: number, from: number, end: number): boolean {
    const line = spare[slot]!;
    line.cost = judges[person]!.cost(line.month, from, end);
    return line.cost !== Infinity;
  }
  function exchange(slot: number, person: number): void {
    const free = last[slot]!.line;
    last[slot]!.line = put(person, spare[slot]!);
    last[slot]!.person = person;
    spare[slot] = free;
  }

  function anotherShift(random: Random, person: number, day: number): number | null {
    const month = spare[0]!.month;
    const symbol = pick(random, symbols);
    if (month[day] === symbol) return null;
    month[day] = symbol;
    return attempt(person, -1, day, day + 1);
  }
  function twoDays(random: Random, person: number, day: number): number | null {
    const month = spare[0]!.month;
    const other = pick(random, days);
    if (month[day] === month[other]) return null;
    [month[day], month[other]] = [month[other]!, month[day]!];
    return attempt(person, -1, Math.min(day, other), Math.max(day, other) + 1);
  }
  /** The last of some days comes first, and the others a day later. */
  function shiftedDays(random: Random, person: number, day: number): number | null {
    const month = spare[0]!.month;
    const end = Math.min(day + 2 + pick(random, 5), days);
    if (end - day < 2) return null;
    const moved = month[end - 1]!;
    month.copyWithin(day + 1, day, end - 1);
    month[day] = moved;
    return attempt(person, -1, day, end);
  }
  function daysOfTwo(random: Random, person: number, day: number): number | null {
    const second = pick(random, people.length);
    if (second === person) return null;
    const [one, other] = [spare[0]!.month, spare[1]!.month];
    other.set(lines[second]!.month);
    const end = Math.min(day + 1 + pick(random, random() < 0.5 ? 3 : 8), days);
    let differs = false;
    for (let at = day; at < end; at++) {
      if (one[at] !== other[at]) differs = true;
      [one[at], other[at]] = [other[at]!, one[at]!];
    }
    return differs ? attempt(person, second, day, end) : null;
  }

  return {
    cost: () => total,
    copy: () => lines.map(({ month }) => month.slice()),
    propose(random) {
      const person = pick(random, people.length);
      const day = pick(random, days);
      const kind = random();
      spare[0]!.month.set(lines[person]!.month);
      if (kind < ANOTHER_SHIFT) return anotherShift(random, person, day);
      if (kind < TWO_DAYS) return twoDays(random, person, day);
      if (kind < SHIFTED_DAYS) return shiftedDays(random, person, day);
      return daysOfTwo(random, person, day);
    },
    undo() {
      for (const slot of [1, 0]) {
        const { person, line } = last[slot]!;
        if (person < 0) continue;
        last[slot]!.line = put(person, line);
      }
      // What was summed up and down again may have gathered a hair of rounding.
      total = before;
    },
    keep() {
      for (const { person } of last) {
        if (person < 0) continue;
        const line = lines[person]!;
        line.cost = judges[person]!.take(line.month, changedFrom);
      }
    },
  };
}
