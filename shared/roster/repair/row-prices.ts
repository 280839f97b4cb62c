import type { CompiledCover } from '../compile.ts';
import type { NearRows } from './near-rows.ts';

/** What an alternative pays for: the weights of the costs of a row, and the prices of changing what people know. */
export type Prices = {
  readonly taste: number;
  readonly fair: number;
  readonly pay: number;
  /** Each changed cell. */
  readonly cell: number;
  /** Each person who has to be told. */
  readonly person: number;
  /** By how much a missing person weighs more than the cover says. */
  readonly missing: number;
  /** People who are not to be asked, if that can be. */
  readonly spared: ReadonlySet<number>;
};
const SPARED = 5_000;

/** The people's rows and the cover of the free days. */
export type NearProblem = {
  readonly people: readonly NearRows[];
  readonly cover: readonly CompiledCover[];
  /** Days of a row before the first of the roster. */
  readonly lead: number;
  readonly symbols: number;
  readonly seed: number;
};

/** What rows cost by these prices, and what is left of that when the cover pays for them. */
export type RowPrices = {
  readonly cost: (person: number, row: number) => number;
  /** The cover rows that a row counts for, once for each of its cells. */
  readonly countsOf: (person: number, row: number) => readonly number[];
  /** By row: what it costs less what its cells are worth to the cover, and less what hers cost at most to be of use. */
  readonly reduced: (person: number, worth: Worth) => Float64Array;
};

/** What one more person is worth to each cover row, and what each person's rows cost at most to be of use. */
export type Worth = { readonly person: Float64Array; readonly cover: Float64Array };

export function priceRows(problem: NearProblem, prices: Prices): RowPrices {
  const { people, symbols } = problem;
  const covers = coverTable(problem);
  const costs = people.map((one, index) => rowCosts(problem, one, index, prices));
  const cost = (person: number, row: number) => costs[person]?.[row] ?? 0;
  return {
    cost,
    countsOf(person, row) {
      const near = people[person];
      return near ? cellsOf(near, row, symbols).flatMap((cell) => covers(person, cell)) : [];
    },
    reduced(person, worth) {
      const near = people[person];
      return near ? reducedCosts(problem, covers, near, costs[person], worth, person) : new Float64Array(0);
    },
  };
}

function cellsOf({ base, first, cells }: NearRows, row: number, symbols: number): number[] {
  const symbolOf = Int8Array.from(base);
  for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at++) {
    const cell = cells[at] ?? 0;
    symbolOf[Math.floor(cell / symbols)] = cell % symbols;
  }
  return Array.from(symbolOf, (symbol, day) => day * symbols + symbol);
}

function rowCosts(
  { seed }: NearProblem,
  { count, costs, first, person }: NearRows,
  index: number,
  prices: Prices,
): Float64Array {
  const sparing = prices.spared.has(person) ? SPARED : 0;
  return Float64Array.from({ length: count }, (_, row) => {
    const changes = (first[row + 1] ?? 0) - (first[row] ?? 0);
    const told = changes > 0 ? prices.person + sparing + noise(seed, index, row) : 0;
    return (
      prices.taste * (costs.taste[row] ?? 0) +
      prices.fair * (costs.fair[row] ?? 0) +
      prices.pay * (costs.pay[row] ?? 0) +
      prices.cell * changes +
      told
    );
  });
}

/** A little of each row's own, so that among equals always the same one is chosen: between 0 and a thousandth. */
function noise(seed: number, person: number, row: number): number {
  let hash =
    Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(person + 1, 0x85ebca6b) ^ Math.imul(row + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32 / 1000;
}

type CoverTable = (person: number, cell: number) => readonly number[];

/** By person and cell: the cover rows that the cell counts for. */
function coverTable({ people, cover, lead, symbols }: NearProblem): CoverTable {
  const byCell = new Map<number, number[]>();
  for (const [index, { at, shift }] of cover.entries()) {
    const cell = (at - lead) * symbols + shift + 1;
    byCell.set(cell, [...(byCell.get(cell) ?? []), index]);
  }
  const none: number[] = [];
  return (person, cell) => {
    const list = byCell.get(cell);
    if (!list) return none;
    const id = people[person]?.person ?? -1;
    return list.filter((index) => cover[index]?.among === null || cover[index]?.among?.[id] === 1);
  };
}

function reducedCosts(
  { symbols }: NearProblem,
  covers: CoverTable,
  { base, count, first, cells }: NearRows,
  costs: Float64Array | undefined,
  worth: Worth,
  person: number,
): Float64Array {
  // What each cell is worth to the cover, reckoned once a person.
  const worthOf = Float64Array.from({ length: base.length * symbols }, (_, cell) =>
    covers(person, cell).reduce((sum, index) => sum + (worth.cover[index] ?? 0), 0),
  );
  let own = 0;
  for (const [day, symbol] of base.entries()) own += worthOf[day * symbols + symbol] ?? 0;
  const reduced = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let value = (costs?.[row] ?? 0) - own - (worth.person[person] ?? 0);
    for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at++) {
      const cell = cells[at] ?? 0;
      const day = Math.floor(cell / symbols);
      value -= (worthOf[cell] ?? 0) - (worthOf[day * symbols + (base[day] ?? 0)] ?? 0);
    }
    reduced[row] = value;
  }
  return reduced;
}
