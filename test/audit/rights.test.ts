import { describe, expect, it } from 'vitest';
import { permissions } from '../../shared/contract/permissions.ts';
import { aHouse } from '../support/house.ts';

describe('what leaves by the clipboard, and who may do what', () => {
  it('is a line that names the table and its rows', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const nurse = await house.as('nurse');
    await nurse.audit.copied({ table: '入住人员', rows: 38 });
    const [line] = await (await house.as('director')).audit.lines({ limit: 1, kind: 'copy' });
    expect(line).toMatchObject({
      who: '李护士',
      action: 'audit.copied',
      object: '入住人员',
      detail: '38 rows',
    });
  });

  it('is told from the contract itself, every right once', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const rights = await (await house.as('director')).audit.rights({});
    expect(rights.map(({ needs }) => needs)).toEqual(permissions);
    expect(rights.find(({ needs }) => needs === 'payroll.approve')).toEqual({
      needs: 'payroll.approve',
      roles: ['director'],
      actions: ['payroll.review', 'payroll.sendBack', 'payroll.lock'],
    });
    expect(rights.find(({ needs }) => needs === 'backup.manage')?.actions).toEqual(
      expect.arrayContaining(['backup.make', 'backup.drill', 'backup.choose']),
    );
    expect(rights.find(({ needs }) => needs === 'checkups.read')?.actions).toContain('checkups.trend');
  });
});
