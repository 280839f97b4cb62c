import { toRow, type CompiledModel, type CompiledPerson } from '../compile.ts';
import { GIVEN_WAY, givingWay } from '../giving-way.ts';
import type { Encoding, Measure, PersonRule, PersonRuleKey } from '../rule.ts';
import { runTogether, type Automaton, type WeighedPattern } from '../solve/automaton.ts';
import { premiums } from './premiums.ts';

/** What a row costs, kept apart so that each alternative can weigh it in its own way. */
export type Part = 'taste' | 'fair' | 'pay';

type Band = {
  readonly least: number;
  readonly most: number;
  readonly weight: number;
  readonly part: Part | 'hard';
};
/** By day, worked the day before (0, 1) and symbol: what it adds to the sum; and the bands in which the sum should lie. */
type Sum = { readonly add: Float64Array; readonly bands: readonly Band[] };

/** What decides the cost of a person's rows: each cell by itself, the sequence of days, and the sums. */
export type RowCosts = {
  readonly symbols: number;
  readonly costOfCell: Float64Array;
  readonly automaton: Automaton;
  readonly sums: readonly Sum[];
};

const fairRules = new Set<PersonRuleKey>(['fairHours', 'fairNights', 'fairWeekends', 'fairHolidays']);
const givesWay = new Set<PersonRuleKey>(givingWay);

/** The rules that ask for work cost much instead of forbidding: who falls ill may be unable to keep them. */
export function rowCosts(
  compiled: CompiledModel,
  person: CompiledPerson,
  rules: readonly PersonRule[],
): RowCosts {
  const days = compiled.length - compiled.lead;
  const symbols = compiled.shifts.length + 1;
  const costOfCell = new Float64Array(days * symbols);
  const patterns: WeighedPattern[] = [];
  const bands = new Map<string, { readonly measure: Measure; readonly bands: Band[] }>();
  const addBand = (measure: Measure, band: Band) => {
    const known = bands.get(measure.id);
    if (known) known.bands.push(band);
    else bands.set(measure.id, { measure, bands: [band] });
  };
  const add = (rule: PersonRule, encoding: Encoding) => {
    const isHard = rule.hard && !givesWay.has(rule.key);
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
    symbols,
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
