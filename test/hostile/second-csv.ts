import type { Told } from './outcome.ts';

/** Every encoding in which a text file may be meant, strictly. */
function readings(bytes: Uint8Array): string[] {
  return ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'].flatMap((encoding) => {
    try {
      return [new TextDecoder(encoding, { fatal: true }).decode(bytes)];
    } catch {
      return [];
    }
  });
}

const CELL = (separator: string) =>
  new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*|))(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  );

/**
 * A second, independent reading of a table of text: one expression for a cell, for each encoding and each separator that could be
 * meant. Answers every table that the file can be taken for.
 */
export function secondReadings(bytes: Uint8Array): Map<string, Told>[] {
  return readings(bytes).flatMap((text) =>
    [',', '\t', ';'].flatMap((separator) => tableOf(text, separator) ?? []),
  );
}

function tableOf(text: string, separator: string): Map<string, Told> | null {
  const cells = new Map<string, Told>();
  const cell = CELL(separator);
  let [row, column] = [1, 0];
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) return null;
    const value = found[1]?.replaceAll('""', '"') ?? found[2] ?? '';
    if (value !== '') cells.set(`0 ${row} ${column}`, value);
    if (found[3] === separator) column++;
    else [row, column] = [row + 1, 0];
    if (found[3] === '') break;
    at = cell.lastIndex;
  }
  return cells;
}
