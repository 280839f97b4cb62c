import { createContext, useContext } from 'react';
import { day, type Day } from '../../shared/calendar/day.ts';
import { may, type Needs } from '../../shared/contract/permissions.ts';
import type { api } from './api.ts';

export type Standing = Awaited<ReturnType<typeof api.people.state>>;

/** Who is signed in, where, and which day it is at the centre. */
export type Session = {
  readonly me: NonNullable<Standing['me']>;
  readonly centre: NonNullable<Standing['centre']>;
  readonly idleMinutes: number;
  /** The newest line of the log was written at this instant, and the clock of the PC stands before it. */
  readonly clockBehind: string | null;
  /** What was entered after this instant may have been lost with a damaged journal. */
  readonly journalCut: string | null;
  /** The host's day in Asia/Shanghai. The clock of the window is not asked. */
  readonly today: Day;
};

/** The open session, or null while nobody has signed in. */
export function sessionOf(standing: Standing): Session | null {
  const { me, centre, idleMinutes, clockBehind, journalCut, today } = standing;
  return me && centre ? { me, centre, idleMinutes, clockBehind, journalCut, today: day(today) } : null;
}

export const SessionContext = createContext<Session | null>(null);

/** For pages inside the frame, where somebody is always signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a page was drawn outside the session');
  return session;
}

/** The centre's day. */
export function useToday(): Day {
  return useSession().today;
}

/** Whether the person who is signed in may do what needs this: for hiding acts; the door decides in any case. */
export function useMay(needs: Needs): boolean {
  return may(useSession().me.role, needs);
}
