import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignDuties, type DutyCaregiver, type DutyResident } from '../../shared/roster/duty.ts';

const residents = (count: number): DutyResident[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    zone: index < count / 2 ? 'east' : 'west',
    room: String(101 + Math.floor(index / 2)),
    sex: 'male' as const,
    asksSameSex: false,
  }));

const pairOf = (index: number) => [`r${index * 2}`, `r${index * 2 + 1}`];
const caregiver = (id: string, pair: string[], sex: DutyCaregiver['sex'] = 'female') => ({
  id,
  pair,
  sex,
  zone: null,
});
const staff = (count: number) =>
  Array.from({ length: count }, (_, index) => caregiver(`c${index}`, pairOf(index)));

describe('who answers for whom on a shift', () => {
  it('gives every resident in house to somebody on duty, her own pair first and the load even', () => {
    const onDuty = staff(10);
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
      [caregiver('east', ['r0', 'r1']), caregiver('west', ['r6', 'r7'])],
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
    const plan = assignDuties(residents(10), staff(1), 4);
    expect(plan.assigned).toHaveLength(4);
    expect(plan.unanswered).toHaveLength(6);
    expect(assignDuties(residents(2), [], 4).unanswered).toEqual(['r0', 'r1']);
    expect(assignDuties([], [caregiver('c0', [])], 4)).toEqual({ assigned: [], unanswered: [] });
  });

  it('always answers for as many as there is room for, and never overloads anybody', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (count, onDuty, most) => {
          const caregivers = staff(onDuty);
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

  it('gives who asks for it somebody of her own sex, before an even load, but not before her own caregiver', () => {
    const asking = residents(4).map((one) => ({ ...one, sex: 'female' as const, asksSameSex: true }));
    const plan = assignDuties(asking, [caregiver('he', ['r0'], 'male'), caregiver('she', [], 'female')], 4);
    expect(plan.assigned).toMatchObject([
      { resident: 'r0', caregiver: 'he', basis: 'own', wish: 'unmet' },
      { resident: 'r1', caregiver: 'she', wish: 'met' },
      { resident: 'r2', caregiver: 'she', wish: 'met' },
      { resident: 'r3', caregiver: 'she', wish: 'met' },
    ]);
  });

  it('does not leave out first those whose wish cannot be met, when too few are on', () => {
    const three = residents(3).map((one, index) => ({
      ...one,
      sex: 'female' as const,
      asksSameSex: index < 2,
    }));
    const plan = assignDuties(three, [caregiver('he', ['r0'], 'male')], 2);
    expect(plan.assigned.map(({ resident }) => resident)).toEqual(['r0', 'r1']);
    expect(plan.unanswered).toEqual(['r2']);
  });

  it('does not guess whether a wish came true for a resident whose sex is not known', () => {
    const [one] = residents(1);
    const plan = assignDuties(
      one ? [{ ...one, sex: null, asksSameSex: true }] : [],
      [caregiver('he', [], 'male')],
      4,
    );
    expect(plan.assigned).toMatchObject([{ caregiver: 'he', wish: null }]);
  });

  it('leaves residents with whoever answered last time, unless the load, a wish or the zone says otherwise', () => {
    const before = new Map([
      ['r0', 'b'],
      ['r1', 'b'],
      ['r2', 'a'],
      ['r3', 'a'],
    ]);
    const same = residents(4).map((one) => ({ ...one, zone: null }));
    const plan = assignDuties(same, [caregiver('a', []), caregiver('b', [])], 4, before);
    expect(plan.assigned.map(({ caregiver: who, kept }) => [who, kept])).toEqual([
      ['b', true],
      ['b', true],
      ['a', true],
      ['a', true],
    ]);
  });
});
