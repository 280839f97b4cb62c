import { concatBytes } from '@noble/hashes/utils.js';
import type { Month } from '../calendar/day.ts';
import { byBytes, sha256 } from './bytes.ts';
import { canonicalLine, hasExactly, readCanonicalLine } from './canonical.ts';
import { refusePackage } from './refusal.ts';
import { tableNames, tableOf, type Row, type TableName, type Tables } from './tables.ts';
import { sumsOf } from './sums.ts';
import type { Entry } from './tar.ts';

const MOST_ROWS = 20_000;
const LONGEST_LINE = 4096;
const LARGEST_TABLE = 8 * 1024 * 1024;

const fileOf = (name: TableName) => `data/${name}.ndjson`;

/** The names of the data files, in the order in which the container holds them. */
export const dataFiles: readonly string[] = tableNames.map(fileOf);

const keyOf = (name: TableName, row: Row) =>
  tableOf(name)
    .key.map((field) => String(row[field]))
    .join('\0');

/** One row that may not go up as it is, for the preflight: which table, which record, which field. */
export type RowFault = { readonly table: TableName; readonly id: string; readonly field: string };

/** Every value that the county would refuse, so that it can be mended before a package is made. */
export function faultsIn(tables: Tables, period: Month): RowFault[] {
  return tableNames.flatMap((table) =>
    tables[table].flatMap((row) => {
      const field = faultyField(table, row, period);
      return field === null ? [] : [{ table, id: String(row['id'] ?? row['caregiver_id'] ?? ''), field }];
    }),
  );
}

/** The data files of a package, one by one: one canonical line a row, sorted by the table's key. */
export function* writingTables(tables: Tables): Generator<Entry, void, undefined> {
  for (const name of tableNames) {
    const rows = tables[name].toSorted((a, b) => byBytes(keyOf(name, a), keyOf(name, b)));
    yield { name: fileOf(name), data: concatBytes(...rows.map(canonicalLine)) };
  }
}

/** Tells whether two months hold the same rows, whatever their number, key or time. */
export function dataHash(tables: Tables): string {
  return sha256(sumsOf([...writingTables(tables)]));
}

/** Reads the data files strictly: fields of the allow-list only, values in their range, sorted, references that hold. */
export function readTables(entries: readonly Entry[], period: Month): Tables {
  const found = new Map(entries.map(({ name, data }) => [name, data]));
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, readTable(name, found.get(fileOf(name)) ?? new Uint8Array(), period)]),
  ) as unknown as Tables;
  for (const name of tableNames) checkReferences(name, tables);
  return tables;
}

function readTable(name: TableName, bytes: Uint8Array, period: Month): Row[] {
  if (bytes.length > LARGEST_TABLE) refusePackage('TABLE_TOO_LARGE', { table: name });
  const rows: Row[] = [];
  let before = '';
  for (let offset = 0; offset < bytes.length;) {
    const where = { table: name, line: rows.length + 1 };
    const end = bytes.indexOf(0x0a, offset) + 1;
    if (end - offset > LONGEST_LINE) return refusePackage('ROW_MALFORMED', where);
    if (rows.length === MOST_ROWS) return refusePackage('TABLE_TOO_LARGE', { table: name });
    // Without a line feed `end` is 0, and what is read is no line at all.
    const value = readCanonicalLine(bytes.subarray(offset, end));
    if (value === undefined) return refusePackage('ROW_MALFORMED', where);
    if (!hasExactly(value, Object.keys(tableOf(name).fields))) return refusePackage('ROW_FIELDS', where);
    const row = value as Row;
    const field = faultyField(name, row, period);
    if (field !== null) return refusePackage('ROW_VALUE', { ...where, field });
    const key = keyOf(name, row);
    if (byBytes(before, key) >= 0) return refusePackage('ROW_ORDER', where);
    rows.push(row);
    [before, offset] = [key, end];
  }
  return rows;
}

/** The first field of a row whose value does not stand, or null. */
function faultyField(name: TableName, row: Row, period: Month): string | null {
  const { fields, dayInPeriod } = tableOf(name);
  for (const [field, { value }] of Object.entries(fields)) {
    if (!value.safeParse(row[field]).success) return field;
  }
  if (dayInPeriod && !String(row[dayInPeriod]).startsWith(`${period}-`)) return dayInPeriod;
  if (
    name === 'pay' &&
    row['net_fen'] !== Number(row['gross_fen']) - Number(row['deduction_fen']) - Number(row['tax_fen'])
  )
    return 'net_fen';
  return null;
}

function checkReferences(name: TableName, tables: Tables): void {
  for (const [field, target] of Object.entries(tableOf(name).references)) {
    const known = new Set([null, ...tables[target as TableName].map((row) => row['id'])]);
    for (const [index, row] of tables[name].entries()) {
      if (!known.has(row[field])) refusePackage('ROW_REFERENCE', { table: name, line: index + 1, field });
    }
  }
}
