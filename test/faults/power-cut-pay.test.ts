import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { bringIn } from '../ledger/bring-in.ts';
import { cutDuring, held, NOTHING_LOST, PATIENCE } from './power-cut.ts';

const SUMS = `
  SELECT r.id FROM pay_run r JOIN pay_line l ON l.run_id = r.id
  WHERE l.gross_fen - l.deduction_fen - l.tax_fen <> l.net_fen
  UNION ALL
  SELECT r.id FROM pay_run r LEFT JOIN pay_line l ON l.run_id = r.id GROUP BY r.id HAVING count(l.id) <> 19`;

describe('when the power goes while the month is paid and locked', { timeout: PATIENCE }, () => {
  it('nothing that was answered is lost, nothing is half there, and every sum is right', async () => {
    const result = await cutDuring({
      acts: 'pay',
      async prepare(house) {
        await bringIn(await house.as('director'));
        await (await house.as('clerk')).attendance.close({ month: month('2026-10') });
      },
      more: { last: ({ raw }) => (raw.prepare(SUMS).all().length === 0 ? null : 'a sum is wrong') },
    });
    expect(held(result, 'pay')).toEqual(NOTHING_LOST);
    expect(result.syncs).toBeGreaterThan(12);
  });
});
