import { describe, expect, it } from 'vitest';
import { day, daysOf, month } from '../../shared/calendar/day.ts';
import {
  areApproved,
  guardsOn,
  isLongerThanLaw,
  protectionFrom,
  warningsOf,
  type GuardFacts,
  type HoursApproval,
} from '../../shared/roster/guards.ts';
import type { Violation } from '../../shared/roster/evaluate.ts';
import { on } from '../support/roster-models.ts';

const november = daysOf(month('2026-11'));
const clean: GuardFacts = { certificateUntil: null, posts: [], isTwin: false };
const post = { kind: 'public-welfare' as const, startsOn: on(1), endsOn: null, weekdays: [] };

describe('the days that guards speak of', () => {
  it('begin the day after the certificate ends; one that is not recorded has not run out', () => {
    expect(guardsOn(november, { ...clean, certificateUntil: on(28) }).uncertifiedOn).toEqual([
      on(29),
      on(30),
    ]);
    expect(guardsOn(november, { ...clean, certificateUntil: on(30) }).uncertifiedOn).toEqual([]);
    expect(guardsOn(november, { ...clean, certificateUntil: day('2026-01-01') }).uncertifiedOn).toHaveLength(
      30,
    );
    expect(guardsOn(november, clean)).toEqual({ uncertifiedOn: [], elsewhereOn: [], secondPostOn: [] });
  });

  it('are the weekdays on which she is at her other post, while she holds it', () => {
    const posts = [{ ...post, startsOn: on(5), endsOn: on(18), weekdays: [1, 3] }];
    const { elsewhereOn, secondPostOn } = guardsOn(november, { ...clean, posts });
    // 9 and 16 November 2026 are Mondays, 11 and 18 Wednesdays.
    expect(elsewhereOn).toEqual([on(9), on(11), on(16), on(18)]);
    expect(secondPostOn).toHaveLength(14);
  });

  it('do not take a job for a second public-welfare post, but keep her from two places on one day', () => {
    const posts = [{ ...post, kind: 'job' as const, weekdays: [7] }];
    const { elsewhereOn, secondPostOn } = guardsOn(november, { ...clean, posts });
    expect(secondPostOn).toEqual([]);
    expect(elsewhereOn).toEqual([on(1), on(8), on(15), on(22), on(29)]);
  });

  it('are all days of somebody who stands in the books twice', () => {
    expect(guardsOn(november, { ...clean, isTwin: true }).secondPostOn).toEqual(november);
  });
});

describe('the approval of comprehensive hours', () => {
  const approval: HoursApproval = {
    number: '平人社〔2026〕8号',
    scope: '护理员',
    startsOn: day('2026-01-01'),
    endsOn: on(15),
  };

  it('counts for a month when every day of it is covered, also by two that follow each other', () => {
    expect(areApproved(november, [approval])).toBe(false);
    expect(areApproved(november, [{ ...approval, endsOn: on(30) }])).toBe(true);
    expect(areApproved(november, [approval, { ...approval, startsOn: on(16), endsOn: on(30) }])).toBe(true);
    expect(areApproved(november, [approval, { ...approval, startsOn: on(17), endsOn: on(30) }])).toBe(false);
  });

  it('loosens nothing while its posts or its number are not on record', () => {
    expect(areApproved(november, [{ ...approval, endsOn: on(30), scope: ' ' }])).toBe(false);
    expect(areApproved(november, [{ ...approval, endsOn: on(30), number: '' }])).toBe(false);
  });
});

const from = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });

describe('the protection of mothers', () => {
  it('begins when seven months are full, twelve weeks before the due date', () => {
    expect(protectionFrom('pregnancy', day('2027-01-31'))).toEqual({
      startsOn: '2026-11-08',
      endsOn: '2027-01-31',
    });
  });

  it('ends the day before the child is one year old', () => {
    expect(protectionFrom('nursing', day('2026-03-15'))).toEqual({
      startsOn: '2026-03-15',
      endsOn: '2027-03-14',
    });
    expect(protectionFrom('nursing', day('2024-02-29')).endsOn).toBe('2025-02-28');
  });

  it('is doubted when it is entered for the whole pregnancy, or for a child over one', () => {
    expect(isLongerThanLaw('pregnancy', from('2026-11-08', '2027-02-14'))).toBe(false);
    expect(isLongerThanLaw('pregnancy', from('2026-05-01', '2027-01-31'))).toBe(true);
    expect(isLongerThanLaw('nursing', from('2026-03-15', '2027-03-14'))).toBe(false);
    expect(isLongerThanLaw('nursing', from('2026-03-15', '2027-09-14'))).toBe(true);
  });
});

const found = (changes: Partial<Violation>): Violation => ({
  rule: 'expiredCertificate',
  source: { law: 'house' },
  person: 'c01',
  shift: null,
  days: [on(2), on(3)],
  amount: 2,
  hard: false,
  ...changes,
});

describe('the warnings that need a reason', () => {
  it('are put together by rule, with everybody they speak of', () => {
    expect(
      warningsOf([
        found({ person: 'c02', days: [on(9)], amount: 1 }),
        found({ rule: 'dailyExtension', days: [on(5)], amount: 60 }),
        found({}),
      ]),
    ).toEqual([
      {
        rule: 'dailyExtension',
        cases: [{ person: 'c01', firstDay: on(5), lastDay: on(5), amount: 60 }],
      },
      {
        rule: 'expiredCertificate',
        cases: [
          { person: 'c02', firstDay: on(9), lastDay: on(9), amount: 1 },
          { person: 'c01', firstDay: on(2), lastDay: on(3), amount: 2 },
        ],
      },
    ]);
  });

  it('are neither breaches, which no reason helps, nor remarks of taste', () => {
    expect(
      warningsOf([
        found({ hard: true }),
        found({ rule: 'longRun' }),
        found({ rule: 'coverMissing', person: null }),
      ]),
    ).toEqual([]);
  });
});
