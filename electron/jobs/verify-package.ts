import { inspectPackageFile, type FileDesk } from '../county/inspect-file.ts';
import type { Inspection } from '../../shared/package/inspect.ts';
import { runWithSteps } from './run-with-steps.ts';

/** What the thread that verifies a package gets. */
export type VerifyWork = {
  readonly file: string;
  readonly identities: readonly string[];
  readonly desk: FileDesk;
};

/** The largest package that could be takes some seconds and 200 MB; more is an attack. */
const LIMITS = { milliseconds: 120_000, megabytes: 512 };
/** A usual month has 120 KB and is verified in 20 ms: a thread would take longer to start. In bytes. */
const SMALL = 1024 * 1024;

/**
 * Opens and verifies a package file, a large one in a thread of its own with limits of time and memory. `step` hears how many of
 * its bytes are read and ends the work by throwing. Throws the system's error when the file cannot be read, WorkerIsTooSlow and
 * WorkerIsTooBig.
 */
export async function verifyInThread(
  work: VerifyWork,
  size: number,
  step: (done: number, total: number) => Promise<void> = async () => {},
): Promise<Inspection> {
  if (size <= SMALL) return inspectPackageFile(work);
  return runWithSteps<Inspection>('package-verifier', work, LIMITS, step);
}
