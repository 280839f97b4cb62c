import type { Day } from '../../shared/calendar/day.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Evaluation, Violation } from '../../shared/roster/evaluate.ts';
import { rosterTotals } from '../../shared/roster/totals.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { CellLook, FootRow, GridRow, TotalHead, TotalLook } from '../kit/month-grid.ts';
import { ruleText, type RosterWords } from './rule-text.ts';

/** Rules that speak of the whole month stand at the totals, all others at their days. */
const atTotals = {
  fairHours: 'hours',
  fairNights: 'nights',
  fairWeekends: 'weekends',
  fairHolidays: 'weekends',
  overtime: 'hours',
  monthlyExtension: 'hours',
  leastMinutes: 'hours',
  mostMinutes: 'hours',
  mostOfShift: 'shifts',
  mostWeekends: 'weekends',
  protectedHours: 'hours',
} as const satisfies Partial<Record<Violation['rule'], 'shifts' | 'nights' | 'weekends' | 'hours'>>;

type TotalKey = 'shifts' | 'nights' | 'weekends' | 'hours';
const totalKeys: readonly TotalKey[] = ['shifts', 'nights', 'weekends', 'hours'];

const totalOf = (rule: Violation['rule']): TotalKey | null =>
  rule in atTotals ? atTotals[rule as keyof typeof atTotals] : null;

export const shiftName = (shift: { readonly name: string; readonly nameEn: string }, language: Language) =>
  language === 'zh-CN' ? shift.name : shift.nameEn;

/** What is wrong with one person, by day and for the month. */
export function violationsAt(evaluation: Evaluation, person: string, day: Day): Violation[] {
  return evaluation.violations.filter(
    (found) => found.person === person && totalOf(found.rule) === null && found.days.includes(day),
  );
}

export function gridRows(
  view: RosterView,
  evaluation: Evaluation,
  words: RosterWords,
  language: Language,
): GridRow[] {
  const { model } = view;
  const shifts = new Map(
    model.shifts.map((shift, index) => [shift.code, { shift, ground: (index % 6) + 1 }]),
  );
  const locked = new Set(model.locks.map((lock) => `${lock.person} ${lock.day}`));
  const breaches = new Set<string>();
  const remarks = new Set<string>();
  for (const found of evaluation.violations) {
    if (found.person === null || totalOf(found.rule) !== null) continue;
    if (found.hard) for (const day of found.days) breaches.add(`${found.person} ${day}`);
    // A remark is marked once, at the day that could be moved, so that the grid stays calm.
    else remarks.add(`${found.person} ${found.days.at(-1)}`);
  }
  return view.people.map((person, index) => {
    const absences = new Map(model.people[index]?.absences.map((absence) => [absence.day, absence.why]));
    const leave = new Map(person.leave.map((row) => [row.day, row.kind]));
    const cells = view.cells[person.id] ?? [];
    return {
      key: person.id,
      name: person.name,
      totals: totalsOfRow(view, evaluation, person.id, words),
      cells: model.days.map((day, column): CellLook => {
        const [code, key] = [cells[column] ?? null, `${person.id} ${day}`];
        const known = code === null ? undefined : shifts.get(code);
        const kind = leave.get(day);
        const why = absences.get(day);
        const rest = kind ? words.leaveKinds[kind] : words.restWord;
        return {
          text: code ?? (kind ? words.leaveShort[kind] : ''),
          label: known ? shiftName(known.shift, language) : rest,
          ground: known?.ground ?? null,
          mark: breaches.has(key) ? 'breach' : remarks.has(key) ? 'remark' : null,
          locked: locked.has(key),
          away: code !== null ? null : why === 'leave' ? 'leave' : why === 'not-employed' ? 'outside' : null,
        };
      }),
    };
  });
}

function totalsOfRow(
  view: RosterView,
  evaluation: Evaluation,
  person: string,
  words: RosterWords,
): TotalLook[] {
  const totals = rosterTotals(view.model, view.cells[person] ?? []);
  const figures = {
    shifts: totals.shifts,
    nights: totals.nights,
    weekends: totals.weekends,
    hours: totals.minutes / 60,
  };
  return totalKeys.map((key) => {
    const found = evaluation.violations.filter((one) => one.person === person && totalOf(one.rule) === key);
    const ordinary = (view.model.workdays.length * view.model.limits.ordinaryDay) / 60;
    const said = found.map((one) => ruleText(words, one));
    return {
      text: String(figures[key]),
      label: [`${fill(words.totalsLong[key], { ordinary })}: ${figures[key]}`, ...said].join('；'),
      mark: found.some((one) => one.hard) ? 'breach' : found.length > 0 ? 'remark' : null,
    };
  });
}

export function totalHeads(view: RosterView, words: RosterWords): TotalHead[] {
  const ordinary = (view.model.workdays.length * view.model.limits.ordinaryDay) / 60;
  return totalKeys.map((key) => ({
    key,
    title: words.totals[key],
    hint: fill(words.totalsLong[key], { ordinary }),
  }));
}

/** How many are on each shift each day; fewer than needed is marked with an arrow down. */
export function coverFeet(view: RosterView, words: RosterWords, language: Language): FootRow[] {
  return view.model.shifts.map((shift) => ({
    key: shift.code,
    name: fill(words.coverOf, { shift: shiftName(shift, language) }),
    cells: view.model.days.map((day, column): TotalLook => {
      const there = Object.values(view.cells).filter((cells) => cells[column] === shift.code).length;
      const minimum =
        view.model.cover.find((row) => row.day === day && row.shift === shift.code)?.minimum ?? 0;
      return {
        text: there < minimum ? `${there}↓` : String(there),
        label: fill(words.coverCell, {
          day: shortDayText(day, language),
          shift: shiftName(shift, language),
          there,
          minimum,
        }),
        mark: there < minimum ? 'breach' : null,
      };
    }),
  }));
}
