import { Refused } from '../../shared/package/refusal.ts';

/** What a rule of the package refuses with: its code and its facts; 'taken' where it refuses nothing. */
export function refusalOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'taken';
}
