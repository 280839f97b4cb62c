/**
 * What a complaint is about: hitting and cursing, bullying, money and things taken, care that was left undone, sexual harm. The
 * first, second and fifth are what 残疾人保障法 第四十九条 forbids the staff of a centre (侮辱、虐待、遗弃), and S004 has no
 * tolerance for.
 */
export const complaintKinds = ['violence', 'bullying', 'property', 'neglect', 'sexual', 'other'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** Whom it concerns: a caregiver of the register, somebody with an account here, anybody else by name, or nobody knows. */
export const concernKinds = ['caregiver', 'account', 'other', 'unknown'] as const;
export type ConcernKind = (typeof concernKinds)[number];

/** Who told it. */
export const tellers = ['resident', 'guardian', 'staff', 'visitor', 'anonymous'] as const;
export type Teller = (typeof tellers)[number];

/** What the director did about it, one step a line. */
export const stepKinds = [
  'measure',
  'inquiry',
  'police',
  'civil-affairs',
  'federation',
  'guardian',
  'result',
  'close',
  'reopen',
] as const;
export type StepKind = (typeof stepKinds)[number];
