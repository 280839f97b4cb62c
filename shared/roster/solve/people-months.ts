import type { CompiledModel, CompiledPerson } from '../compile.ts';
import { givingWay } from '../giving-way.ts';
import type { PersonRule, PersonRuleKey } from '../rule.ts';
import { openDiagramCache, type DiagramCache } from './diagram-cache.ts';
import { forbidOthers, locksOf, monthsOf, type PersonMonths } from './person-months.ts';
import { cheapest } from './pricing.ts';

/** A lock that no lawful month of the person could keep together with the locks before it. */
export type LooseLock = { readonly person: number; readonly day: number; readonly symbol: number };

/** A rule that nobody could keep in this month, and that is only kept as far as can be. */
export type Impossible = { readonly person: number; readonly rule: PersonRuleKey };

export type PeopleMonths = {
  readonly people: readonly PersonMonths[];
  readonly looseLocks: readonly LooseLock[];
  readonly impossible: readonly Impossible[];
};

/** Everybody's lawful months with her locks in them. Nobody is ever left without a month. */
export function peopleMonths(compiled: CompiledModel, rules: readonly PersonRule[]): PeopleMonths {
  const cache = openDiagramCache(compiled.people.length);
  const looseLocks: LooseLock[] = [];
  const impossible: Impossible[] = [];
  const people = compiled.people.map((person) => {
    const { months, softened } = possibleMonths(compiled, person, rules, cache);
    impossible.push(...softened.map((rule) => ({ person: person.index, rule })));
    return withLocks(compiled, months, looseLocks);
  });
  return { people, looseLocks, impossible };
}

function possibleMonths(
  compiled: CompiledModel,
  person: CompiledPerson,
  rules: readonly PersonRule[],
  cache: DiagramCache,
): { readonly months: PersonMonths; readonly softened: readonly PersonRuleKey[] } {
  for (let count = 0; count <= givingWay.length; count++) {
    const softened = givingWay.slice(0, count);
    const months = monthsOf(compiled, person, rules, cache, new Set(softened));
    if (months)
      return withFewest(softened, months, (fewer) => monthsOf(compiled, person, rules, cache, fewer));
  }
  throw new Error(`no month of rest is lawful for ${person.person.id}: a hard rule forbids rest`);
}

/** Rules that stood before the one that had to give way, and could be kept after all, are kept. */
function withFewest(
  softened: readonly PersonRuleKey[],
  months: PersonMonths,
  monthsWith: (softened: ReadonlySet<PersonRuleKey>) => PersonMonths | null,
): { readonly months: PersonMonths; readonly softened: readonly PersonRuleKey[] } {
  for (const key of softened) {
    const fewer = softened.filter((other) => other !== key);
    const stricter = monthsWith(new Set(fewer));
    if (stricter) return withFewest(fewer, stricter, monthsWith);
  }
  return { months, softened };
}

/** Fixes the locked cells one after the other; one that leaves no lawful month is loosened and reported. */
function withLocks(compiled: CompiledModel, months: PersonMonths, loose: LooseLock[]): PersonMonths {
  const { diagram } = months;
  const values = new Float64Array(diagram.nodes);
  let cells = months.cells;
  for (const { day, symbol } of locksOf(compiled, months.person)) {
    const fixed = forbidOthers(cells, diagram.symbols, day, symbol);
    if (cheapest(diagram, fixed, values) < Infinity) cells = fixed;
    else loose.push({ person: months.person.index, day, symbol });
  }
  return cells === months.cells ? months : { ...months, cells };
}
