import { NOT_LOCKED, toRow, type CompiledModel, type CompiledPerson } from '../compile.ts';
import { GIVEN_WAY } from '../giving-way.ts';
import type { Encoding, PersonRule, PersonRuleKey } from '../rule.ts';
import { runTogether, type Automaton, type WeighedPattern } from './automaton.ts';
import { costApart, type Apart } from './apart.ts';
import type { Diagram } from './diagram.ts';
import { diagramOf, type DiagramCache, type Parts } from './diagram-cache.ts';
import { cheapest, sequenceCost, type Month } from './pricing.ts';
import { tallyOf, type Tally, type WeighedCount } from './tally.ts';

/** What a person may choose from. */
export type Choices = {
  /** Every lawful month. */
  readonly diagram: Diagram;
  /** Those among them that are looked at. */
  readonly promising: Diagram;
  /** What the diagrams leave out. */
  readonly apart: Apart;
  /** By day and symbol: cost of the cell by itself; Infinity forbids it. */
  readonly cells: Float64Array;
  /** The month that is published, and what it costs to change it at all. */
  readonly published: { readonly month: Month; readonly price: number } | null;
};

/** One person as the solver sees her: every lawful month, and what each cell of it costs her. */
export type PersonMonths = Choices & {
  readonly person: CompiledPerson;
  /** What the diagram was made of: the sequence rules as one automaton, and the sums. */
  readonly automaton: Automaton;
  readonly tallies: readonly Tally[];
};

type Weighed = { readonly rule: PersonRule; readonly encoding: Encoding; readonly weight: number };

/**
 * The months of a person by the rules; null: no month is lawful. `softened`: hard rules that are to cost instead of forbid. Her
 * locks are not in it yet: see `forbidOthers`.
 */
export function monthsOf(
  model: CompiledModel,
  person: CompiledPerson,
  rules: readonly PersonRule[],
  cache: DiagramCache,
  softened: ReadonlySet<PersonRuleKey> = new Set(),
): PersonMonths | null {
  const days = model.length - model.lead;
  const symbols = model.shifts.length + 1;
  const weighed = rules.flatMap((rule) => {
    // Locks forbid all other cells of their day; their rule only speaks of those that could not be kept.
    if (rule.key === 'locked') return [];
    const weight = !rule.hard ? rule.weight : softened.has(rule.key) ? GIVEN_WAY[rule.unit] : Infinity;
    return rule.encode(model, person).map((encoding): Weighed => ({ rule, encoding, weight }));
  });
  const cells = cellCosts(model, weighed, days, symbols);
  const shifts = model.shifts.flatMap((_, shift) =>
    Array.from({ length: days }, (_day, day) => cells[day * symbols + shift + 1]).some(
      (cost) => cost !== Infinity,
    )
      ? [shift]
      : [],
  );
  const parts = partsOf(model, person, weighed, shifts);
  const { diagram, apart } = diagramOf(parts, days, cache);
  if (!diagram || cheapest(diagram, cells, new Float64Array(diagram.nodes)) === Infinity) return null;
  const same = weighed.find(({ encoding }) => encoding.kind === 'same');
  const { automaton, tallies } = parts;
  return {
    person,
    diagram,
    promising: diagram,
    apart: { tallies: apart, worked: automaton.worked[automaton.start] === 1 },
    automaton,
    tallies,
    cells,
    published: publishedMonth(model, same, diagram, cells),
  };
}

/** Costs in which a day is fixed; the table given stays as it is. */
export function forbidOthers(
  cells: Float64Array,
  symbols: number,
  day: number,
  symbol: number,
): Float64Array {
  const fixed = cells.slice();
  for (let other = 0; other < symbols; other++) if (other !== symbol) fixed[day * symbols + other] = Infinity;
  return fixed;
}

/** The locks of a person as days and symbols, in order. */
export function locksOf({ lead, length }: CompiledModel, { locked }: CompiledPerson) {
  return Array.from({ length: length - lead }, (_, day) => ({ day, shift: locked[lead + day] ?? NOT_LOCKED }))
    .filter(({ shift }) => shift !== NOT_LOCKED)
    .map(({ day, shift }) => ({ day, symbol: shift + 1 }));
}

/** What a month costs its person; Infinity when it is not lawful. */
export function monthCost({ diagram, apart, cells, published }: Choices, month: Month): number {
  let cost = sequenceCost(diagram, month) + costApart(apart, month, diagram.symbols);
  for (let day = 0; day < month.length; day++) cost += cells[day * diagram.symbols + (month[day] ?? 0)] ?? 0;
  return published && !isSame(published.month, month) ? cost + published.price : cost;
}

export function isSame(one: Month, other: Month): boolean {
  return one.every((symbol, day) => symbol === other[day]);
}

function cellCosts(
  { lead }: CompiledModel,
  weighed: readonly Weighed[],
  days: number,
  symbols: number,
): Float64Array {
  const cells = new Float64Array(days * symbols);
  for (const { encoding, weight } of weighed) {
    if (encoding.kind !== 'cells') continue;
    for (let day = 0; day < days; day++) {
      for (let symbol = 0; symbol < symbols; symbol++) {
        const amount = encoding.amount(lead + day, symbol - 1);
        if (amount > 0)
          cells[day * symbols + symbol] = (cells[day * symbols + symbol] ?? 0) + amount * weight;
      }
    }
  }
  return cells;
}

/** The sequence rules and the sums of a person; equal keys mean equal diagrams. */
function partsOf(
  model: CompiledModel,
  person: CompiledPerson,
  weighed: readonly Weighed[],
  shifts: readonly number[],
): Parts {
  const size = { lead: model.lead, days: model.length - model.lead, symbols: model.shifts.length + 1 };
  const patterns = weighed.flatMap(({ encoding, weight }): WeighedPattern[] =>
    encoding.kind === 'pattern' ? [{ ...encoding, weight }] : [],
  );
  const counts = weighed.flatMap(({ encoding, weight }): WeighedCount[] =>
    encoding.kind === 'count' ? [{ ...encoding, weight }] : [],
  );
  const automaton = runTogether(patterns, size.symbols, shifts, toRow(model, person, []), model.lead);
  const measures = new Map(counts.map(({ measure }) => [measure.id, measure]));
  return {
    automaton,
    tallies: [...measures.values()].map((measure) =>
      tallyOf(
        measure,
        counts.filter((count) => count.measure.id === measure.id),
        size,
        shifts,
      ),
    ),
    measures: [...measures.keys()],
    key: JSON.stringify([
      shifts,
      automaton.start,
      Array.from(automaton.next),
      Array.from(automaton.cost),
      counts.map(({ measure, least, most, weight }) => [measure.id, least, most, weight].map(String)),
    ]),
  };
}

function publishedMonth(
  { lead }: CompiledModel,
  same: Weighed | undefined,
  diagram: Diagram,
  cells: Float64Array,
): PersonMonths['published'] {
  if (same?.encoding.kind !== 'same') return null;
  const month = Int8Array.from(same.encoding.row.subarray(lead), (shift) => shift + 1);
  const isLawful =
    sequenceCost(diagram, month) < Infinity &&
    month.every((symbol, day) => cells[day * diagram.symbols + symbol] !== Infinity);
  const price = same.encoding.amount * same.weight;
  if (isLawful) return { month, price };
  // Every lawful month differs from it, so the price is one that nobody can avoid.
  for (let symbol = 0; symbol < diagram.symbols; symbol++) cells[symbol] = (cells[symbol] ?? 0) + price;
  return { month, price: 0 };
}
