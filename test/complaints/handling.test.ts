import { describe, expect, it } from 'vitest';
import { day, type Day } from '../../shared/calendar/day.ts';
import type { StepKind } from '../../shared/complaints/kinds.ts';
import { aComplaint, idOf, peopleOf } from '../support/complaints.ts';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';

async function aRecorded() {
  const house = await aHouse();
  peopleOf(house);
  const [director, nurse] = [await house.as('director'), await house.as('nurse')];
  const { id } = await nurse.complaints.record(aComplaint(await idOf(nurse)));
  const add = (kind: StepKind, on: Day = day('2026-11-01')) =>
    director.complaints.addStep({ id, kind, on, said: `写下${kind}`, doer: '王主任' });
  const handling = async () => (await director.complaints.open({ id })).handling;
  return { house, director, id, add, handling };
}

describe('the handling of a complaint', () => {
  it('grows step by step, with who did it and who typed it, and closes with a result', async () => {
    const { add, handling, director } = await aRecorded();
    await add('measure', day('2026-10-31'));
    await add('police');
    expect((await refusalOf(add('close'))).code).toBe('COMPLAINT_NO_RESULT');
    await add('result');
    await add('close');
    expect(await handling()).toMatchObject({
      state: 'closed',
      duties: [],
      steps: [
        { kind: 'measure', on: '2026-10-31', doer: '王主任' },
        { kind: 'police' },
        { kind: 'result' },
        { kind: 'close' },
      ],
    });
    expect((await refusalOf(add('measure'))).code).toBe('COMPLAINT_CLOSED');
    expect((await director.complaints.list({}))[0]?.state).toBe('closed');
    await add('reopen');
    expect((await refusalOf(add('close'))).code).toBe('COMPLAINT_NO_RESULT');
    await add('result');
    await add('close');
    expect((await handling())?.state).toBe('closed');
  });

  it('takes no step of a day before it happened or that has not come', async () => {
    const { add } = await aRecorded();
    expect((await refusalOf(add('measure', day('2026-10-29')))).code).toBe('DAY_TOO_EARLY');
    expect((await refusalOf(add('measure', day('2026-11-02')))).code).toBe('DAY_IN_FUTURE');
  });

  it('reminds of whom to tell until they are told, says when it is late, and bars nothing', async () => {
    const { house, director, id, add, handling } = await aRecorded();
    expect(await handling()).toMatchObject({ duties: ['police', 'civil-affairs', 'guardian'], late: false });
    house.setDay('2026-11-03');
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect((await director.complaints.list({}))[0]).toMatchObject({ id, late: true });
    expect(await director.complaints.standing({})).toEqual({ open: 1 });
    await director.complaints.setHours({ hours: 72 });
    expect(await handling()).toMatchObject({ late: false, hours: 72 });
    await add('police');
    expect((await handling())?.duties).toEqual(['civil-affairs', 'guardian']);
    await add('result');
    await add('close');
    expect(await handling()).toMatchObject({ state: 'closed', duties: [], late: false });
    expect(await director.complaints.standing({})).toEqual({ open: 0 });
  });
});
