import { dayAt, daysBetween, type Day } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { LeaveKind } from '../../shared/roster/leave-contract.ts';
import type { Block } from '../../shared/roster/open-slots.ts';
import type { RequestKind, RequestState } from '../../shared/roster/requests.ts';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import { instantText } from '../checkups/instant-text.ts';
import type { Tone } from '../kit/StatusBadge.tsx';
import { shiftName } from './looks.ts';
import { ruleText } from './rule-text.ts';

export const stateTones: Record<RequestState, Tone> = {
  open: 'attention',
  approved: 'good',
  declined: 'plain',
  withdrawn: 'plain',
};

type Asked = {
  readonly kind: RequestKind;
  readonly shift: string | null;
  readonly leaveKind: LeaveKind | null;
};

/** The name of a shift; one that is out of use keeps its letter. */
export function shiftText(code: string, shifts: readonly HouseShift[], language: Language): string {
  const shift = shifts.find((one) => one.code === code);
  return shift ? shiftName(shift, language) : code;
}

/** What is asked for: 想休息, 不想上夜班, 请事假. */
export function whatText(
  { kind, shift, leaveKind }: Asked,
  words: Words<Messages>,
  shifts: readonly HouseShift[],
  language: Language,
): string {
  return fill(words.rosterRequests.what[kind], {
    shift: shift === null ? '' : shiftText(shift, shifts, language),
    leave: leaveKind === null ? '' : words.roster.leaveKinds[leaveKind],
  });
}

/** 11月3日, or 11月3日至11月5日，3 天. */
export function daysText(
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day },
  words: Words<Messages>,
  language: Language,
): string {
  const [from, until] = [shortDayText(startsOn, language), shortDayText(endsOn, language)];
  if (startsOn === endsOn) return from;
  return fill(words.rosterRequests.days, { from, until, count: daysBetween(startsOn, endsOn) + 1 });
}

/** 11月1日 09:00. */
export function momentText(iso: string, language: Language): string {
  return `${shortDayText(dayAt(Date.parse(iso)), language)} ${instantText(iso, language).slice(-5)}`;
}

/** Why somebody cannot stand in. */
export function blockedText(words: Words<Messages>['roster'], by: Block, restBetweenShifts: number): string {
  if (by in words.blockWords) return words.blockWords[by as keyof typeof words.blockWords];
  return ruleText(words, {
    rule: by as Exclude<Block, 'working' | 'lockedRest' | 'elsewhere'>,
    amount: restBetweenShifts,
  });
}
