import type { Day } from '../../shared/calendar/day.ts';
import type { api } from '../lib/api.ts';

export type SickCallAsked = {
  readonly caregiverId: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly note: string;
};

export type Found = Awaited<ReturnType<typeof api.roster.repair.options>>;

/** The card that is chosen: its place, or `own` for people chosen one by one. */
export type Choice = number | 'own';

export type Slot = Found['vacated'][number];
export const slotKey = ({ day, shift }: Slot) => `${day} ${shift}`;
