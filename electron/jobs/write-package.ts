import type { Facts, Signed, SigningKeys } from '../../shared/package/statement.ts';
import type { Tables } from '../../shared/package/tables.ts';
import { runWithSteps } from './run-with-steps.ts';

/** What the thread that writes a package gets. */
export type PackageWork = {
  readonly facts: Facts;
  readonly tables: Tables;
  readonly keys: SigningKeys;
  /** The age keys of the county for which it is encrypted. */
  readonly recipients: readonly string[];
};

/** The encrypted file and what is inside of it. */
export type WrittenPackage = Omit<Signed, 'entries'> & { readonly content: Uint8Array };

/** A month of the largest centre takes seconds and some 100 MB; more is a fault. */
const LIMITS = { milliseconds: 120_000, megabytes: 512 };

/**
 * Composes, signs and encrypts a package in a thread of its own (trust.md 4.2). `step` hears how far it is, in percent, and
 * ends the thread by throwing. Throws WorkerIsTooSlow, WorkerIsTooBig, and RangeError for a row that may not be reported.
 */
export function writePackage(
  work: PackageWork,
  step: (done: number, total: number) => Promise<void>,
): Promise<WrittenPackage> {
  return runWithSteps<WrittenPackage>('package-writer', work, LIMITS, step);
}
