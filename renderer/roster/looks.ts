import type { Day } from '../../shared/calendar/day.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Violation } from '../../shared/roster/evaluate.ts';
import { isLocked, shiftAt, type LiveEvaluation } from '../../shared/roster/live-evaluation.ts';
import type { Cell, Roster } from '../../shared/roster/model.ts';
import { rosterTotals } from '../../shared/roster/totals.ts';
import type { CellLook, GridRow, QuickLook, TotalHead, TotalLook } from '../kit/month-grid.ts';
import type { LiveRoster } from './live-roster.ts';
import { ruleText, type GridWords, type RosterWords } from './rule-text.ts';

/** Rules that speak of the whole month stand at the totals, all others at their days. */
const atTotals = {
  fairHours: 'hours',
  fairNights: 'nights',
  fairWeekends: 'weekends',
  fairHolidays: 'weekends',
  overtime: 'hours',
  monthlyExtension: 'hours',
  protectedHours: 'hours',
  leastMinutes: 'hours',
  mostMinutes: 'hours',
  mostOfShift: 'shifts',
  mostWeekends: 'weekends',
} as const satisfies Partial<Record<Violation['rule'], TotalKey>>;

type TotalKey = 'shifts' | 'nights' | 'weekends' | 'hours';
const totalKeys: readonly TotalKey[] = ['shifts', 'nights', 'weekends', 'hours'];

const totalOf = (rule: Violation['rule']): TotalKey | null =>
  rule in atTotals ? atTotals[rule as keyof typeof atTotals] : null;

export const shiftName = (shift: { readonly name: string; readonly nameEn: string }, language: Language) =>
  language === 'zh-CN' ? shift.name : shift.nameEn;

/** What a cell that nobody works is called. */
export function nameOfCell(
  { shifts }: RosterView['model'],
  cell: Cell,
  words: RosterWords,
  language: Language,
): string {
  const shift = shifts.find(({ code }) => code === cell);
  return shift ? shiftName(shift, language) : words.restWord;
}

/** That a draft differs from what people know is no fault: such cells have a mark and a count of their own. */
const isChange = ({ rule }: Violation) => rule === 'changedCell' || rule === 'changedPerson';
const isAtDay = (found: Violation) => totalOf(found.rule) === null && !isChange(found);

/** What could be better for one person. */
export const isRemark = (found: Violation) => !found.hard && found.person !== null && !isChange(found);

/** What is wrong with one person: on a day, and with the month as a whole. */
export function violationsAt(live: LiveEvaluation, person: number, day: Day): Violation[] {
  return (live.people[person] ?? []).filter((found) => isAtDay(found) && found.days.includes(day));
}
export function violationsOfMonth(live: LiveEvaluation, person: number): Violation[] {
  return (live.people[person] ?? []).filter((found) => totalOf(found.rule) !== null);
}

export type LookFacts = {
  readonly view: Pick<RosterView, 'model' | 'people'>;
  readonly words: RosterWords;
  readonly gridWords: GridWords;
  readonly language: Language;
  /** What people know: the published cells; null: nothing is published, or it is this very version. */
  readonly published: Roster | null;
};

/** What is drawn of a roster: what a change did not touch comes back as the same object. */
export type RosterLooks = {
  readonly rows: (live: LiveEvaluation) => readonly GridRow[];
  /** How many cells are not as published. */
  readonly changed: (live: LiveEvaluation) => number;
};

export function openLooks(facts: LookFacts): RosterLooks {
  const known = new WeakMap<readonly Violation[], GridRow>();
  const rows = (live: LiveEvaluation) =>
    facts.view.people.map((_, index) => {
      const found = live.people[index] ?? [];
      const row = known.get(found) ?? gridRow(facts, live, index);
      known.set(found, row);
      return row;
    });
  return {
    rows,
    changed: (live) =>
      rows(live).reduce((sum, row) => sum + row.cells.filter(({ changed }) => changed).length, 0),
  };
}

/** Letters and locks as the grid shows them, told as soon as they change. */
export function quickLooks(roster: LiveRoster) {
  return (listener: (cells: readonly QuickLook[]) => void) =>
    roster.onCells((cells) => {
      const { model } = roster.state().view;
      listener(
        cells.map(({ person, day, shift, locked }) => ({
          row: person,
          column: day,
          ...(shift !== undefined && { text: shift ?? '', ground: groundOf(model, shift) }),
          ...(locked !== undefined && { locked }),
        })),
      );
    });
}

/** The ground of a shift: its place among the house's shifts, round after six. */
function groundOf({ shifts }: RosterView['model'], code: Cell): number | null {
  return code === null ? null : (shifts.findIndex((one) => one.code === code) % 6) + 1;
}

function gridRow(facts: LookFacts, live: LiveEvaluation, index: number): GridRow {
  const { view, words, gridWords, language, published } = facts;
  const { model } = view;
  const person = view.people[index];
  if (!person) throw new RangeError('no such person');
  const [breaches, remarks] = [new Set<Day>(), new Set<Day>()];
  for (const found of live.people[index] ?? []) {
    if (!isAtDay(found)) continue;
    if (found.hard) for (const day of found.days) breaches.add(day);
    // A remark is marked once, at the day that could be moved, so that the grid stays calm.
    else for (const day of found.days.slice(-1)) remarks.add(day);
  }
  const absences = new Map(model.people[index]?.absences.map(({ day, why }) => [day, why]));
  const leave = new Map(person.leave.map(({ day, kind }) => [day, kind]));
  const before = published && (published[person.id] ?? []);
  return {
    key: person.id,
    name: person.name,
    totals: totalsOfRow(facts, live, index),
    cells: model.days.map((day, column): CellLook => {
      const place = { person: index, day: column };
      const code = shiftAt(live, place);
      const kind = leave.get(day);
      const why = absences.get(day);
      const rest = kind ? words.leaveKinds[kind] : words.restWord;
      const label = code === null ? rest : nameOfCell(model, code, words, language);
      const changed = before !== null && (before[column] ?? null) !== code;
      const was = changed ? nameOfCell(model, before[column] ?? null, words, language) : '';
      return {
        text: code ?? (kind ? words.leaveShort[kind] : ''),
        label: changed ? `${label} ${fill(gridWords.cellWas, { was })}` : label,
        ground: groundOf(model, code),
        mark: breaches.has(day) ? 'breach' : remarks.has(day) ? 'remark' : null,
        locked: isLocked(live, place),
        away: code !== null ? null : why === 'leave' ? 'leave' : why === 'not-employed' ? 'outside' : null,
        changed,
      };
    }),
  };
}

function totalsOfRow(
  { view, words, gridWords }: LookFacts,
  live: LiveEvaluation,
  index: number,
): TotalLook[] {
  const { model } = view;
  const totals = rosterTotals(
    model,
    model.days.map((_, day) => shiftAt(live, { person: index, day })),
  );
  const fair = live.compiled.people[index]?.fair;
  const figures = { ...totals, hours: hours(totals.minutes) };
  const shares = {
    shifts: undefined,
    nights: fair?.nights,
    weekends: fair?.weekends,
    hours: fair && { least: hours(fair.minutes.least), most: hours(fair.minutes.most) },
  };
  return totalKeys.map((key) => {
    const found = (live.people[index] ?? []).filter(({ rule }) => totalOf(rule) === key);
    const [figure, share] = [figures[key], shares[key]];
    const off = share ? Math.max(0, figure - share.most) - Math.max(0, share.least - figure) : 0;
    const aside = off > 0 ? `+${round(off)}` : `−${round(-off)}`;
    const said = [
      `${fill(words.totalsLong[key], { ordinary: ordinaryHours(model) })}: ${figure}`,
      ...(share ? [fill(share.least === share.most ? gridWords.fairOne : gridWords.fair, share)] : []),
      ...(off === 0 ? [] : [aside]),
      ...found.map((one) => ruleText(words, one)),
    ];
    const look = {
      text: String(figure),
      label: said.join('；'),
      mark: found.some(({ hard }) => hard) ? 'breach' : found.length > 0 ? 'remark' : null,
    } as const;
    return off === 0 ? look : { ...look, aside };
  });
}

const hours = (minutes: number) => Math.round(minutes / 6) / 10;
const round = (figure: number) => Math.round(figure * 10) / 10;
const ordinaryHours = ({ workdays, limits }: RosterView['model']) =>
  (workdays.length * limits.ordinaryDay) / 60;

export function totalHeads({ model }: Pick<RosterView, 'model'>, words: RosterWords): TotalHead[] {
  return totalKeys.map((key) => ({
    key,
    title: words.totals[key],
    hint: fill(words.totalsLong[key], { ordinary: ordinaryHours(model) }),
  }));
}
