import { daysBetween, type Day } from '../calendar/day.ts';

/** How many days before its end a certificate is due for renewal. */
export const DUE_WITHIN_DAYS = 30;

export const certificateStates = ['missing', 'expired', 'due', 'valid'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** Where a health certificate (健康证) stands on a day: it still counts on its last day, and is due within the 30 days before. */
export function healthCertificateState(until: Day | null, today: Day): CertificateState {
  if (until === null) return 'missing';
  const left = daysBetween(today, until);
  if (left < 0) return 'expired';
  return left <= DUE_WITHIN_DAYS ? 'due' : 'valid';
}
