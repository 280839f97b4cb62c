import { daysOf, isWeekend, type Day, type Month } from '../../shared/calendar/day.ts';
import { coverOf, startingShiftTypes } from '../../shared/roster/defaults.ts';
import {
  COST_MISSING,
  COST_SURPLUS,
  noHistory,
  noTerms,
  ordinaryLimits,
  type Cell,
  type Cover,
  type Person,
  type RosterModel,
} from '../../shared/roster/model.ts';

export const november = '2026-11' as Month;

export function aPerson(id: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    absences: [],
    protectedOn: [],
    shifts: null,
    before: [],
    terms: noTerms,
    history: noHistory,
    ...changes,
  };
}

export function peopleNamed(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => aPerson(`p${String(index + 1).padStart(2, '0')}`));
}

/** A month of a house with the two starting shifts; cover as the residents in house need it. */
export function aModel(
  changes: Partial<RosterModel> & { month?: Month; residents?: number } = {},
): RosterModel {
  const { month = november, residents = 38, ...rest } = changes;
  const days = rest.days ?? daysOf(month);
  return {
    days,
    workdays: days.filter((day) => !isWeekend(day)),
    shifts: startingShiftTypes,
    people: peopleNamed(19),
    cover: coverOf(days, startingShiftTypes, [], () => residents),
    locks: [],
    limits: ordinaryLimits,
    holidays: [],
    requests: [],
    published: null,
    weights: {},
    ...rest,
  };
}

/** So many people on a shift; missing and surplus cost what they cost in the house. */
export function aCover(
  day: Day,
  shift: string,
  minimum: number,
  among: readonly string[] | null = null,
): Cover {
  return { day, shift, minimum, among, missing: COST_MISSING, surplus: COST_SURPLUS };
}

/** A row written as letters, a dot for rest: `DDDN..`; what is not written is rest. */
export function rowOf(model: RosterModel, letters: string): Cell[] {
  return model.days.map((_, index) => {
    const letter = letters[index] ?? '.';
    return letter === '.' ? null : letter;
  });
}

export const on = (dayOfMonth: number): Day => `2026-11-${String(dayOfMonth).padStart(2, '0')}` as Day;
