import { addMonths, daysInMonth, monthOf, type Day, type Month } from '../calendar/day.ts';
import type { Sex } from '../identity/citizen-id.ts';

type Scheme = {
  readonly age: number;
  /** The first month of birth that the change of 2025 reaches. */
  readonly from: Month;
  /** Every so many months of birth add one month of work. */
  readonly every: number;
  readonly most: number;
};

/**
 * 国务院关于渐进式延迟法定退休年龄的办法 (in force 2025-01-01): men 60 → 63, one month every four months; women whose age was
 * 50 → 55, one month every two. Women's old age of 55 belongs to 管理技术岗位; a caregiver's post is not one.
 */
const schemes: Readonly<Record<Sex, Scheme>> = {
  male: { age: 60, from: '1965-01' as Month, every: 4, most: 36 },
  female: { age: 50, from: '1975-01' as Month, every: 2, most: 60 },
};

const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** The day on which a caregiver reaches the statutory retirement age. Information only: over-age people may be engaged by 劳务协议. */
export function retirementDay(birth: Day, sex: Sex): Day {
  const { age, from, every, most } = schemes[sex];
  const sinceFirst = index(monthOf(birth)) - index(from);
  const delay = sinceFirst < 0 ? 0 : Math.min(most, Math.floor(sinceFirst / every) + 1);
  const month = addMonths(monthOf(birth), age * 12 + delay);
  return `${month}-${String(Math.min(Number(birth.slice(8)), daysInMonth(month))).padStart(2, '0')}` as Day;
}

/** Whether somebody has reached the retirement age on a day: then pension and unemployment insurance no longer apply (domain.md 0.1, fact 4). */
export function isOverAge(birth: Day, sex: Sex, on: Day): boolean {
  return on >= retirementDay(birth, sex);
}
