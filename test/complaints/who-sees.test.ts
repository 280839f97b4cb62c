import { describe, expect, it } from 'vitest';
import { roles } from '../../shared/contract/permissions.ts';
import { PASSWORD, aHouse, refusalOf } from '../support/house.ts';
import { aComplaint, idOf, peopleOf } from '../support/complaints.ts';
import { STAFF } from '../support/centre.ts';

async function aHouseWithStaff() {
  const house = await aHouse();
  peopleOf(house);
  const [director, nurse, clerk] = [
    await house.as('director'),
    await house.as('nurse'),
    await house.as('clerk'),
  ];
  const doer = await idOf(nurse);
  return { house, director, nurse, clerk, doer };
}

const linesOf = (house: Awaited<ReturnType<typeof aHouse>>) =>
  house.raw.prepare('SELECT action, object, detail FROM audit ORDER BY seq').all() as {
    action: string;
    object: string;
    detail: string;
  }[];

describe('a complaint about a caregiver', () => {
  it('is read whole by the director, as an entry by who recorded it, and is not there for anybody else', async () => {
    const { director, nurse, clerk, doer } = await aHouseWithStaff();
    const { id } = await nurse.complaints.record(aComplaint(doer, { residentId: 'r1' }));
    await director.complaints.addStep({
      id,
      kind: 'measure',
      on: aComplaint(doer).happenedOn,
      said: '冯明停班',
      doer: '王主任',
    });

    const own = await nurse.complaints.open({ id });
    expect(own).toMatchObject({
      said: '说她用拖鞋打了他的手背',
      resident: '孙春生',
      concern: '冯明',
      handling: null,
    });
    expect(JSON.stringify(own)).not.toContain('停班');
    const whole = await director.complaints.open({ id });
    expect(whole.handling).toMatchObject({ state: 'open', steps: [{ kind: 'measure', said: '冯明停班' }] });
    expect(whole.recordedBy).toBe(STAFF.nurse);

    expect((await refusalOf(clerk.complaints.open({ id }))).code).toBe('NOT_FOUND');
    const never = await refusalOf(clerk.complaints.open({ id: 'no-such' }));
    expect((await refusalOf(clerk.complaints.open({ id }))).sentence).toBe(never.sentence);
    expect(await clerk.complaints.mine({})).toEqual([]);
    expect((await nurse.complaints.mine({})).map((line) => line.id)).toEqual([id]);
    expect((await director.complaints.list({})).map((line) => line.id)).toEqual([id]);
    for (const client of [nurse, clerk]) {
      expect((await refusalOf(client.complaints.list({}))).code).toBe('NOT_ALLOWED');
      expect(
        (
          await refusalOf(
            client.complaints.addStep({
              id,
              kind: 'result',
              on: aComplaint(doer).happenedOn,
              said: '无',
              doer: '我',
            }),
          )
        ).code,
      ).toBe('NOT_ALLOWED');
    }
  });

  it('is found by nobody’s search, and tells nobody by a count that there are others', async () => {
    const { director, nurse, clerk, doer } = await aHouseWithStaff();
    await nurse.complaints.record(aComplaint(doer));
    const { id } = await clerk.complaints.record(aComplaint(doer, { said: '少了二十元', kind: 'property' }));
    expect(await clerk.complaints.mine({})).toEqual([
      { id, kind: 'property', happenedOn: '2026-10-30', recordedAt: '2026-11-01T01:00:00.000Z' },
    ]);
    for (const client of [director, nurse, clerk])
      for (const text of ['拖鞋', '二十元', '打骂', id])
        expect(await client.find.anything({ text })).toEqual([]);
  });

  it('leaves its number in the log and nothing of what was said, who was harmed or whom it concerns', async () => {
    const { house, director, nurse, doer } = await aHouseWithStaff();
    const { id } = await nurse.complaints.record(aComplaint(doer));
    await nurse.complaints.open({ id });
    await director.complaints.list({});
    await director.complaints.addStep({
      id,
      kind: 'police',
      on: aComplaint(doer).happenedOn,
      said: '已报案',
      doer: '王主任',
    });
    const lines = linesOf(house).filter(({ action }) => action.startsWith('complaints.'));
    expect(lines).toEqual([
      { action: 'complaints.record', object: id, detail: '' },
      { action: 'complaints.open', object: id, detail: '' },
      { action: 'complaints.list', object: '', detail: '' },
      { action: 'complaints.addStep', object: id, detail: '' },
    ]);
    const shown = await director.audit.lines({ limit: 50 });
    expect(JSON.stringify(shown)).not.toMatch(/拖鞋|报案|孙春生|冯明/);
  });

  it('opens its form and one’s own list without a trace, so that nobody is seen to have gone there', async () => {
    const { house, nurse, clerk } = await aHouseWithStaff();
    const before = linesOf(house).length;
    const form = await nurse.complaints.form({});
    await nurse.complaints.mine({});
    await clerk.complaints.form({});
    expect(linesOf(house)).toHaveLength(before);
    expect(form).toMatchObject({ canSeal: false, caregivers: [{ id: 'c1' }, { id: 'c2' }] });
    expect(form.staff.map(({ role }) => role).toSorted()).toEqual([...roles].toSorted());
  });
});

describe('a complaint about somebody with an account', () => {
  it('is never seen by her, neither before nor when she comes back under another login as the director', async () => {
    const { house, director, nurse, clerk, doer } = await aHouseWithStaff();
    const concern = { concernKind: 'account', concernId: doer } as const;
    const { id } = await clerk.complaints.record(aComplaint(await idOf(clerk), concern));
    expect((await refusalOf(nurse.complaints.open({ id }))).code).toBe('NOT_FOUND');
    expect(await nurse.complaints.mine({})).toEqual([]);
    expect((await director.complaints.open({ id })).concern).toBe(STAFF.nurse);

    await director.people.addAccount({
      login: 'later',
      name: STAFF.nurse,
      role: 'director',
      password: PASSWORD,
    });
    const later = house.stranger();
    await later.people.signIn({ login: 'later', password: PASSWORD });
    expect(await later.complaints.list({})).toEqual([]);
    expect(await later.complaints.standing({})).toEqual({ open: 0 });
    expect((await refusalOf(later.complaints.open({ id }))).code).toBe('NOT_FOUND');
    const on = aComplaint(doer).happenedOn;
    expect(
      (await refusalOf(later.complaints.addStep({ id, kind: 'result', on, said: '查无此事', doer: '我' })))
        .code,
    ).toBe('NOT_FOUND');
    expect(await director.complaints.list({})).toHaveLength(1);
  });

  it('is not recorded by herself, and one about a director does not stay in the house', async () => {
    const { house, director, nurse, doer } = await aHouseWithStaff();
    const about = (id: string) => aComplaint(doer, { concernKind: 'account', concernId: id });
    const before = linesOf(house).length;
    expect((await refusalOf(nurse.complaints.record(about(doer)))).code).toBe('COMPLAINT_ABOUT_YOURSELF');
    const head = await idOf(director);
    expect((await refusalOf(nurse.complaints.record(about(head)))).code).toBe('COMPLAINT_FOR_COUNTY');
    const byName = { concernKind: 'other', concernId: null, concernName: `${STAFF.director}本人` } as const;
    expect((await refusalOf(nurse.complaints.record(aComplaint(doer, byName)))).code).toBe(
      'COMPLAINT_FOR_COUNTY',
    );
    expect(house.raw.prepare('SELECT count(*) FROM complaint').pluck().get()).toBe(0);
    expect(linesOf(house)).toHaveLength(before);
  });
});

describe('what is typed', () => {
  it('names people of the house, no resident’s number to a clerk, and no teller who wants no name', async () => {
    const { nurse, clerk, director, doer } = await aHouseWithStaff();
    const codeOf = async (request: Promise<unknown>) => (await refusalOf(request)).code;
    expect(await codeOf(nurse.complaints.record(aComplaint('nobody')))).toBe('COMPLAINT_PERSON_MISSING');
    expect(await codeOf(nurse.complaints.record(aComplaint(doer, { concernId: 'c9' })))).toBe(
      'COMPLAINT_PERSON_MISSING',
    );
    const unnamed = { concernKind: 'other', concernId: null, concernName: ' ' } as const;
    expect(await codeOf(nurse.complaints.record(aComplaint(doer, unnamed)))).toBe('COMPLAINT_PERSON_MISSING');
    expect(await codeOf(clerk.complaints.record(aComplaint(doer, { residentId: 'r1' })))).toBe('NOT_FOUND');
    expect(await codeOf(nurse.complaints.record(aComplaint(doer, { residentId: 'r9' })))).toBe('NOT_FOUND');
    const tomorrow = { happenedOn: '2026-11-02' } as never;
    expect(await codeOf(nurse.complaints.record(aComplaint(doer, tomorrow)))).toBe('DAY_IN_FUTURE');
    const { id } = await clerk.complaints.record(
      aComplaint('c2', { teller: 'anonymous', concernKind: 'unknown', concernId: null }),
    );
    expect(await director.complaints.open({ id })).toMatchObject({
      tellerName: '',
      concern: '',
      doer: '谢雪',
      recordedBy: STAFF.clerk,
    });
  });
});
