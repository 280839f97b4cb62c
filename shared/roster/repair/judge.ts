import type { Day } from '../../calendar/day.ts';
import { compareVersions } from '../compare-versions.ts';
import { compile, toRow, type CompiledModel, type CompiledPerson, type Row } from '../compile.ts';
import { evaluate, firstBreach, type Violation } from '../evaluate.ts';
import type { Cell, Roster, RosterModel } from '../model.ts';
import { openSlots, type OpenSlot } from '../open-slots.ts';
import type { PersonRule, PersonRuleKey } from '../rule.ts';
import { personRules } from '../rules.ts';
import { rosterTotals } from '../totals.ts';
import type { SickCall, Vacated } from './sick-call.ts';

/** One cell that changes, and why. */
export type RepairChange = {
  readonly person: string;
  readonly day: Day;
  readonly before: Cell;
  readonly after: Cell;
  /** Whose shift she takes; null: nobody's (see `fillsOpen`), or she rests. */
  readonly takesFrom: string | null;
  /** Who takes the shift that she leaves; null: nobody, it is not needed or stays open. */
  readonly givesTo: string | null;
  /** She takes a shift that was open before. */
  readonly fillsOpen: boolean;
  /** The rule that would be broken, or kept less well, if this cell alone stayed as it was. */
  readonly because: { readonly rule: PersonRuleKey; readonly amount: number; readonly hard: boolean } | null;
};

/** Distances to everybody's fair shares, added up. */
export type ShareDistance = {
  readonly minutes: number;
  readonly nights: number;
  readonly weekends: number;
  readonly holidays: number;
};

/** What an alternative comes to. Minutes and counts are differences to the month in which nobody stands in. */
export type RepairFigures = {
  /** Changed cells, those of the sick days left out. */
  readonly cells: number;
  /** People who have to be told, herself left out unless other days of hers change. */
  readonly people: number;
  /** People missing on the free days who were there before the call. */
  readonly open: number;
  readonly minutes: number;
  /** Minutes beyond the ordinary hours of the month (劳动法 44). */
  readonly overtime: number;
  readonly nights: number;
  /** Shifts on statutory holidays. */
  readonly holidays: number;
  readonly shares: { readonly before: ShareDistance; readonly after: ShareDistance };
};

export type Judged = {
  readonly changes: readonly RepairChange[];
  readonly figures: RepairFigures;
  /** What stays open, with what keeps each person from it. */
  readonly open: readonly OpenSlot[];
  /** Remarks of people whose rows changed that the roster did not have before. */
  readonly remarks: readonly Violation[];
};

/** Says of a mended roster what changed, why, and what it costs. */
export function judgeAlternative(
  { model, roster, cover, changes: vacated }: Vacated,
  mended: Roster,
  { person: sick }: Pick<SickCall, 'person'>,
  days: readonly Day[],
): Judged {
  const cells = changedCells(model, roster, mended);
  const changes = explain(model, roster, mended, cells, { sick, vacated });
  const free = new Set(days);
  const open = openSlots({ ...model, cover: cover.filter(({ day }) => free.has(day)) }, mended);
  const [before, after] = [evaluate(model, roster), evaluate(model, mended)];
  const people = new Set(cells.map(({ person }) => person));
  const known = new Set(before.violations.map(sign));
  return {
    changes,
    open,
    remarks: after.violations.filter(
      (found) => found.person !== null && people.has(found.person) && !known.has(sign(found)),
    ),
    figures: {
      cells: cells.length,
      people: people.size,
      open: open.reduce((sum, { missing }) => sum + missing, 0),
      ...workOf(model, roster, mended, people),
      shares: { before: distances(before.violations), after: distances(after.violations) },
    },
  };
}

const sign = ({ rule, person, days, amount }: Violation) => `${rule} ${person} ${days.join()} ${amount}`;

type Changed = { readonly person: string; readonly day: Day; readonly before: Cell; readonly after: Cell };

function changedCells(model: RosterModel, roster: Roster, mended: Roster): Changed[] {
  return compareVersions(model, roster, mended).changes.map(({ was, is, ...where }) => ({
    ...where,
    before: was,
    after: is,
  }));
}

const key = (day: Day, shift: Cell) => `${day} ${shift}`;

/** Her sick days first, then by day: each with who takes over from whom, and the rule behind a rest that is given back. */
function explain(
  model: RosterModel,
  roster: Roster,
  mended: Roster,
  cells: readonly Changed[],
  { sick, vacated }: { readonly sick: string; readonly vacated: Vacated['changes'] },
): RepairChange[] {
  const all: Changed[] = [...vacated.map((change) => ({ ...change, person: sick })), ...cells];
  const leavers = Map.groupBy(
    all.filter(({ before }) => before !== null),
    ({ day, before }) => key(day, before),
  );
  const takers = Map.groupBy(
    all.filter(({ after }) => after !== null),
    ({ day, after }) => key(day, after),
  );
  const compiled = compile(model);
  const rules = personRules(model);
  return all
    .map((change): RepairChange => {
      const { person, day, before, after } = change;
      const place = takers.get(key(day, after))?.indexOf(change) ?? -1;
      const left = leavers.get(key(day, before))?.indexOf(change) ?? -1;
      const takesFrom = after === null ? null : (leavers.get(key(day, after))?.[place]?.person ?? null);
      const isSick = person === sick && vacated.some((one) => one.day === day);
      return {
        ...change,
        takesFrom,
        givesTo: before === null ? null : (takers.get(key(day, before))?.[left]?.person ?? null),
        fillsOpen: after !== null && takesFrom === null,
        because:
          isSick || before === null
            ? null
            : reasonFor(compiled, rules, person, mended[person] ?? [], model.days.indexOf(day), before),
      };
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.day.localeCompare(b.day) || a.person.localeCompare(b.person));

  function rank({ person, day }: RepairChange): number {
    return person === sick && vacated.some((one) => one.day === day) ? 0 : 1;
  }
}

/** What her row would break if one cell stayed as it was; else what it would keep less well, the dearest of it. */
function reasonFor(
  compiled: CompiledModel,
  rules: readonly PersonRule[],
  id: string,
  cells: readonly Cell[],
  day: number,
  before: Cell,
): RepairChange['because'] {
  const person = compiled.people.find((one) => one.person.id === id);
  if (!person) return null;
  const reverted = toRow(compiled, person, cells.with(day, before));
  const breach = firstBreach(compiled, person, reverted, rules);
  if (breach) {
    const amount = amountOf(compiled, person, reverted, breach);
    return { rule: breach.key, amount, hard: true };
  }
  const row = toRow(compiled, person, cells);
  const worse = rules
    .filter(({ hard }) => !hard)
    .map((rule) => {
      const amount = amountOf(compiled, person, reverted, rule);
      return { rule, amount, lost: (amount - amountOf(compiled, person, row, rule)) * rule.weight };
    })
    .filter(({ lost }) => lost > 1e-6)
    .toSorted((a, b) => b.lost - a.lost)[0];
  return worse ? { rule: worse.rule.key, amount: worse.amount, hard: false } : null;
}

function amountOf(compiled: CompiledModel, person: CompiledPerson, row: Row, rule: PersonRule): number {
  let sum = 0;
  rule.check(compiled, person, row, (_first, _last, amount) => (sum += Math.abs(amount)));
  return sum;
}

function workOf(
  model: RosterModel,
  roster: Roster,
  mended: Roster,
  people: ReadonlySet<string>,
): Pick<RepairFigures, 'minutes' | 'overtime' | 'nights' | 'holidays'> {
  const compiled = compile(model);
  const holidays = new Set<string>(model.holidays);
  const of = (cells: readonly Cell[], ordinary: number) => {
    const { minutes, nights } = rosterTotals(model, cells);
    const onHolidays = cells.filter(
      (cell, day) => cell !== null && holidays.has(model.days[day] ?? ''),
    ).length;
    return { minutes, overtime: Math.max(0, minutes - ordinary), nights, holidays: onHolidays };
  };
  const sum = { minutes: 0, overtime: 0, nights: 0, holidays: 0 };
  for (const { person, ordinaryMinutes } of compiled.people) {
    if (!people.has(person.id)) continue;
    const [before, after] = [roster, mended].map((one) => of(one[person.id] ?? [], ordinaryMinutes));
    if (!before || !after) continue;
    sum.minutes += after.minutes - before.minutes;
    sum.overtime += after.overtime - before.overtime;
    sum.nights += after.nights - before.nights;
    sum.holidays += after.holidays - before.holidays;
  }
  return sum;
}

function distances(violations: readonly Violation[]): ShareDistance {
  const sum = (rule: PersonRuleKey) =>
    violations.reduce((total, found) => total + (found.rule === rule ? Math.abs(found.amount) : 0), 0);
  return {
    minutes: sum('fairHours'),
    nights: sum('fairNights'),
    weekends: sum('fairWeekends'),
    holidays: sum('fairHolidays'),
  };
}
