import type { Day } from '../calendar/day.ts';
import type { Sex } from '../identity/citizen-id.ts';
import type { HouseShiftType } from './defaults.ts';
import { assignDuties, type DutyPlan } from './duty.ts';
import type { Cell } from './model.ts';

/** From a day on, until the day before `endsOn` (stays and pairings are half-open). */
type Lasting = { readonly startsOn: string; readonly endsOn: string | null };

/** What is known about a month when duties are given: who is in house, where they lie, what they ask, who is paired with whom. */
export type DutyFacts = {
  readonly residents: readonly {
    readonly id: string;
    readonly sex: Sex | null;
    readonly asksSameSex: boolean;
    readonly admittedOn: string | null;
    readonly leftOn: string | null;
  }[];
  readonly caregivers: readonly {
    readonly id: string;
    readonly sex: Sex;
    /** The zones that she was put in from a day on, the newest first; null: as her pairs live. */
    readonly zones: readonly { readonly zone: string | null; readonly from: string }[];
  }[];
  readonly stays: readonly (Lasting & {
    readonly resident: string;
    readonly room: string;
    readonly zone: string | null;
  })[];
  readonly pairings: readonly (Lasting & { readonly resident: string; readonly caregiver: string })[];
};

export type ShiftPlan = DutyPlan & { readonly shift: string };

/** Who answered for each resident the last time: by shift code, then by resident. */
export type AnsweredBefore = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The days of a month with what each caregiver works on them, and how its shifts went on the days before. */
export type DutyMonth = {
  readonly days: readonly Day[];
  readonly shifts: readonly Pick<HouseShiftType, 'code' | 'maxResidents'>[];
  /** By caregiver, a cell for each day. */
  readonly cells: { readonly [caregiver: string]: readonly Cell[] };
  readonly before: AnsweredBefore;
};

/**
 * Who answers for whom on every shift of a month, day by day: each shift is assigned as well as can be, given who answered the last
 * time. `kept`: days whose plan stands already (they are over); they are taken as they are, and what follows goes on from them.
 */
export function dutiesOfMonth(
  { days, shifts, cells, before }: DutyMonth,
  facts: DutyFacts,
  kept: ReadonlyMap<Day, readonly ShiftPlan[]> = new Map(),
): { readonly day: Day; readonly plans: readonly ShiftPlan[] }[] {
  const answered = new Map([...before].map(([shift, last]) => [shift, new Map(last)]));
  return days.map((day, index) => {
    const today = new Map(Object.entries(cells).map(([id, row]) => [id, row[index] ?? null]));
    const plans = kept.get(day) ?? dutiesOfDay(day, shifts, today, facts, answered);
    for (const { shift, assigned } of plans) {
      const last = answered.get(shift) ?? new Map<string, string>();
      // Her own caregiver comes back by herself; who stood in for her is to be the same person next time.
      for (const { resident, caregiver, basis } of assigned)
        if (basis !== 'own') last.set(resident, caregiver);
      answered.set(shift, last);
    }
    return { day, plans };
  });
}

/** Who answers for whom on every shift of one day. `cells`: the shift of each caregiver on that day. */
export function dutiesOfDay(
  day: Day,
  shifts: readonly Pick<HouseShiftType, 'code' | 'maxResidents'>[],
  cells: ReadonlyMap<string, Cell>,
  facts: DutyFacts,
  before: AnsweredBefore = new Map(),
): ShiftPlan[] {
  const stays = new Map(facts.stays.filter((stay) => lasts(stay, day)).map((stay) => [stay.resident, stay]));
  const residents = facts.residents
    .filter((resident) => isInHouse(resident, day))
    .map(({ id, sex, asksSameSex }) => {
      const stay = stays.get(id);
      return { id, sex, asksSameSex, room: stay?.room ?? null, zone: stay?.zone ?? null };
    });
  const pairings = facts.pairings.filter((pairing) => lasts(pairing, day));
  return shifts.map((shift) => {
    const onDuty = facts.caregivers
      .filter(({ id }) => cells.get(id) === shift.code)
      .map(({ id, sex, zones }) => ({
        id,
        sex,
        zone: zones.find(({ from }) => from <= day)?.zone ?? null,
        pair: pairings.filter((pairing) => pairing.caregiver === id).map((pairing) => pairing.resident),
      }));
    const plan = assignDuties(residents, onDuty, shift.maxResidents, before.get(shift.code));
    return { shift: shift.code, ...plan };
  });
}

/** In house from the day of admission until the day before leaving; a day that is not known yet does not exclude. */
export function isInHouse(
  { admittedOn, leftOn }: { readonly admittedOn: string | null; readonly leftOn: string | null },
  day: string,
): boolean {
  return (admittedOn === null || admittedOn <= day) && (leftOn === null || day < leftOn);
}

function lasts({ startsOn, endsOn }: Lasting, day: string): boolean {
  return startsOn <= day && (endsOn === null || day < endsOn);
}
