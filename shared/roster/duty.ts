import { cheapestFlow, type Arc } from './flow.ts';

/** A resident in house on the day, with where she lies as far as it is known. */
export type DutyResident = {
  readonly id: string;
  readonly zone: string | null;
  readonly room: string | null;
};

/** A caregiver on the shift, with the residents that she is paired with. */
export type DutyCaregiver = { readonly id: string; readonly pair: readonly string[] };

/** `own`: her own pair; `near`: lies in the room or zone of one of her own; `shared`: given for an even load. */
export type DutyBasis = 'own' | 'near' | 'shared';

export type DutyPlan = {
  readonly assigned: readonly {
    readonly resident: string;
    readonly caregiver: string;
    readonly basis: DutyBasis;
  }[];
  /** Residents in house for whom nobody on the shift has room: too few people are on. */
  readonly unanswered: readonly string[];
};

const ofCaregiver = (index: number) => 1 + index;

/** What it costs to give a resident away from her own caregiver, the load to rise, and to walk to another zone. */
const [AWAY, LOAD, SAME_ROOM, SAME_ZONE, FAR] = [100_000, 1_000, 0, 3, 40];

/**
 * Says for one shift who answers for whom: as many residents as possible, her own pair first, then an even load, then
 * the same room or zone; nobody more than `most`. Optimal in that order (design.md 1, duty assignment).
 */
export function assignDuties(
  residents: readonly DutyResident[],
  caregivers: readonly DutyCaregiver[],
  most: number,
): DutyPlan {
  const ofResident = (index: number) => 1 + caregivers.length + index;
  const nodes = caregivers.length + residents.length + 2;
  const room = new Map(residents.map((resident) => [resident.id, resident]));

  const choices = caregivers.flatMap((caregiver, who) =>
    residents.map((resident, whom) => ({ who, whom, basis: basisOf(caregiver, resident, room) })),
  );
  const arcs: Arc[] = [
    ...choices.map(({ who, whom, basis }) => ({
      from: ofCaregiver(who),
      to: ofResident(whom),
      most: 1,
      cost: basis.cost,
    })),
    ...caregivers.flatMap((_, who) =>
      Array.from({ length: most }, (_unit, load) => ({
        from: 0,
        to: ofCaregiver(who),
        most: 1,
        cost: LOAD * load,
      })),
    ),
    ...residents.map((_, whom) => ({ from: ofResident(whom), to: nodes - 1, most: 1, cost: 0 })),
  ];
  const flow = cheapestFlow(nodes, arcs);
  const assigned = choices.flatMap(({ who, whom, basis }, index) => {
    const [caregiver, resident] = [caregivers[who], residents[whom]];
    return flow[index] === 1 && caregiver && resident
      ? [{ resident: resident.id, caregiver: caregiver.id, basis: basis.name }]
      : [];
  });
  const answered = new Set(assigned.map((one) => one.resident));
  return { assigned, unanswered: residents.map(({ id }) => id).filter((id) => !answered.has(id)) };
}

function basisOf(
  caregiver: DutyCaregiver,
  resident: DutyResident,
  rooms: ReadonlyMap<string, DutyResident>,
): { name: DutyBasis; cost: number } {
  if (caregiver.pair.includes(resident.id)) return { name: 'own', cost: 0 };
  const own = caregiver.pair.flatMap((id) => rooms.get(id) ?? []);
  if (own.some((pair) => pair.room !== null && pair.room === resident.room)) {
    return { name: 'near', cost: AWAY + SAME_ROOM };
  }
  if (own.some((pair) => pair.zone !== null && pair.zone === resident.zone)) {
    return { name: 'near', cost: AWAY + SAME_ZONE + distance(own, resident) };
  }
  return { name: 'shared', cost: AWAY + FAR + distance(own, resident) };
}

/** How many doors away the nearest of her own lies, by the room numbers; at most 30, also where they are not numbers. */
function distance(own: readonly DutyResident[], { room }: DutyResident): number {
  const doors = own.map((pair) => Math.abs(Number(pair.room ?? Number.NaN) - Number(room ?? Number.NaN)));
  return Math.min(30, ...doors.filter((count) => !Number.isNaN(count)));
}
