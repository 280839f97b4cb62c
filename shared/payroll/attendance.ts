import type { Mark } from '../attendance/marks.ts';
import { daysOf, type Day, type Month } from '../calendar/day.ts';
import { isEmployedOn } from '../roster/employment.ts';

/** The days of a month behind a pay line, by what was marked on them. */
export type AttendanceDays = {
  readonly employed: readonly Day[];
  readonly day: readonly Day[];
  readonly night: readonly Day[];
  readonly holidayWorked: readonly Day[];
  readonly absent: readonly Day[];
  readonly personal: readonly Day[];
  readonly sick: readonly Day[];
  /** Leave or absence on a statutory holiday that is paid all the same (劳动法 51; a parameter says whether). */
  readonly paidAllTheSame: readonly Day[];
  readonly unmarked: readonly Day[];
};

/** The days of a month on which somebody was employed; empty when not at all. */
export function employedDays(month: Month, startedOn: Day, endedOn: Day | null): Day[] {
  return daysOf(month).filter((day) => isEmployedOn({ startedOn, endedOn }, day));
}

/**
 * Sorts the marks of a month. A night shift counts on the day on which it begins. Marks outside the employment are
 * not paid and not deducted.
 */
export function sortMarks(facts: {
  month: Month;
  startedOn: Day;
  endedOn: Day | null;
  marks: ReadonlyMap<Day, Mark>;
  statutory: ReadonlyMap<Day, unknown>;
  holidayIsPaid: boolean;
}): AttendanceDays {
  const employed = employedDays(facts.month, facts.startedOn, facts.endedOn);
  const marked = (...marks: Mark[]) =>
    employed.filter((day) => {
      const mark = facts.marks.get(day);
      return mark !== undefined && marks.includes(mark);
    });
  const isPaidHoliday = (day: Day) => facts.holidayIsPaid && facts.statutory.has(day);
  const deducted = (mark: Mark) => marked(mark).filter((day) => !isPaidHoliday(day));
  return {
    employed,
    day: marked('day'),
    night: marked('night'),
    holidayWorked: marked('day', 'night').filter((day) => facts.statutory.has(day)),
    absent: deducted('absent'),
    personal: deducted('personal'),
    sick: deducted('sick'),
    paidAllTheSame: marked('absent', 'personal', 'sick').filter(isPaidHoliday),
    unmarked: employed.filter((day) => !facts.marks.has(day)),
  };
}
