import type { Day } from '../calendar/day.ts';
import type { Refusal } from '../contract/refusal.ts';
import { readCitizenId, type Sex } from '../identity/citizen-id.ts';

/** The birthday that an ID number holds, or why the number cannot be right for this person (domain.md 2a). */
export function birthFromId(
  nationalId: string,
  sex: Sex,
  today: Day,
): Day | Refusal<'NATIONAL_ID_WRONG' | 'SEX_DIFFERS_FROM_ID'> {
  const id = readCitizenId(nationalId);
  if (typeof id === 'string') return { code: 'NATIONAL_ID_WRONG', data: { problem: id } };
  if (id.birthOn > today) return { code: 'NATIONAL_ID_WRONG', data: { problem: 'birth' } };
  if (id.sex !== sex) return { code: 'SEX_DIFFERS_FROM_ID', data: { fromId: id.sex } };
  return id.birthOn;
}
