import { describe, expect, it } from 'vitest';
import { auditDetailText } from '../../shared/messages/audit-detail.ts';

const inChinese = (action: string, detail: string) => auditDetailText(action, detail, 'zh-CN');

describe('a remark of the log', () => {
  it('is told in the words of the screen, its facts in their places', () => {
    expect(inChinese('attendance.close', '19 people')).toBe('19 人');
    expect(inChinese('roster.publish', '2026-11 version 2')).toBe('2026-11 第 2 版');
    expect(inChinese('roster.copy.lastMonth', '2026-11 from 2026-10, 3 dropped')).toBe(
      '2026-11，照抄 2026-10，3 格没有带过来',
    );
    expect(inChinese('checkups.record', 'recorded 2 doer 周当班: k1 k2')).toBe('2 人，测量人 周当班');
    expect(inChinese('checkups.correct', 'corrected by k3 doer 周当班: 看错了一行')).toBe(
      '测量人 周当班：看错了一行',
    );
    expect(inChinese('roster.requests.approve', 'approved leave 2026-12-14 2026-12-16')).toBe(
      '批准，2026-12-14 至 2026-12-16',
    );
    expect(auditDetailText('residents.discharge', 'left on 2026-11-05', 'en')).toBe('left on 2026-11-05');
  });

  it('names the fields that were corrected', () => {
    expect(inChinese('residents.correct', 'note name')).toBe('备注、姓名或名称');
  });

  it('stays as it was written when its form is not known, and when it only looks like one', () => {
    expect(inChinese('devices.add', 'FJ-001')).toBe('FJ-001');
    expect(inChinese('people.endAccount', 'nurse: 19 people left')).toBe('nurse: 19 people left');
    expect(inChinese('', '')).toBe('');
  });

  it('loses no reason in somebody’s own words', () => {
    expect(inChinese('attendance.set', '2 days: 家里有事 $1 与 $2')).toBe('2 天：家里有事 $1 与 $2');
  });
});
