import { describe, expect, it } from 'vitest';
import { emptyDraft, factsOf, wayOf, type Draft, type FormFacts } from '../../renderer/complaints/draft.ts';
import { day } from '../../shared/calendar/day.ts';

const form: FormFacts = {
  caregivers: [{ id: 'c1', name: '冯明', ended: false }],
  staff: [
    { id: 'a1', name: '王主任', role: 'director' },
    { id: 'a2', name: '李护士', role: 'nurse' },
  ],
  doers: [{ id: 'a2', name: '李护士' }],
  canSeal: true,
};
const me = { id: 'a2', name: '李护士' };
const draft = (change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(day('2026-11-01'), me.id),
  kind: 'violence',
  place: '走廊',
  concernKind: 'caregiver',
  concernId: 'c1',
  teller: 'anonymous',
  tellerName: '孙春生',
  said: '打了手背',
  doneAtOnce: '换人',
  ...change,
});

describe('a complaint while it is typed', () => {
  it('says where it would go, before it goes', () => {
    expect(wayOf(draft(), form, me)).toBe('centre');
    expect(wayOf(draft({ notForDirector: true }), form, me)).toBe('county');
    const director = { concernKind: 'account', concernId: 'a1' } as const;
    expect(wayOf(draft(director), form, me)).toBe('county');
    expect(wayOf(draft(director), { ...form, canSeal: false }, me)).toBe('nowhere');
    expect(wayOf(draft({ concernKind: 'account', concernId: 'a2' }), form, me)).toBe('yourself');
    expect(wayOf(draft({ concernKind: null }), form, me)).toBe('centre');
  });

  it('is sent when nothing is missing, and without what does not belong to it', () => {
    expect(factsOf(draft({ residentId: 'r1', residentName: '旧字' }), form)).toMatchObject({
      concernId: 'c1',
      concernName: '',
      tellerName: '',
      residentName: '',
    });
    expect(factsOf(draft(), form)).not.toHaveProperty('notForDirector');
    for (const missing of [
      { kind: null },
      { place: ' ' },
      { said: '' },
      { doneAtOnce: '' },
      { teller: null },
      { happenedOn: null },
      { doer: null },
      { concernId: null },
      { concernKind: 'other', concernId: null, concernName: ' ' },
    ] as const)
      expect(factsOf(draft(missing), form)).toBeNull();
  });
});
