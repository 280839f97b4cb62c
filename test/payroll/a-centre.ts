import { aHouse, type TestHouse } from '../support/house.ts';
import { daysOf, month } from '../../shared/calendar/day.ts';
import type { PayTerm } from '../../shared/payroll/term.ts';
import { day } from '../../shared/calendar/day.ts';
import { fen } from '../../shared/money/money.ts';
import { marksOf } from './a-month.ts';

export const OCTOBER = '√√√○△△√√√○△△√√√○△△√√√○△△√√√○△△√';

/** Synthetic people: name, national ID with a right check digit, sex. */
const people = [
  ['吴巧云', '411799197004087369', 'female'],
  ['冯明', '411799196907049692', 'male'],
  ['黄香', '411799198302238481', 'female'],
] as const;

export type Staffed = TestHouse & { ids: string[]; mark(on: string, who: number, letters: string): void };

/** Everything set but the insurance: employed at 2,000 from January. */
export const aTerm = (change: Partial<PayTerm> = {}): PayTerm => ({
  effectiveFrom: day('2026-01-01'),
  engagement: 'employment',
  baseWage: fen(2_000),
  insurance: 'off',
  insuranceReason: '已参加城乡居民保险',
  insuranceBase: null,
  schemesOff: {},
  specialDeduction: 0,
  taxRelief: 'none',
  ...change,
});

/** A house with three caregivers, their terms, and October marked for each; the month is closed unless told otherwise. */
export async function aStaffedHouse(
  options: { today?: string; closed?: boolean; terms?: boolean; marks?: readonly string[] } = {},
): Promise<Staffed> {
  const house = await aHouse({ today: options.today ?? '2026-11-02' });
  const director = await house.as('director');
  const clerk = await house.as('clerk');
  const ids: string[] = [];
  for (const [name, nationalId, sex] of people) {
    const { id } = await director.caregivers.add({
      name,
      nationalId,
      sex,
      address: '西洪村',
      phone: '15070388572',
      poorHousehold: true,
      kinship: '',
      healthCertificateUntil: null,
      startedOn: day('2024-04-01'),
      note: '',
    });
    ids.push(id);
    if (options.terms !== false) await clerk.payroll.setTerm({ caregiverId: id, term: aTerm() });
  }
  const mark = (on: string, who: number, letters: string) => markMonth(house, ids[who] ?? '', on, letters);
  for (const who of ids.keys()) mark('2026-10', who, options.marks?.[who] ?? OCTOBER);
  if (options.closed !== false) closeMonth(house, '2026-10');
  return Object.assign(house, { ids, mark });
}

/** Writes the marks of a month for one caregiver, superseding those before. */
export function markMonth(house: TestHouse, caregiverId: string, on: string, letters: string): void {
  const { raw } = house;
  const marks = marksOf(on, letters);
  for (const each of daysOf(month(on))) {
    raw
      .prepare(
        `UPDATE attendance SET superseded_at = 'then' WHERE caregiver_id = ? AND day = ? AND superseded_at IS NULL`,
      )
      .run(caregiverId, each);
    const mark = marks.get(each);
    if (!mark) continue;
    raw
      .prepare(
        `INSERT INTO attendance (id, caregiver_id, day, mark, source, recorded_at, recorded_by)
         VALUES (?, ?, ?, ?, 'manual', ?, 'clerk')`,
      )
      .run(crypto.randomUUID(), caregiverId, each, mark, '2026-11-01T01:00:00.000Z');
  }
}

export function closeMonth(house: TestHouse, on: string): void {
  house.raw
    .prepare(
      `INSERT INTO attendance_close (id, month, people, closed_at, closed_by) VALUES (?, ?, 3, ?, 'clerk')`,
    )
    .run(crypto.randomUUID(), on, '2026-11-01T01:00:00.000Z');
}

/** October through to the lock: the clerk prepares, the director reviews and locks. */
export async function aLockedMonth(house: TestHouse, on = '2026-10'): Promise<string> {
  const { id } = await (await house.as('clerk')).payroll.prepare({ month: month(on) });
  const director = await house.as('director');
  await director.payroll.review({ id });
  await director.payroll.lock({ id });
  return id;
}
