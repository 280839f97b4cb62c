import type { Day } from '../calendar/day.ts';
import type { Request } from './model.ts';

export const requestKinds = ['rest', 'shift', 'not-shift', 'leave'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestWeights = ['ordinary', 'important'] as const;
export type RequestWeight = (typeof requestWeights)[number];

export const requestStates = ['open', 'approved', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/**
 * What it costs not to grant a wish on one day. An approved one weighs more than any question of taste (rules weigh up to some
 * 10), but less than a shift with one person too few (100): nobody's day off leaves residents alone.
 */
export const wishCosts: Record<'open' | 'approved', Record<RequestWeight, number>> = {
  open: { ordinary: 4, important: 10 },
  approved: { ordinary: 40, important: 80 },
};

/** A request as the records hold it; both days count. */
export type Asked = {
  readonly person: string;
  readonly kind: RequestKind;
  readonly shift: string | null;
  readonly weight: RequestWeight;
  readonly state: RequestState;
  readonly startsOn: string;
  readonly endsOn: string;
};

/**
 * The wishes that count for these days: open and approved ones. A leave that is asked for and not decided yet counts as an
 * important wish for rest; once approved it is leave, which stands in the person's absences. `isFree`: she is there that day.
 */
export function wishesOf(
  asked: readonly Asked[],
  days: readonly Day[],
  isFree: (person: string, day: Day) => boolean,
): Request[] {
  return asked.flatMap(({ person, kind, shift, weight, state, startsOn, endsOn }) => {
    if (state !== 'open' && state !== 'approved') return [];
    if (kind === 'leave' && state === 'approved') return [];
    const cost = wishCosts[state][kind === 'leave' ? 'important' : weight];
    return days
      .filter((day) => startsOn <= day && day <= endsOn && isFree(person, day))
      .map((day) => ({
        person,
        day,
        shift: kind === 'shift' || kind === 'not-shift' ? shift : null,
        wanted: kind !== 'not-shift',
        weight: cost,
      }));
  });
}

/** Whether two wishes of one person cannot both be meant: they touch the same day, and are not two shifts she does not want. */
export function contradict(
  a: Pick<Asked, 'kind' | 'shift' | 'startsOn' | 'endsOn'>,
  b: Pick<Asked, 'kind' | 'shift' | 'startsOn' | 'endsOn'>,
): boolean {
  if (a.endsOn < b.startsOn || b.endsOn < a.startsOn) return false;
  const refusals = [a.kind, b.kind].filter((kind) => kind === 'not-shift').length;
  if (refusals === 2) return a.shift === b.shift;
  if (refusals === 1 && (a.kind === 'shift' || b.kind === 'shift')) return a.shift === b.shift;
  return true;
}
