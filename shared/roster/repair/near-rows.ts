import { NOT_LOCKED, toRow, type CompiledModel, type CompiledPerson } from '../compile.ts';
import type { Encoding, Measure, PersonRule, PersonRuleKey } from '../rule.ts';
import { runTogether, type Automaton, type WeighedPattern } from '../solve/automaton.ts';
import { premiums } from './premiums.ts';

/** What a row costs, kept apart so that each alternative can weigh it in its own way. */
const parts = ['taste', 'fair', 'pay'] as const;
type Part = (typeof parts)[number];

/**
 * The rows that one person could have instead of her own: every lawful row that differs from it in few cells of the free days.
 * The first is her own row as it stands. Symbols: 0 is rest, else the shift's place plus one; a cell is day × symbols + symbol.
 */
export type NearRows = {
  readonly person: number;
  readonly base: Int8Array;
  readonly count: number;
  readonly costs: Readonly<Record<Part, Float64Array>>;
  /** By row: where its changed cells begin in `cells`; one more at the end. */
  readonly first: Int32Array;
  readonly cells: Int32Array;
};

type Band = {
  readonly least: number;
  readonly most: number;
  readonly weight: number;
  readonly part: Part | 'hard';
};
/** By day, worked the day before (0, 1) and symbol: what it adds to the sum; and the bands in which the sum should lie. */
type Sum = { readonly add: Float64Array; readonly bands: readonly Band[] };

const fairRules = new Set<PersonRuleKey>(['fairHours', 'fairNights', 'fairWeekends', 'fairHolidays']);
/** Rules that ask for work: who falls ill may be unable to keep them, so they cost much instead of forbidding. */
const givingWay = new Set<PersonRuleKey>(['leastMinutes', 'leastDaysInARow', 'leastRestInARow']);
const GIVEN_WAY = { days: 500, shifts: 500, minutes: 2, weight: 1 } as const;

/** `free`: by day, 1 where she may change. `most`: in how many cells. */
export function nearRows(
  compiled: CompiledModel,
  person: CompiledPerson,
  base: Int8Array,
  rules: readonly PersonRule[],
  { free, most }: { readonly free: Uint8Array; readonly most: number },
): NearRows {
  const symbols = compiled.shifts.length + 1;
  const { costOfCell, automaton, sums } = encodingsOf(compiled, person, rules, symbols);
  const walk = suffixes(base, free, costOfCell, automaton, sums, symbols);
  const rows: { cells: number[]; taste: number; fair: number; pay: number }[] = [];
  const changed: number[] = [];
  const totals = new Float64Array(sums.length);

  const close = (at: number, state: number, taste: number) => {
    const rest = walk(at, state);
    if (rest.cost === Infinity) return;
    // Who only rests more helps nobody: such a row is for planning the month, not for mending it.
    if (changed.length > 0 && changed.every((cell) => cell % symbols === 0)) return;
    const found = { cells: changed.slice(), taste: taste + rest.cost, fair: 0, pay: 0 };
    for (const [index, { bands }] of sums.entries()) {
      const sum = (totals[index] ?? 0) + (rest.totals[index] ?? 0);
      for (const { least, most: highest, weight, part } of bands) {
        const over = sum > highest ? sum - highest : sum < least ? least - sum : 0;
        if (over === 0) continue;
        if (part === 'hard') return;
        found[part] += over * weight;
      }
    }
    rows.push(found);
  };
  const end = lastFree(free) + 1;
  const begin = free.indexOf(1) < 0 ? end : free.indexOf(1);
  const visit = (day: number, state: number, taste: number) => {
    if (day === end) return close(day, state, taste);
    const own = base[day] ?? 0;
    const mayChange = free[day] === 1 && changed.length < most;
    const offset = (day * 2 + (automaton.worked[state] ?? 0)) * symbols;
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (symbol !== own && !mayChange) continue;
      const next = automaton.next[state * symbols + symbol] ?? -1;
      const cost =
        (costOfCell[day * symbols + symbol] ?? 0) + (automaton.cost[state * symbols + symbol] ?? 0);
      if (next < 0 || cost === Infinity) continue;
      for (let index = 0; index < sums.length; index++)
        totals[index] = (totals[index] ?? 0) + (sums[index]?.add[offset + symbol] ?? 0);
      if (symbol !== own) changed.push(day * symbols + symbol);
      visit(day + 1, next, taste + cost);
      if (symbol !== own) changed.pop();
      for (let index = 0; index < sums.length; index++)
        totals[index] = (totals[index] ?? 0) - (sums[index]?.add[offset + symbol] ?? 0);
    }
  };
  const start = prefix(base, begin, costOfCell, automaton, sums, symbols, totals);
  if (start) visit(begin, start.state, start.cost);
  return gather(person.index, base, rows);
}

/** Her own row first; where it breaks a rule as it stands, it stays possible, at no cost beside lawful ones. */
function gather(
  person: number,
  base: Int8Array,
  rows: readonly { cells: number[]; taste: number; fair: number; pay: number }[],
): NearRows {
  const own = rows.find(({ cells }) => cells.length === 0) ?? { cells: [], taste: 0, fair: 0, pay: 0 };
  const all = [own, ...rows.filter((row) => row !== own)];
  const first = new Int32Array(all.length + 1);
  for (const [index, { cells }] of all.entries()) first[index + 1] = (first[index] ?? 0) + cells.length;
  return {
    person,
    base,
    count: all.length,
    costs: {
      taste: Float64Array.from(all, (row) => row.taste),
      fair: Float64Array.from(all, (row) => row.fair),
      pay: Float64Array.from(all, (row) => row.pay),
    },
    first,
    cells: Int32Array.from(all.flatMap((row) => row.cells)),
  };
}

function encodingsOf(
  compiled: CompiledModel,
  person: CompiledPerson,
  rules: readonly PersonRule[],
  symbols: number,
): {
  readonly costOfCell: Float64Array;
  readonly automaton: Automaton;
  readonly sums: readonly Sum[];
} {
  const days = compiled.length - compiled.lead;
  const costOfCell = new Float64Array(days * symbols);
  const patterns: WeighedPattern[] = [];
  const bands = new Map<string, { readonly measure: Measure; readonly bands: Band[] }>();
  const addBand = (measure: Measure, band: Band) => {
    const known = bands.get(measure.id);
    if (known) known.bands.push(band);
    else bands.set(measure.id, { measure, bands: [band] });
  };
  const add = (rule: PersonRule, encoding: Encoding) => {
    const isHard = rule.hard && !givingWay.has(rule.key);
    const weight = isHard ? Infinity : rule.hard ? GIVEN_WAY[rule.unit] : rule.weight;
    if (encoding.kind === 'pattern') patterns.push({ ...encoding, weight });
    else if (encoding.kind === 'count') {
      const part = isHard ? 'hard' : fairRules.has(rule.key) ? 'fair' : 'taste';
      addBand(encoding.measure, { least: encoding.least, most: encoding.most, weight, part });
    } else if (encoding.kind === 'cells') {
      for (let cell = 0; cell < costOfCell.length; cell++) {
        const amount = encoding.amount(compiled.lead + Math.floor(cell / symbols), (cell % symbols) - 1);
        if (amount > 0) costOfCell[cell] = (costOfCell[cell] ?? 0) + amount * weight;
      }
    }
  };
  for (const rule of rules) {
    if (rule.key === 'locked') continue;
    for (const encoding of rule.encode(compiled, person)) add(rule, encoding);
  }
  for (const { measure, most, weight } of premiums(compiled, person))
    addBand(measure, { least: 0, most, weight, part: 'pay' });
  const shifts = compiled.shifts.map((_, shift) => shift);
  return {
    costOfCell,
    automaton: runTogether(patterns, symbols, shifts, toRow(compiled, person, []), compiled.lead),
    sums: [...bands.values()].map(({ measure, bands: list }) => ({
      add: addedBy(measure, compiled.lead, days, symbols),
      bands: list,
    })),
  };
}

function addedBy(measure: Measure, lead: number, days: number, symbols: number): Float64Array {
  const added = new Float64Array(days * 2 * symbols);
  for (let day = 0; day < days; day++) {
    for (let worked = 0; worked < 2; worked++) {
      for (let symbol = 0; symbol < symbols; symbol++)
        added[(day * 2 + worked) * symbols + symbol] = measure.add(lead + day, worked === 1, symbol - 1);
    }
  }
  return added;
}

/** Walks her own cells up to the first free day. Null: they break a rule by themselves, and nothing free can mend that. */
function prefix(
  base: Int8Array,
  until: number,
  costOfCell: Float64Array,
  automaton: Automaton,
  sums: readonly Sum[],
  symbols: number,
  totals: Float64Array,
): { readonly state: number; readonly cost: number } | null {
  let [state, cost] = [automaton.start, 0];
  for (let day = 0; day < until; day++) {
    const symbol = base[day] ?? 0;
    const next = automaton.next[state * symbols + symbol] ?? -1;
    cost += (costOfCell[day * symbols + symbol] ?? 0) + (automaton.cost[state * symbols + symbol] ?? 0);
    if (next < 0 || cost === Infinity) return null;
    const offset = (day * 2 + (automaton.worked[state] ?? 0)) * symbols;
    for (const [index, { add }] of sums.entries())
      totals[index] = (totals[index] ?? 0) + (add[offset + symbol] ?? 0);
    state = next;
  }
  return { state, cost };
}

type Suffix = { readonly cost: number; readonly totals: Float64Array };

/** What her own cells come to after the last free day, by the state in which they are reached. */
function suffixes(
  base: Int8Array,
  free: Uint8Array,
  costOfCell: Float64Array,
  automaton: Automaton,
  sums: readonly Sum[],
  symbols: number,
): (day: number, state: number) => Suffix {
  const known = new Map<number, Suffix>();
  const days = free.length;
  return (from, begin) => {
    const found = known.get(begin);
    if (found) return found;
    const totals = new Float64Array(sums.length);
    let [state, cost] = [begin, 0];
    for (let day = from; day < days && cost < Infinity; day++) {
      const symbol = base[day] ?? 0;
      const next = automaton.next[state * symbols + symbol] ?? -1;
      cost += (costOfCell[day * symbols + symbol] ?? 0) + (automaton.cost[state * symbols + symbol] ?? 0);
      if (next < 0) cost = Infinity;
      const offset = (day * 2 + (automaton.worked[state] ?? 0)) * symbols;
      for (const [index, { add }] of sums.entries())
        totals[index] = (totals[index] ?? 0) + (add[offset + symbol] ?? 0);
      state = next;
    }
    const suffix = { cost, totals };
    known.set(begin, suffix);
    return suffix;
  };
}

function lastFree(free: Uint8Array): number {
  return free.lastIndexOf(1);
}

/** By day: 1 where somebody may change: on free days, unless her cell is locked, she is away, or it is one of `never`. */
export function freeCells(
  compiled: CompiledModel,
  person: CompiledPerson,
  isFree: (day: number) => boolean,
): Uint8Array {
  const days = compiled.length - compiled.lead;
  return Uint8Array.from({ length: days }, (_, day) => {
    const at = compiled.lead + day;
    const isHers = person.locked[at] === NOT_LOCKED && person.absent[at] === 0;
    return isHers && isFree(day) ? 1 : 0;
  });
}
