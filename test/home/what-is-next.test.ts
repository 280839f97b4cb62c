import { describe, expect, it } from 'vitest';
import { roles } from '../../shared/contract/permissions.ts';
import { routes } from '../../renderer/routes.ts';
import { stepsFor, type HouseFacts } from '../../renderer/home/steps.ts';

const settled: HouseFacts = {
  inHouse: 38,
  provisional: 0,
  unplaced: 0,
  unpaired: 0,
  checkups: { due: 0, inHouse: 38 },
  rosterNow: 'published',
  attendanceClosed: true,
  pay: 'locked',
  reported: true,
};
const states = (role: 'director' | 'nurse' | 'clerk', facts: HouseFacts) =>
  Object.fromEntries(stepsFor(role, facts).map(({ key, state }) => [key, state]));

const asked = (now: number, next: number) =>
  stepsFor('director', { openRequests: { now, next } }).find(({ key }) => key === 'requests');

describe('what is next', () => {
  it('sends the director of an empty house to the import, and nowhere that needs people first', () => {
    const [first, ...rest] = stepsFor('director', { inHouse: 0, provisional: 0, unplaced: 0, unpaired: 0 });
    expect(first).toMatchObject({ key: 'register', state: 'now', path: '/ledger' });
    expect(rest).toEqual([]);
  });

  it('lets the director review what the clerk has worked out, and report once it is locked', () => {
    expect(states('director', { ...settled, pay: 'none', reported: false })).toMatchObject({
      review: 'waits',
      package: 'waits',
    });
    expect(states('director', { ...settled, pay: 'draft', reported: false })).toMatchObject({
      review: 'now',
      package: 'waits',
    });
    expect(states('director', { ...settled, reported: false })).toMatchObject({
      review: 'done',
      package: 'now',
    });
  });

  it('lets the clerk work out the pay when the attendance is closed, and then wait for the director', () => {
    expect(states('clerk', { attendanceClosed: false, pay: 'none' })).toEqual({
      attendance: 'now',
      payroll: 'waits',
    });
    expect(states('clerk', { attendanceClosed: true, pay: 'none' })).toEqual({
      attendance: 'done',
      payroll: 'now',
    });
    expect(states('clerk', { attendanceClosed: true, pay: 'draft' })).toEqual({
      attendance: 'done',
      payroll: 'waits',
    });
  });

  it('tells the director of complaints that are open, before all that can wait, and of none when none is', () => {
    const steps = stepsFor('director', { ...settled, provisional: 2, complaints: 2 });
    expect(steps.slice(0, 3)).toMatchObject([
      { key: 'register' },
      { key: 'complaints', state: 'now', count: 2, path: '/complaints' },
      { key: 'doubts' },
    ]);
    expect(states('director', { ...settled, complaints: 0 })).not.toHaveProperty('complaints');
    expect(states('nurse', { ...settled, complaints: 2 })).not.toHaveProperty('complaints');
  });

  it('tells the director of requests that wait for her, and leads to the month that has them', () => {
    expect(asked(0, 0)).toBeUndefined();
    expect(asked(0, 2)).toEqual({
      key: 'requests',
      state: 'now',
      count: 2,
      path: '/roster/requests',
      month: 'next',
    });
    expect(asked(1, 0)).toMatchObject({ count: 1, month: 'now' });
    expect(stepsFor('nurse', { openRequests: { now: 1, next: 1 } })).toEqual([]);
  });

  it('tells the nurse how many were not checked this month', () => {
    expect(stepsFor('nurse', { checkups: { due: 5, inHouse: 38 } })).toEqual([
      { key: 'checkups', state: 'now', count: 5, path: '/checkups/round' },
    ]);
  });

  it('has nothing left to do in a settled month', () => {
    expect(Object.values(states('director', settled)).every((state) => state === 'done')).toBe(true);
  });

  it('leaves out what this role may not know', () => {
    expect(stepsFor('clerk', {})).toEqual([]);
  });

  it('leads only to pages that exist', () => {
    const pages = routes.map(({ path }) => path);
    for (const role of roles) {
      for (const { path } of stepsFor(role, { ...settled, rosterNext: 'none' }))
        expect(pages).toContain(path);
    }
  });
});
