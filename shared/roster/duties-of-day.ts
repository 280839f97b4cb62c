import type { Day } from '../calendar/day.ts';
import type { HouseShiftType } from './defaults.ts';
import { assignDuties, type DutyPlan } from './duty.ts';
import type { Cell } from './model.ts';

/** From a day on, until the day before `endsOn` (stays and pairings are half-open). */
type Lasting = { readonly startsOn: string; readonly endsOn: string | null };

/** What is known about a month when duties are given: who is in house, where they lie, who is paired with whom. */
export type DutyFacts = {
  readonly residents: readonly {
    readonly id: string;
    readonly admittedOn: string | null;
    readonly leftOn: string | null;
  }[];
  readonly stays: readonly (Lasting & {
    readonly resident: string;
    readonly room: string;
    readonly zone: string | null;
  })[];
  readonly pairings: readonly (Lasting & { readonly resident: string; readonly caregiver: string })[];
};

export type ShiftPlan = DutyPlan & { readonly shift: string };

/** Who answers for whom on every shift of one day. `cells`: the shift of each caregiver on that day. */
export function dutiesOfDay(
  day: Day,
  shifts: readonly Pick<HouseShiftType, 'code' | 'maxResidents'>[],
  cells: ReadonlyMap<string, Cell>,
  facts: DutyFacts,
): ShiftPlan[] {
  const stays = new Map(facts.stays.filter((stay) => lasts(stay, day)).map((stay) => [stay.resident, stay]));
  const residents = facts.residents
    .filter((resident) => isInHouse(resident, day))
    .map(({ id }) => {
      const stay = stays.get(id);
      return { id, room: stay?.room ?? null, zone: stay?.zone ?? null };
    });
  const pairings = facts.pairings.filter((pairing) => lasts(pairing, day));
  return shifts.map((shift) => {
    const onDuty = [...cells]
      .filter(([, cell]) => cell === shift.code)
      .map(([id]) => ({
        id,
        pair: pairings.filter((pairing) => pairing.caregiver === id).map((pairing) => pairing.resident),
      }));
    return { shift: shift.code, ...assignDuties(residents, onDuty, shift.maxResidents) };
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
