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

/** Checks that the sums name exactly these entries and that every hash holds; says which line or file does not. */
export function checkSums(sums: Uint8Array, entries: readonly Entry[]): void {
  const text = textOf(sums);
  if (text === null || !text.endsWith('\n')) return refusePackage('SUMS_MALFORMED', { line: 1 });
  const named = text
    .slice(0, -1)
    .split('\n')
    .map((line, index) => {
      const match = LINE.exec(line);
      if (!match) return refusePackage('SUMS_MALFORMED', { line: index + 1 });
      return { hash: match[1] ?? '', name: match[2] ?? '' };
    });
  for (const [index, { name }] of named.entries()) {
    if (index > 0 && (named[index - 1]?.name ?? '') >= name)
      refusePackage('SUMS_MALFORMED', { line: index + 1 });
  }
  const sumOf = new Map(named.map(({ name, hash }) => [name, hash]));
  for (const { name, data } of entries) {
    if (sumOf.get(name) !== sha256(data)) refusePackage('SUMS_DIFFER', { file: name });
    sumOf.delete(name);
  }
  for (const name of sumOf.keys()) refusePackage('SUMS_DIFFER', { file: name });
  // Nothing is left that could differ; the comparison keeps it so when the parser above is changed.
  if (!areEqual(sums, sumsOf(entries))) refusePackage('SUMS_MALFORMED', { line: 1 });
}

/** What identifies a package in the chain: SHA-256 of its SHA256SUMS (trust.md 4.2). */
export function statementHash(sums: Uint8Array): string {
  return sha256(sums);
}
