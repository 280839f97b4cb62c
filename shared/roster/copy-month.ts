import { addDays, monthOf, addMonths, type Day } from '../calendar/day.ts';
import { dropSurplus, layShifts, type Laid, type Laying } from './lay-shifts.ts';
import type { Roster, RosterModel } from './model.ts';

/** What stood in the month before, with what each of its days asked for. */
export type SourceMonth = Pick<RosterModel, 'days' | 'cover'> & { readonly roster: Roster };

const FOUR_WEEKS = 28;

/**
 * The day of the month before that a day is copied from: four weeks earlier, so that weekdays and the order of days stay; the
 * last days of a month, whose day four weeks earlier is in the same month, take that of eight weeks earlier.
 */
export function copiedFrom(day: Day): Day {
  const source = addMonths(monthOf(day), -1);
  const earlier = addDays(day, -FOUR_WEEKS);
  return monthOf(earlier) === source ? earlier : addDays(earlier, -FOUR_WEEKS);
}

/**
 * Last month's shifts on the same weekdays of this month. Dropped, each with its rule: what somebody may not work now, shifts
 * out of use, and people beyond what the cover asks for now. Who was more than the cover asked for then may stay as many more.
 */
export function copyMonth(model: RosterModel, source: SourceMonth): Laying {
  const at = new Map(source.days.map((day, index) => [day, index]));
  const laid = Object.entries(source.roster).flatMap(([person, cells]) =>
    model.days.flatMap((day): Laid[] => {
      const shift = cells[at.get(copiedFrom(day)) ?? -1] ?? null;
      return shift === null ? [] : [{ person, day, shift }];
    }),
  );
  const thereOn = (day: Day, shift: string) =>
    Object.values(source.roster).filter((cells) => cells[at.get(day) ?? -1] === shift).length;

  return dropSurplus(model, layShifts(model, laid), (day, shift) => {
    const [now, then] = [askedOn(model.cover, day, shift), askedOn(source.cover, copiedFrom(day), shift)];
    if (now === null) return Number.POSITIVE_INFINITY;
    const more = then === null ? 0 : Math.max(0, thereOn(copiedFrom(day), shift) - then);
    return now + more;
  });
}

/** What a shift needs out of everybody; null: nothing is said about it. */
function askedOn(cover: RosterModel['cover'], day: Day, shift: string): number | null {
  const rows = cover.filter((row) => row.day === day && row.shift === shift && row.among === null);
  return rows.length === 0 ? null : rows.reduce((sum, row) => sum + row.minimum, 0);
}
