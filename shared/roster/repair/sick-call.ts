import type { Day } from '../../calendar/day.ts';
import { grant, type CellChange } from '../effect.ts';
import type { Roster, RosterModel } from '../model.ts';

/** Somebody cannot come on these days; `today`: everything before it is past and stays as it was. */
export type SickCall = {
  readonly person: string;
  readonly days: readonly Day[];
  readonly today: Day;
};

/** The month as it stands once she is away and nobody has been asked yet. */
export type Vacated = {
  readonly model: RosterModel;
  readonly roster: Roster;
  /** Her shifts that fall away. */
  readonly changes: readonly CellChange[];
};

/** Takes her shifts out and enters her leave; a lock on such a day holds no more. Past days are left alone. */
export function vacate(model: RosterModel, roster: Roster, { person, days, today }: SickCall): Vacated {
  const away = new Set(days.filter((day) => day >= today));
  const standing = {
    ...model,
    published: null,
    locks: model.locks.filter((lock) => lock.person !== person || !away.has(lock.day)),
  };
  return grant(standing, roster, { person, days: [...away], kind: 'leave', shift: null });
}

/** The days that a repair may touch: from the sick days some days back, but never before today, and some days on. */
export function freeDays(
  { days }: RosterModel,
  call: SickCall,
  { before, after }: { readonly before: number; readonly after: number },
): Day[] {
  const away = days.flatMap((day, index) => (call.days.includes(day) && day >= call.today ? [index] : []));
  const [first, last] = [away[0], away.at(-1)];
  if (first === undefined || last === undefined) return [];
  return days.filter((day, index) => day >= call.today && index >= first - before && index <= last + after);
}
