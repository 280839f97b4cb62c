import type { Mark } from '../../shared/attendance/marks.ts';
import type { Day } from '../../shared/calendar/day.ts';

/** A day that was otherwise than the roster foresaw. */
export type Exception = { readonly caregiverId: string; readonly day: Day; readonly mark: Mark };
