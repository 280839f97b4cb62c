import { describe, expect, it } from 'vitest';
import { auditDetailText, auditObjectText } from '../../shared/messages/audit-detail.ts';

const inChinese = (action: string, detail: string) => auditDetailText(action, detail, 'zh-CN');

describe('a remark of the log', () => {
  it('is told in the words of the screen, its facts in their places', () => {
    expect(inChinese('attendance.close', '19 people')).toBe('19 人');
    expect(inChinese('complaints.setHours', '48')).toBe('48 小时');
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

  it('of backups, keys, receipts and entrances is a sentence in both languages, its instants by the clock of the house', () => {
    const inEnglish = (action: string, detail: string) => auditDetailText(action, detail, 'en');
    expect(inChinese('backup.check', 'damaged')).toBe('已损坏');
    expect(inEnglish('backup.check', 'whole')).toBe('whole');
    expect(inChinese('backup.drill', '2026-11-05')).toBe('2026-11-05 的备份，完好');
    expect(inChinese('backup.failed', 'BACKUP_NO_ROOM')).toBe('空间不够');
    expect(inEnglish('backup.failed', 'BACKUP_READ_ONLY')).toBe('cannot be written to');
    expect(inChinese('backup.restore', '2026-11-01T01:00:00.000Z · 120')).toBe(
      '2026年11月1日 09:00 做的备份，操作记录到第 120 条',
    );
    expect(inChinese('backup.restore', '2026-11-01T01:00:00.000Z · 120 · 3')).toBe(
      '2026年11月1日 09:00 做的备份，操作记录到第 120 条；上报从第 3 期接着做',
    );
    expect(inEnglish('backup.setReminders', '3 · 90')).toBe(
      'reminds after 3 days without a backup, 90 days without a drill',
    );
    expect(inChinese('people.addAccount', 'lihua nurse')).toBe('lihua，护士');
    expect(inChinese('people.clockBehind', '2026-11-01T16:30:00.000Z')).toBe(
      '最近一条记录写于 2026年11月2日 00:30',
    );
    expect(inChinese('people.signInRefused', '+12')).toBe('另有 12 次，没有逐次记下');
    expect(inChinese('ledger.commit', 'residents 31+7 caregivers 19 checkups 74')).toBe(
      '入住人员 31 位（另有 7 位待核实），护理员 19 位，体检 74 条',
    );
    expect(inChinese('package.importAnswer', '1-4 refused ROW_VALUE')).toBe('第 1 期第 4 号：县里没有接收');
    expect(inChinese('package.importAnswer', `after 1-4 ${'a'.repeat(64)}`)).toBe(
      '旧的一期到第 1 期第 4 号为止',
    );
    expect(inChinese('package.replaceLostKey', 'replaced: 电脑被偷')).toBe('电脑被偷');
    expect(auditObjectText('signing-key', 'zh-CN')).toBe('签名密钥');
    expect(auditObjectText('epoch 3', 'en')).toBe('epoch 3');
    expect(auditObjectText('2026-10', 'zh-CN')).toBe('2026-10');
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
