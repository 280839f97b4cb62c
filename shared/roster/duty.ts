import type { Sex } from '../identity/citizen-id.ts';
import { cheapestAssignment } from './flow.ts';

/** A resident in house on the day, with where she lies as far as it is known. */
export type DutyResident = {
  readonly id: string;
  readonly zone: string | null;
  readonly room: string | null;
  readonly sex: Sex | null;
  /** She asks that intimate care is given by somebody of her own sex. */
  readonly asksSameSex: boolean;
};

/** A caregiver on the shift, with the residents that she is paired with, and the zone she was put in, if she was. */
export type DutyCaregiver = {
  readonly id: string;
  readonly pair: readonly string[];
  readonly sex: Sex;
  readonly zone: string | null;
};

export const dutyBases = ['own', 'near', 'shared'] as const;
/** `own`: her own pair; `near`: lies in her zone, or in the room or zone of one of her own; `shared`: given for an even load. */
export type DutyBasis = (typeof dutyBases)[number];

export const wishOutcomes = ['met', 'unmet'] as const;
/** Whether the wish for somebody of one's own sex came true on this shift. */
export type WishOutcome = (typeof wishOutcomes)[number];

/** Who answers for a resident on a shift, and why she does. */
export type Assigned = {
  readonly resident: string;
  readonly caregiver: string;
  readonly basis: DutyBasis;
  /** She is the one who answered last time on this kind of shift. */
  readonly kept: boolean;
  /** Null where nothing was asked, or the resident's sex is not known. */
  readonly wish: WishOutcome | null;
};

export type DutyPlan = {
  readonly assigned: readonly Assigned[];
  /** Residents in house for whom nobody on the shift has room: too few people are on. */
  readonly unanswered: readonly string[];
};

/** Farther doors than these count the same. */
const MOST_DOORS = 30;

/**
 * Says for one shift who answers for whom; nobody more than `most`. What counts, each thing only where all before it are equal:
 * 1. as many residents as possible are answered for, 2. as many as possible by their own caregiver, 3. by somebody of their own
 * sex where they ask for it, 4. the load is as even as possible (least sum of squares), 5. in the caregiver's zone, or
 * in the room or zone of her own residents, 6. by whoever answered last time (`before`: resident → caregiver), 7. few doors to walk.
 *
 * The answer is the best there is in that order, not only a good one: see `weightsOf`.
 */
export function assignDuties(
  residents: readonly DutyResident[],
  caregivers: readonly DutyCaregiver[],
  most: number,
  before: ReadonlyMap<string, string> = new Map(),
): DutyPlan {
  const weights = weightsOf(caregivers.length, Math.min(most, residents.length));
  const where = new Map(residents.map((resident) => [resident.id, resident]));
  const places = caregivers.map(({ pair }) => pair.flatMap((id) => where.get(id) ?? []));
  const why = residents.map((resident) =>
    caregivers.map((caregiver, index) => reasons(resident, caregiver, places[index] ?? [], before)),
  );
  const nobody = caregivers.length;
  const given = cheapestAssignment(
    why.map((row, index) => [
      ...row.map((reason) => costOf(reason, weights)),
      weights.unanswered + costOf(withNobody(residents[index]), weights),
    ]),
    (column, load) => (column === nobody ? 0 : load < most ? weights.load * load : Number.POSITIVE_INFINITY),
  );
  return {
    assigned: given.flatMap((column, row) => {
      const [resident, caregiver, reason] = [residents[row], caregivers[column], why[row]?.[column]];
      if (!resident || !caregiver || !reason) return [];
      const { basis, kept, wish } = reason;
      return [{ resident: resident.id, caregiver: caregiver.id, basis, kept, wish }];
    }),
    unanswered: residents.map(({ id }) => id).filter((_, row) => given[row] === nobody),
  };
}

type Reasons = Pick<Assigned, 'basis' | 'kept' | 'wish'> & { readonly doors: number };

function reasons(
  resident: DutyResident,
  caregiver: DutyCaregiver,
  own: readonly DutyResident[],
  before: ReadonlyMap<string, string>,
): Reasons {
  const zones = [caregiver.zone, ...own.map(({ zone }) => zone)];
  const near =
    (resident.zone !== null && zones.includes(resident.zone)) ||
    (resident.room !== null && own.some(({ room }) => room === resident.room));
  return {
    basis: caregiver.pair.includes(resident.id) ? 'own' : near ? 'near' : 'shared',
    kept: before.get(resident.id) === caregiver.id,
    wish:
      resident.asksSameSex && resident.sex !== null
        ? resident.sex === caregiver.sex
          ? 'met'
          : 'unmet'
        : null,
    doors: doorsBetween(own, resident),
  };
}

/** How many doors away the nearest of her own lies, by the room numbers; the most where they are not numbers or she has none. */
function doorsBetween(own: readonly DutyResident[], { room }: DutyResident): number {
  const doors = own.map((pair) =>
    pair.room !== null && pair.room === room
      ? 0
      : Math.abs(Number(pair.room ?? Number.NaN) - Number(room ?? Number.NaN)),
  );
  return Math.min(MOST_DOORS, ...doors.filter((count) => !Number.isNaN(count)));
}

/** Who is left without anybody has none of the other things either, or else those whose wish cannot be met would be left out first. */
function withNobody(resident: DutyResident | undefined): Reasons {
  const asks = resident?.asksSameSex === true && resident.sex !== null;
  return { basis: 'shared', kept: false, wish: asks ? 'unmet' : null, doors: MOST_DOORS };
}

type Weights = Record<'unanswered' | 'away' | 'unmet' | 'load' | 'far' | 'changed', number>;

/**
 * What one unit of each thing costs, a door costing 1. One flow with these weights is best in the order of the things, because of
 * what separates two flows: they differ by round trips that meet each caregiver (and nobody) at most once. Such a trip takes up and
 * gives back at most `people` residents, so that it changes the count of any one thing by at most `people` (doors: 30 times that),
 * and it raises one caregiver's load and lowers another's, by less than `most` together. Each weight is more than all that the
 * things after it can change on one trip: hence no trip that gains in cost loses in the order, nor the other way round.
 * The sums stay exact integers up to 200 caregivers on one shift, far beyond any centre.
 */
export function weightsOf(caregivers: number, most: number): Weights {
  const people = caregivers + 1;
  const changed = MOST_DOORS * people + 1;
  const far = changed * (people + 1);
  const load = far * (people + 1);
  const unmet = load * Math.max(1, most);
  const away = unmet * (people + 1);
  return { unanswered: away * (people + 1), away, unmet, load, far, changed };
}

function costOf({ basis, kept, wish, doors }: Reasons, weights: Weights): number {
  return (
    (basis === 'own' ? 0 : weights.away) +
    (wish === 'unmet' ? weights.unmet : 0) +
    (basis === 'shared' ? weights.far : 0) +
    (kept ? 0 : weights.changed) +
    doors
  );
}
