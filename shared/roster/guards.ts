import { addDays, weekday, type Day } from '../calendar/day.ts';
import type { Violation } from './evaluate.ts';
import type { Guards } from './model.ts';
import type { PersonRuleKey } from './rule.ts';

/** Rules that only warn, but not in passing: who publishes over them says why, and the reason is kept with the version. */
export const reasonedRules = [
  'dailyExtension',
  'monthlyExtension',
  'expiredCertificate',
  'doublePost',
] as const satisfies readonly PersonRuleKey[];
export type ReasonedRule = (typeof reasonedRules)[number];

/** One person's part in a warning: from the first day to the last, and how much (unit by rule). */
export type WarnedCase = {
  readonly person: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly amount: number;
};
export type Warning = { readonly rule: ReasonedRule; readonly cases: readonly WarnedCase[] };

/** The warnings of a roster that need a reason before it is published, one a rule, in the order of `reasonedRules`. */
export function warningsOf(violations: readonly Violation[]): Warning[] {
  return reasonedRules.flatMap((rule): Warning[] => {
    const cases = violations.flatMap((found): WarnedCase[] => {
      const [firstDay, lastDay] = [found.days[0], found.days.at(-1)];
      if (found.rule !== rule || found.hard || found.person === null || !firstDay || !lastDay) return [];
      return [{ person: found.person, firstDay, lastDay, amount: found.amount }];
    });
    return cases.length > 0 ? [{ rule, cases }] : [];
  });
}

/** One reason for every warning: for runs without anybody at the desk, which say so in the reason. */
export function answeredWith(
  reason: string,
  violations: readonly Violation[],
): { rule: ReasonedRule; reason: string }[] {
  return warningsOf(violations).map(({ rule }) => ({ rule, reason }));
}

/** Work outside this house. `weekdays`: ISO numbers (1 Monday … 7 Sunday) of the days she is there; none: not known. */
export type OtherPost = {
  readonly kind: 'public-welfare' | 'job';
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly weekdays: readonly number[];
};

export type GuardFacts = {
  /** Last day of her health certificate; null: none is recorded, which is asked about but does not count as run out. */
  readonly certificateUntil: Day | null;
  readonly posts: readonly OtherPost[];
  /** Somebody else in the books has her name, sex and day of birth. */
  readonly isTwin: boolean;
};

/** Which days of a roster the guards of one person speak against. */
export function guardsOn(
  days: readonly Day[],
  { certificateUntil, posts, isTwin }: GuardFacts,
): { [guard in keyof Guards]: Day[] } {
  return {
    uncertifiedOn: days.filter((day) => certificateUntil !== null && day > certificateUntil),
    elsewhereOn: days.filter((day) =>
      posts.some((post) => isHeld(post, day) && post.weekdays.includes(weekday(day))),
    ),
    secondPostOn: days.filter(
      (day) => isTwin || posts.some((post) => post.kind === 'public-welfare' && isHeld(post, day)),
    ),
  };
}

function isHeld({ startsOn, endsOn }: OtherPost, day: Day): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}

/** Approval of comprehensive hours by the labour department (劳部发〔1994〕503号), both days included. */
export type HoursApproval = {
  readonly number: string;
  /** The posts that it names. */
  readonly scope: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
};

/** Whether everything that makes an approval one is on record: without its posts it loosens nothing. */
export function isWhole({ number, scope }: HoursApproval): boolean {
  return number.trim() !== '' && scope.trim() !== '';
}

/** Whether every day is covered by an approval that is whole; two may follow each other within a month. */
export function areApproved(days: readonly Day[], approvals: readonly HoursApproval[]): boolean {
  const whole = approvals.filter(isWhole);
  return days.every((day) => whole.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn));
}

/** Weeks of pregnancy that are left when seven months are full: 28 of 40. */
const WEEKS_FROM_SEVENTH_MONTH = 12;

/**
 * The days on which neither nights nor overtime may be asked: from the full seventh month (28 weeks, so 12 weeks before the due
 * date) until the due date, or from the child's birth until the day before it is one year old (女职工劳动保护特别规定 6, 9).
 */
export function protectionFrom(
  kind: 'pregnancy' | 'nursing',
  basis: Day,
): { readonly startsOn: Day; readonly endsOn: Day } {
  if (kind === 'pregnancy') return { startsOn: addDays(basis, -7 * WEEKS_FROM_SEVENTH_MONTH), endsOn: basis };
  const birthday = `${Number(basis.slice(0, 4)) + 1}${basis.slice(4)}`;
  // A child of 29 February is one year old on 1 March.
  const firstBirthday = (birthday.endsWith('02-29') ? `${birthday.slice(0, 4)}-03-01` : birthday) as Day;
  return { startsOn: basis, endsOn: addDays(firstBirthday, -1) };
}

/** Days more than the law asks, beyond which a period was probably entered for the whole pregnancy, or for a child over one. */
const SLACK_DAYS = 21;

/** Whether a recorded period is plausible for its kind; a due date may pass by some days. */
export function isLongerThanLaw(
  kind: 'pregnancy' | 'nursing',
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day },
): boolean {
  const most = kind === 'pregnancy' ? 7 * WEEKS_FROM_SEVENTH_MONTH : 366;
  return addDays(startsOn, most + SLACK_DAYS) < endsOn;
}
