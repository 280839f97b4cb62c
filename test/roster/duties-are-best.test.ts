import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignDuties,
  weightsOf,
  type DutyCaregiver,
  type DutyPlan,
  type DutyResident,
} from '../../shared/roster/duty.ts';
import { cheapestAssignment } from '../../shared/roster/flow.ts';

/** One shift of a small house; rooms, zones, sexes, wishes, pairs and yesterday at will. */
const aShift = (mostResidents: number, mostCaregivers: number) =>
  fc
    .record({
      residents: fc.array(
        fc.record({
          zone: fc.constantFrom(null, 'east', 'west'),
          room: fc.constantFrom(null, '101', '102', '103', '140', '阳光房'),
          sex: fc.constantFrom(null, 'male' as const, 'female' as const),
          asksSameSex: fc.boolean(),
          own: fc.nat(9),
          before: fc.nat(9),
        }),
        { maxLength: mostResidents, size: 'max' },
      ),
      staff: fc.array(
        fc.record({
          sex: fc.constantFrom('male' as const, 'female' as const),
          zone: fc.constantFrom(null, null, 'east', 'west'),
        }),
        { maxLength: mostCaregivers, size: 'max' },
      ),
      most: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ residents, staff, most }) => {
      const people: DutyResident[] = residents.map(({ own: _own, before: _before, ...rest }, index) => ({
        id: `r${index}`,
        ...rest,
      }));
      const of = (caregiver: number, key: 'own' | 'before') =>
        people.filter((_, index) => residents[index]?.[key] === caregiver).map(({ id }) => id);
      const caregivers: DutyCaregiver[] = staff.map((one, index) => ({
        id: `c${index}`,
        ...one,
        pair: of(index, 'own'),
      }));
      const before = new Map(caregivers.flatMap(({ id }, index) => of(index, 'before').map((r) => [r, id])));
      return { residents: people, caregivers, most, before };
    });
type Shift = ReturnType<typeof aShift> extends fc.Arbitrary<infer S> ? S : never;

/** What an answer is worth, thing by thing as the house counts it, smaller is better; null where it is not allowed. */
function worth(shift: Shift, given: readonly (number | null)[]): number[] | null {
  const loads = shift.caregivers.map((_, index) => given.filter((one) => one === index).length);
  if (loads.some((load) => load > shift.most)) return null;
  const counts = { unanswered: 0, away: 0, unmet: 0, far: 0, changed: 0, doors: 0 };
  for (const [index, resident] of shift.residents.entries()) {
    const caregiver = shift.caregivers[given[index] ?? -1];
    if (!caregiver) {
      // Left without anybody, she has nothing of the rest either.
      counts.unanswered += 1;
      counts.away += 1;
      counts.unmet += Number(resident.asksSameSex && resident.sex !== null);
      counts.far += 1;
      counts.changed += 1;
      counts.doors += 30;
      continue;
    }
    const own = shift.residents.filter(({ id }) => caregiver.pair.includes(id));
    if (!caregiver.pair.includes(resident.id)) counts.away += 1;
    if (resident.asksSameSex && resident.sex !== null && resident.sex !== caregiver.sex) counts.unmet += 1;
    const isNear =
      (resident.zone !== null && resident.zone === caregiver.zone) ||
      own.some(({ room, zone }) => (room && room === resident.room) || (zone && zone === resident.zone));
    if (!isNear && !caregiver.pair.includes(resident.id)) counts.far += 1;
    if (shift.before.get(resident.id) !== caregiver.id) counts.changed += 1;
    const doors = own.map(({ room }) =>
      room !== null && room === resident.room
        ? 0
        : Math.abs(Number(room ?? 'x') - Number(resident.room ?? 'x')),
    );
    counts.doors += Math.min(30, ...doors.filter((count) => !Number.isNaN(count)));
  }
  const squares = loads.reduce((sum, load) => sum + load * load, 0);
  return [counts.unanswered, counts.away, counts.unmet, squares, counts.far, counts.changed, counts.doors];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** The best of every answer that there is. */
function bestByTrying(shift: Shift): number[] {
  let best: number[] | null = null;
  const given: (number | null)[] = [];
  const place = (index: number): void => {
    if (index === shift.residents.length) {
      const found = worth(shift, given);
      if (found && (!best || compare(found, best) < 0)) best = found;
      return;
    }
    for (const one of [null, ...shift.caregivers.keys()]) {
      given[index] = one;
      place(index + 1);
    }
  };
  place(0);
  return best ?? [];
}

function givenIn(shift: Shift, plan: DutyPlan): (number | null)[] {
  const by = new Map(plan.assigned.map((one) => [one.resident, one.caregiver]));
  return shift.residents.map(({ id }) => {
    const caregiver = by.get(id);
    return caregiver === undefined ? null : shift.caregivers.findIndex((one) => one.id === caregiver);
  });
}

const planOf = ({ residents, caregivers, most, before }: Shift) =>
  assignDuties(residents, caregivers, most, before);

/**
 * Whether some round trip of residents among caregivers (and nobody) makes the answer better in the order of the house: Bellman-Ford
 * on whole lists of counts instead of weights. None exists exactly when the answer is the best of all.
 */
function hasBetterRoundTrip(shift: Shift, given: readonly (number | null)[]): boolean {
  const nobody = shift.caregivers.length;
  const sink = nobody + 1;
  const nodes = nobody + 2;
  const zero = [0, 0, 0, 0, 0, 0, 0];
  const alone = (resident: number, column: number): number[] => {
    const one = { ...shift, residents: shift.residents.map((each) => each), most: Number.POSITIVE_INFINITY };
    const only = shift.residents.map((_, index) => (index === resident && column !== nobody ? column : null));
    const counts = worth(one, only) ?? [];
    return counts.map((count, level) => (level === 0 ? Number(column === nobody) : level === 3 ? 0 : count));
  };
  const table = shift.residents.map((_, r) => Array.from({ length: nobody + 1 }, (__, c) => alone(r, c)));
  const loads = Array.from(
    { length: nobody + 1 },
    (_, column) => given.filter((one) => (one ?? nobody) === column).length,
  );
  const minus = (a: readonly number[], b: readonly number[]) =>
    a.map((value, level) => value - (b[level] ?? 0));
  const square = (value: number) => zero.map((none, level) => (level === 3 ? value : none));
  const arcs: { from: number; to: number; cost: number[] }[] = [];
  for (const [resident, at] of given.entries()) {
    const here = at ?? nobody;
    for (let to = 0; to <= nobody; to++)
      if (to !== here)
        arcs.push({
          from: here,
          to,
          cost: minus(table[resident]?.[to] ?? zero, table[resident]?.[here] ?? zero),
        });
  }
  for (let column = 0; column <= nobody; column++) {
    const load = loads[column] ?? 0;
    const priced = column !== nobody;
    if (!priced || load < shift.most)
      arcs.push({ from: column, to: sink, cost: square(priced ? 2 * load + 1 : 0) });
    if (load > 0) arcs.push({ from: sink, to: column, cost: square(priced ? -(2 * load - 1) : 0) });
  }
  const reach = Array.from({ length: nodes }, () => zero);
  for (let round = 0; round < nodes; round++) {
    let changed = false;
    for (const { from, to, cost } of arcs) {
      const so = (reach[from] ?? zero).map((value, level) => value + (cost[level] ?? 0));
      if (compare(so, reach[to] ?? zero) >= 0) continue;
      reach[to] = so;
      changed = true;
    }
    if (!changed) return false;
  }
  return true;
}

describe('the duties of a shift', () => {
  it('are the best of all answers in the order of the house, tried one by one in small houses', () => {
    fc.assert(
      fc.property(aShift(5, 3), (shift) => {
        expect(worth(shift, givenIn(shift, planOf(shift)))).toEqual(bestByTrying(shift));
      }),
      { numRuns: 4_000, seed: 11 },
    );
  });

  it('cannot be bettered by any round trip of residents, in houses too big to try', () => {
    fc.assert(
      fc.property(aShift(90, 18), (shift) => {
        const given = givenIn(shift, planOf(shift));
        expect(worth(shift, given)).not.toBeNull();
        expect(hasBetterRoundTrip(shift, given)).toBe(false);
      }),
      { numRuns: 150, seed: 12 },
    );
  });

  it('would be caught if they could be bettered', () => {
    const shift: Shift = {
      residents: ['r0', 'r1'].map((id) => ({ id, zone: null, room: null, sex: null, asksSameSex: false })),
      caregivers: [
        { id: 'c0', sex: 'female', zone: null, pair: ['r0'] },
        { id: 'c1', sex: 'female', zone: null, pair: ['r1'] },
      ],
      most: 2,
      before: new Map(),
    };
    expect(hasBetterRoundTrip(shift, [0, 1])).toBe(false);
    expect(hasBetterRoundTrip(shift, [1, 0])).toBe(true);
    expect(hasBetterRoundTrip(shift, [0, null])).toBe(true);
    expect(hasBetterRoundTrip(shift, [0, 0])).toBe(true);
  });

  it('keep their weights and every sum of them exact up to two hundred on a shift', () => {
    const { unanswered, away } = weightsOf(200, 200);
    expect(Number.isSafeInteger(2 * unanswered + 2 * 201 * away)).toBe(true);
  });
});

describe('the cheapest assignment', () => {
  it('costs as little as the best of all, whatever the prices that rise with the load', () => {
    const cases = fc.record({
      costs: fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 3 }), {
        maxLength: 6,
      }),
      steps: fc.array(fc.array(fc.nat(15), { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
      room: fc.array(fc.nat(6), { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(cases, ({ costs, steps, room }) => {
        // The last column takes everybody, the others have room for some.
        const price = (column: number, load: number) =>
          load >= (room[column] ?? 99)
            ? Number.POSITIVE_INFINITY
            : (steps[column] ?? []).slice(0, load + 1).reduce((sum, step) => sum + step, 0);
        const total = (given: readonly number[]) => {
          const loads = [0, 0, 0];
          let sum = 0;
          for (const [row, column] of given.entries()) {
            sum += (costs[row]?.[column] ?? 0) + price(column, loads[column] ?? 0);
            loads[column] = (loads[column] ?? 0) + 1;
          }
          return sum;
        };
        let best = Number.POSITIVE_INFINITY;
        for (let code = 0; code < 3 ** costs.length; code++)
          best = Math.min(best, total(costs.map((_, row) => Math.floor(code / 3 ** row) % 3)));
        expect(total(cheapestAssignment(costs, price))).toBe(best);
      }),
      { numRuns: 3_000, seed: 13 },
    );
  });
});
