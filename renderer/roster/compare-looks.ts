import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { Comparison } from '../../shared/roster/compare-versions.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { CellLook, FootRow, GridRow, TotalHead, TotalLook } from '../kit/month-grid.ts';
import { nameOfCell } from './looks.ts';
import type { GridWords, RosterWords } from './rule-text.ts';

export type CompareFacts = {
  readonly view: RosterView;
  readonly people: RosterView['people'];
  readonly compared: Comparison;
  readonly words: RosterWords;
  readonly gridWords: GridWords;
  readonly language: Language;
};

const keys = ['changes', 'shifts', 'nights', 'hours'] as const;

/** The later version; where it differs, what stood there before is small beside it. */
export function compareRows({ view, people, compared, words, gridWords, language }: CompareFacts): GridRow[] {
  const { model, cells } = view;
  const was = new Map(compared.changes.map((change) => [`${change.person} ${change.day}`, change.was]));
  const sums = new Map(compared.people.map((one) => [one.person, one]));
  return people.map(({ id, name }) => {
    const sum = sums.get(id);
    const figures = {
      changes: sum?.cells ?? 0,
      shifts: sum?.totals.shifts ?? 0,
      nights: sum?.totals.nights ?? 0,
      hours: Math.round((sum?.totals.minutes ?? 0) / 6) / 10,
    };
    return {
      key: id,
      name,
      cells: model.days.map((day, column): CellLook => {
        const code = cells[id]?.[column] ?? null;
        const before = was.get(`${id} ${day}`);
        const is = nameOfCell(model, code, words, language);
        const shift = model.shifts.findIndex((one) => one.code === code);
        const look = { text: code ?? '', ground: shift < 0 ? null : (shift % 6) + 1, mark: null } as const;
        if (before === undefined) return { ...look, label: is, locked: false, away: null };
        return {
          ...look,
          text: code ?? gridWords.rest,
          label: fill(gridWords.compareCell, { is, was: nameOfCell(model, before, words, language) }),
          locked: false,
          away: null,
          was: before ?? gridWords.rest,
        };
      }),
      totals: keys.map((key): TotalLook => {
        const figure = figures[key];
        const text = key === 'changes' ? String(figure) : signed(figure);
        return {
          text: figure === 0 ? '' : text,
          label: `${gridWords.compareTotalsLong[key]}: ${text}`,
          mark: null,
        };
      }),
    };
  });
}

export function compareHeads({ gridWords }: CompareFacts): TotalHead[] {
  return keys.map((key) => ({
    key,
    title: gridWords.compareTotals[key],
    hint: gridWords.compareTotalsLong[key],
  }));
}

/** How many people differ on each day. */
export function compareFoot({ view, compared, gridWords, language }: CompareFacts): FootRow {
  const perDay = Map.groupBy(compared.changes, ({ day }) => day);
  return {
    key: 'changes',
    name: gridWords.compareDays,
    cells: view.model.days.map((day): TotalLook => {
      const count = perDay.get(day)?.length ?? 0;
      return {
        text: count === 0 ? '' : String(count),
        label: fill(gridWords.compareDay, { day: shortDayText(day, language), count }),
        mark: null,
      };
    }),
  };
}

const signed = (figure: number) => (figure > 0 ? `+${figure}` : figure < 0 ? `−${-figure}` : '0');
