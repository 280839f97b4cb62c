/** The newest package that a database knows of; null when it never built one. */
export type LastPackage = { readonly epoch: number; readonly seq: number; readonly hash: string } | null;

/**
 * The epoch in which the package chain goes on after a restore (trust.md 4.4). Packages may have gone up after the backup was
 * made, and a second package with the same number would be a fork: so the chain begins anew, one epoch higher than either file
 * knows, and the county confirms it. Only where the old file of this PC can still be read and ends in the very same package is
 * nothing missing, and the chain goes on as it was. `setting` is the epoch that each file was told to use.
 * @param replaced what the file that is replaced knows; undefined when there is none or it cannot be read.
 */
export function epochAfterRestore(
  restored: { readonly last: LastPackage; readonly setting: number },
  replaced: { readonly last: LastPackage; readonly setting: number } | undefined,
): number {
  const before = epochOf(restored);
  if (replaced && isSame(restored.last, replaced.last)) return Math.max(before, epochOf(replaced));
  return Math.max(before, replaced ? epochOf(replaced) : 0) + 1;
}

const epochOf = ({ last, setting }: { last: LastPackage; setting: number }) =>
  Math.max(last?.epoch ?? 1, setting);

const isSame = (a: LastPackage, b: LastPackage) =>
  a === null || b === null ? a === b : a.epoch === b.epoch && a.seq === b.seq && a.hash === b.hash;
