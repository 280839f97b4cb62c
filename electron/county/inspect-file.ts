import { emptyLedger, type CentreLedger } from '../../shared/package/chain.ts';
import { inspectEntries, type Desk, type Inspection } from '../../shared/package/inspect.ts';
import { Refused } from '../../shared/package/refusal.ts';
import { openPackageFile } from './open-package.ts';

/** A desk as plain data, so that a thread can have it: the ledgers by centre, or null where none is kept. */
export type FileDesk = Omit<Desk, 'ledgerOf'> & {
  readonly ledgers: Readonly<Record<string, CentreLedger>> | null;
};

/**
 * Reads, decrypts and verifies a package file as a stream (trust.md 4.3): its size and header are looked at before the rest is
 * read, sizes in it before they are believed. Throws the system's error when the file cannot be read.
 */
export async function inspectPackageFile(
  { file, identities, desk }: { file: string; identities: readonly string[]; desk: FileDesk },
  tell: (done: number, total: number) => void = () => {},
): Promise<Inspection> {
  const { ledgers, ...rest } = desk;
  const ledgerOf = (center: string) =>
    ledgers === null ? null : Object.hasOwn(ledgers, center) ? (ledgers[center] ?? emptyLedger) : emptyLedger;
  try {
    return inspectEntries(await openPackageFile(file, identities, tell), { ...rest, ledgerOf });
  } catch (error) {
    if (error instanceof Refused) return { verdict: 'refused', code: error.code, facts: error.facts };
    throw error;
  }
}
