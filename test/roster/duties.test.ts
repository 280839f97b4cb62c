import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignDuties, type DutyResident } from '../../shared/roster/duty.ts';

const residents = (count: number): DutyResident[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    zone: index < count / 2 ? 'east' : 'west',
    room: String(101 + Math.floor(index / 2)),
  }));

const pairOf = (index: number) => [`r${index * 2}`, `r${index * 2 + 1}`];

describe('who answers for whom on a shift', () => {
  it('gives every resident in house to somebody on duty, her own pair first and the load even', () => {
    const onDuty = Array.from({ length: 10 }, (_, index) => ({ id: `c${index}`, pair: pairOf(index) }));
    const plan = assignDuties(residents(38), onDuty, 4);

    expect(plan.unanswered).toEqual([]);
    expect(plan.assigned).toHaveLength(38);
    expect(plan.assigned.filter((one) => one.basis === 'own')).toHaveLength(20);
    const loads = onDuty.map(({ id }) => plan.assigned.filter((one) => one.caregiver === id).length);
    expect(loads.toSorted()).toEqual([3, 3, 4, 4, 4, 4, 4, 4, 4, 4]);
  });

  it('stays in the zone where the load allows it', () => {
    const plan = assignDuties(
      residents(8),
      [
        { id: 'east', pair: ['r0', 'r1'] },
        { id: 'west', pair: ['r6', 'r7'] },
      ],
      4,
    );
    expect(plan.assigned.filter((one) => one.caregiver === 'east').map((one) => one.resident)).toEqual([
      'r0',
      'r1',
      'r2',
      'r3',
    ]);
    expect(plan.assigned.every((one) => one.basis !== 'shared')).toBe(true);
  });

  it('lists the residents for whom nobody has room', () => {
    const plan = assignDuties(residents(10), [{ id: 'c0', pair: pairOf(0) }], 4);
    expect(plan.assigned).toHaveLength(4);
    expect(plan.unanswered).toHaveLength(6);
    expect(assignDuties(residents(2), [], 4).unanswered).toEqual(['r0', 'r1']);
    expect(assignDuties([], [{ id: 'c0', pair: [] }], 4)).toEqual({ assigned: [], unanswered: [] });
  });

  it('always answers for as many as there is room for, and never overloads anybody', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (count, onDuty, most) => {
          const caregivers = Array.from({ length: onDuty }, (_, index) => ({
            id: `c${index}`,
            pair: pairOf(index),
          }));
          const plan = assignDuties(residents(count), caregivers, most);
          expect(plan.assigned).toHaveLength(Math.min(count, onDuty * most));
          expect(plan.assigned.length + plan.unanswered.length).toBe(count);
          for (const { id } of caregivers) {
            expect(plan.assigned.filter((one) => one.caregiver === id).length).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes a month of shifts in half a second', () => {
    const onDuty = Array.from({ length: 10 }, (_, index) => ({ id: `c${index}`, pair: pairOf(index) }));
    const begun = performance.now();
    for (let shift = 0; shift < 60; shift++) assignDuties(residents(38), onDuty, shift % 2 ? 15 : 4);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
