import { areEqual, byBytes, bytesOf, sha256, textOf } from './bytes.ts';
import { refusePackage } from './refusal.ts';
import type { Entry } from './tar.ts';

const LINE = /^([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9._/-]*)$/;

/** The file SHA256SUMS for these entries, as `sha256sum` writes it in text mode, sorted by path bytes. */
export function sumsOf(entries: readonly Entry[]): Uint8Array {
  const lines = entries
    .toSorted((a, b) => byBytes(a.name, b.name))
    .map(({ name, data }) => `${sha256(data)}  ${name}\n`);
  return bytesOf(lines.join(''));
}

/**
 * Checks that the sums are those of exactly these entries, byte for byte. What follows that one comparison only finds out which
 * line or file to name.
 */
export function checkSums(sums: Uint8Array, entries: readonly Entry[]): void {
  if (areEqual(sums, sumsOf(entries))) return;
  const lines = (textOf(sums) ?? '').replace(/\n$/, '').split('\n');
  const sumOf = new Map<string, string>();
  let before = '';
  for (const [index, line] of lines.entries()) {
    const [, hash = '', name = ''] = LINE.exec(line) ?? [];
    if (name <= before) refusePackage('SUMS_MALFORMED', { line: index + 1 });
    sumOf.set(name, hash);
    before = name;
  }
  for (const { name, data } of entries) {
    if (sumOf.get(name) !== sha256(data)) refusePackage('SUMS_DIFFER', { file: name });
    sumOf.delete(name);
  }
  for (const name of sumOf.keys()) refusePackage('SUMS_DIFFER', { file: name });
  // Nothing else is left than a last line without its end.
  refusePackage('SUMS_MALFORMED', { line: lines.length });
}

/** What identifies a package in the chain: SHA-256 of its SHA256SUMS (trust.md 4.2). */
export function statementHash(sums: Uint8Array): string {
  return sha256(sums);
}
