import { describe, expect, it } from 'vitest';
import { day, month } from '../../shared/calendar/day.ts';
import { fen, sum } from '../../shared/money/money.ts';
import { refusalOf } from '../support/house.ts';
import { aLockedMonth, aStaffedHouse, aTerm, OCTOBER } from './a-centre.ts';

const october = month('2026-10');

describe('computing the pay of a month', () => {
  it('makes a line for everybody employed, and the totals foot', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const { id, people, net } = await clerk.payroll.prepare({ month: october });
    const run = await clerk.payroll.run({ id });
    expect(people).toBe(3);
    expect(run.lines.map((line) => line.name)).toEqual(['吴巧云', '冯明', '黄香']);
    expect(run.head).toMatchObject({ state: 'draft', number: 1, kind: 'regular', net, payOn: '2026-11-10' });
    expect(run.totals.net).toBe(sum(run.lines.map((line) => line.amounts.net)));
    const { gross, tax, pension, medical, unemployment, housing, kept } = run.totals;
    expect(run.totals.net).toBe(gross - tax - pension - medical - unemployment - housing - kept);
    expect(run.lines[0]?.amounts).toMatchObject({ base: 200_000, night: 10_000, holiday: 82_759 });
  });

  it('opens every number to its rule, its rate, its days and the parameters behind it', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const { id } = await clerk.payroll.prepare({ month: october });
    const [first] = (await clerk.payroll.run({ id })).lines;
    const slip = await clerk.payroll.line({ id: first?.id ?? '' });
    const holiday = slip.items.find((item) => item.kind === 'holiday');
    expect(holiday?.basis).toMatchObject({
      rule: 'holiday',
      days: ['2026-10-01', '2026-10-02', '2026-10-03'],
    });
    expect(holiday?.basis.parameters.map((use) => use.key)).toContain('overtime.holiday');
    expect(slip.items.every((item) => item.amount === 0 || item.basis.terms.length > 0)).toBe(true);
    expect(slip.schemes.every((scheme) => !scheme.on && scheme.reason !== '')).toBe(true);
  });

  it('says which parameters behind the numbers nobody has confirmed', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const { id } = await clerk.payroll.prepare({ month: october });
    expect((await clerk.payroll.run({ id })).unconfirmed.map((use) => use.key)).toContain(
      'overtime.holiday-on-top',
    );
  });

  it('computes a draft anew in place', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const first = await clerk.payroll.prepare({ month: october });
    house.mark('2026-10', 0, '事'.repeat(31));
    const second = await clerk.payroll.prepare({ month: october });
    expect(second.id).toBe(first.id);
    expect(second.net).toBeLessThan(first.net);
    expect((await clerk.payroll.month({ month: october })).runs).toHaveLength(1);
  });

  it('leaves out who was not yet, or no longer, employed', async () => {
    const house = await aStaffedHouse();
    house.raw.prepare(`UPDATE caregiver SET ended_on = '2026-10-01' WHERE id = ?`).run(house.ids[2]);
    const { people } = await (await house.as('clerk')).payroll.prepare({ month: october });
    expect(people).toBe(2);
  });

  it('pays an insured person and somebody under a service agreement by their own rules', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const from = day('2026-10-01');
    const [insured, service] = house.ids;
    await clerk.payroll.setTerm({
      caregiverId: insured ?? '',
      term: aTerm({ effectiveFrom: from, insurance: 'on', insuranceReason: '', insuranceBase: fen(4_000) }),
    });
    await clerk.payroll.setTerm({
      caregiverId: service ?? '',
      term: aTerm({ effectiveFrom: from, engagement: 'service' }),
    });
    const { id } = await clerk.payroll.prepare({ month: october });
    const { lines } = await clerk.payroll.run({ id });
    expect(lines[0]?.amounts).toMatchObject({ pension: 32_000, medical: 8_000, tax: 0 });
    expect(lines[1]?.amounts).toMatchObject({ holiday: 0, tax: 26_000, net: 184_000 });
    expect(lines[0]?.warnings.map((each) => each.code)).toContain('term-new-this-month');
  });
});

describe('a reviewed run', () => {
  it('goes back to the clerk with a reason, and only then can be computed again', async () => {
    const house = await aStaffedHouse();
    const [clerk, director] = [await house.as('clerk'), await house.as('director')];
    const { id } = await clerk.payroll.prepare({ month: october });
    await director.payroll.review({ id });
    expect((await refusalOf(clerk.payroll.prepare({ month: october }))).code).toBe('PAY_RUN_REVIEWED');
    await director.payroll.sendBack({ id, reason: '夜班数请再核对' });
    await clerk.payroll.prepare({ month: october });
    expect((await clerk.payroll.run({ id })).head).toMatchObject({ state: 'draft', reviewed: null });
  });

  it('is refused in a sentence when nobody is employed in the month any more, to whoever signs it', async () => {
    const house = await aStaffedHouse();
    const [clerk, director] = [await house.as('clerk'), await house.as('director')];
    const { id } = await clerk.payroll.prepare({ month: october });
    house.raw.exec(`UPDATE caregiver SET started_on = '2026-11-01'`);
    expect((await refusalOf(director.payroll.review({ id }))).code).toBe('NO_CAREGIVERS');
    house.raw.exec(
      `UPDATE pay_run SET state = 'reviewed', reviewed_at = '2026-11-01', reviewed_by = 'director'`,
    );
    expect((await refusalOf(director.payroll.lock({ id }))).code).toBe('NO_CAREGIVERS');
    expect(house.faults).toEqual([]);
  });

  it('is refused when attendance, terms or parameters moved after it was computed, and says for whom', async () => {
    const house = await aStaffedHouse();
    const [clerk, director] = [await house.as('clerk'), await house.as('director')];
    const { id } = await clerk.payroll.prepare({ month: october });
    house.mark('2026-10', 1, OCTOBER.replace('√', '病'));
    const stale = await refusalOf(director.payroll.review({ id }));
    expect(stale).toMatchObject({ code: 'PAY_RUN_STALE', data: { names: ['冯明'] } });
    await clerk.payroll.prepare({ month: october });
    await director.payroll.review({ id });
    await director.policy.set({
      key: 'night.allowance',
      value: 3_000,
      effectiveFrom: day('2026-10-01'),
      status: 'local',
      source: '主任办公会 2026-11-02',
    });
    expect((await refusalOf(director.payroll.lock({ id }))).code).toBe('PAY_RUN_STALE');
  });
});

describe('a locked month', () => {
  it('cannot be prepared, reviewed, sent back, discarded or locked again', async () => {
    const house = await aStaffedHouse();
    const id = await aLockedMonth(house);
    const [clerk, director] = [await house.as('clerk'), await house.as('director')];
    expect((await refusalOf(clerk.payroll.prepare({ month: october }))).code).toBe('PAY_MONTH_LOCKED');
    for (const attempt of [
      director.payroll.review({ id }),
      director.payroll.sendBack({ id, reason: '再看' }),
      director.payroll.lock({ id }),
      clerk.payroll.discard({ id }),
    ]) {
      const refusal = await refusalOf(attempt);
      expect(refusal.sentence).toBe('这份工资表已锁定，只能用红冲更正。');
    }
  });

  it('cannot be changed past the door either: the table refuses', async () => {
    const house = await aStaffedHouse();
    const id = await aLockedMonth(house);
    for (const statement of [
      `UPDATE pay_line SET net_fen = net_fen + 1, gross_fen = gross_fen + 1 WHERE run_id = '${id}'`,
      `DELETE FROM pay_line WHERE run_id = '${id}'`,
      `UPDATE pay_item SET amount_fen = 1 WHERE line_id IN (SELECT id FROM pay_line WHERE run_id = '${id}')`,
      `DELETE FROM pay_item WHERE line_id IN (SELECT id FROM pay_line WHERE run_id = '${id}')`,
      `UPDATE pay_run SET state = 'draft', locked_by = NULL, reviewed_by = NULL WHERE id = '${id}'`,
      `DELETE FROM pay_run WHERE id = '${id}'`,
    ]) {
      expect(() => house.raw.exec(statement), statement).toThrow(/locked pay run/u);
    }
  });

  it('keeps its numbers when a parameter or a term changes later', async () => {
    const house = await aStaffedHouse();
    const id = await aLockedMonth(house);
    const clerk = await house.as('clerk');
    const before = await clerk.payroll.run({ id });
    await (
      await house.as('director')
    ).policy.set({
      key: 'night.allowance',
      value: 9_900,
      effectiveFrom: day('2026-01-01'),
      status: 'local',
      source: '主任办公会',
    });
    expect(await clerk.payroll.run({ id })).toEqual(before);
    const refusal = await refusalOf(
      clerk.payroll.setTerm({ caregiverId: house.ids[0] ?? '', term: aTerm({ baseWage: fen(9_000) }) }),
    );
    expect(refusal.sentence).toBe('2026年10月的工资已锁定，不能再改；确需更正请先红冲。');
  });

  it('is taken back by a reversal that the director locks, and can then be computed again', async () => {
    const house = await aStaffedHouse();
    const first = await aLockedMonth(house);
    const [clerk, director] = [await house.as('clerk'), await house.as('director')];
    const { id } = await clerk.payroll.reverse({ id: first, reason: '夜班少记两次' });
    expect((await refusalOf(clerk.payroll.prepare({ month: october }))).code).toBe('PAY_RUN_OPEN');
    expect((await refusalOf(clerk.payroll.reverse({ id: first, reason: '再冲' }))).code).toBe('PAY_RUN_OPEN');
    await director.payroll.review({ id });
    await director.payroll.lock({ id });
    const [original, back] = [await clerk.payroll.run({ id: first }), await clerk.payroll.run({ id })];
    expect(original.totals.net + back.totals.net).toBe(0);
    expect(original.head.reversedBy).toBe(id);
    expect((await refusalOf(clerk.payroll.reverse({ id: first, reason: '再冲' }))).code).toBe(
      'PAY_RUN_REVERSED',
    );
    expect((await refusalOf(clerk.payroll.reverse({ id, reason: '冲红冲' }))).sentence).toBe(
      '这份红冲表已锁定，不能再改。',
    );

    house.mark('2026-10', 0, OCTOBER.replace('√', '○').replace('√', '○'));
    const third = await aLockedMonth(house);
    expect((await clerk.payroll.run({ id: third })).head).toMatchObject({ number: 3, state: 'locked' });
    expect((await clerk.payroll.month({ month: october })).current).toBe(third);
  });

  it('lets the clerk throw a draft reversal away', async () => {
    const house = await aStaffedHouse();
    const first = await aLockedMonth(house);
    const clerk = await house.as('clerk');
    const { id } = await clerk.payroll.reverse({ id: first, reason: '误点' });
    await clerk.payroll.discard({ id });
    expect((await clerk.payroll.month({ month: october })).runs.map((run) => run.id)).toEqual([first]);
    expect(house.faults).toEqual([]);
  });
});
