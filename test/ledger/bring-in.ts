import { readFileSync } from 'node:fs';
import { fileOf } from './file.ts';
import { LIUHE } from './fixtures.ts';
import type { Client } from '../support/house.ts';

const root = new URL('../fixtures/', import.meta.url);

export { LIUHE };

export type Expected = {
  residents: number;
  cleanResidents: number;
  caregivers: number;
  devices: number;
  checkups: number;
  attendanceMonth: string;
  faults: { sheet: string; row: number; column: string; kind: string; value: string | number }[];
  sample: {
    name: string;
    id: string;
    cert: string;
    category: string;
    level: number;
    admitted: string;
    room: number;
    bed: number;
  }[];
  attendance: { name: string; day: number; night: number; sick: number; personal: number }[];
};

/** What is right and what is planted wrong in the workbook. */
export const expected = JSON.parse(readFileSync(new URL('liuhe.expect.json', root), 'utf8')) as Expected;

export { fileOf };

let jobs = 0;
export const aJob = () => `job-of-test-${++jobs}`;

/** Opens a workbook and shows its preview, as the page does. */
export async function previewOf(client: Client, file: { name: string; base64: string }) {
  const { id } = await client.ledger.open({ file, job: aJob() });
  return client.ledger.preview({ id });
}

/** Brings a workbook in as the headless month does: residents in doubt provisionally, everything else in doubt stays out. */
export async function bringIn(client: Client, file = fileOf(LIUHE)) {
  const { id } = await previewOf(client, file);
  return client.ledger.commit({ id, job: aJob(), undecided: 'provisional' });
}

/** How many rows each table holds. */
export function countRows(
  raw: { prepare(sql: string): { pluck(): { get(): unknown } } },
  tables: readonly string[],
) {
  return Object.fromEntries(
    tables.map((table) => [table, raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
  );
}

export const LEDGER_TABLES = [
  'resident',
  'resident_doubt',
  'bed',
  'stay',
  'caregiver',
  'pay_term',
  'pairing',
  'device',
  'device_holding',
  'attendance',
  'checkup',
  'ledger_import',
  'ledger_row',
] as const;
