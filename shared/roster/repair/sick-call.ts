import type { Day } from '../../calendar/day.ts';
import { grant, type CellChange } from '../effect.ts';
import type { Cover, Roster, RosterModel } from '../model.ts';

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
  /** Whom the shifts had before, as far as they were asked for: what a repair has to bring back, and no more. */
  readonly cover: readonly Cover[];
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
  const cover = model.cover.map((row) => {
    const there = countIn(model, roster, row);
    // Between who was there and who is asked for, one more neither helps the call nor is too many.
    return there < row.minimum ? { ...row, minimum: there, surplus: 0 } : row;
  });
  return { ...grant(standing, roster, { person, days: [...away], kind: 'leave', shift: null }), cover };
}

function countIn({ days, people }: RosterModel, roster: Roster, { day, shift, among }: Cover): number {
  const at = days.indexOf(day);
  return people.filter(({ id }) => roster[id]?.[at] === shift && (among === null || among.includes(id)))
    .length;
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
