import { HEADINGS } from './heading-words.ts';
import { sheetKinds, type Field, type SheetKind } from './kinds.ts';
import { headingKey } from './text.ts';

/** Without these columns a sheet is not of the kind. */
const REQUIRED: Record<SheetKind, readonly Field[]> = {
  residents: ['name', 'nationalId'],
  caregivers: ['name', 'nationalId'],
  devices: ['name'],
  attendance: ['name'],
  checkups: ['name', 'day'],
};

/** Columns that tell one kind from another: a sheet must have one of them. */
const TELLING: Record<SheetKind, readonly Field[]> = {
  residents: [
    'certificateNo',
    'disability',
    'disabilityLevel',
    'guardianName',
    'admittedOn',
    'bed',
    'careLevel',
    'hardship',
  ],
  caregivers: ['baseWage', 'residents', 'healthCertificateUntil', 'bankCard', 'startedOn', 'engagement'],
  devices: ['holder', 'model', 'source', 'condition', 'receivedOn'],
  attendance: [],
  checkups: ['temperature', 'pulse', 'bloodPressure', 'systolic', 'glucose', 'respiration'],
};

/** An attendance sheet has at least so many day columns: the shortest half-month sheet. */
const LEAST_DAYS = 14;

const lookup: ReadonlyMap<SheetKind, ReadonlyMap<string, Field>> = new Map(
  sheetKinds.map((kind) => {
    const entries = Object.entries(HEADINGS[kind]) as [Field, readonly string[]][];
    return [
      kind,
      new Map(entries.flatMap(([field, words]) => words.map((word) => [headingKey(word), field] as const))),
    ];
  }),
);

/** What a heading means in a sheet of this kind, or null. */
export function fieldOf(kind: SheetKind, heading: string): Field | null {
  const key = headingKey(heading);
  return lookup.get(kind)?.get(key) ?? (kind === 'attendance' ? dayColumn(key) : null);
}

/** The heading a clerk would use for the field. */
export function usualHeading(kind: SheetKind, field: Field): string {
  return HEADINGS[kind][field]?.[0] ?? field.replace('day-', '');
}

/** `1`, `01`, `1日`, `10月1日`, `2026101` no: a day column of an attendance sheet. */
function dayColumn(key: string): Field | null {
  const parts = /^(?:\d{4}年?)?(?:\d{1,2}月)?(\d{1,2})(?:日|号)?$/.exec(key);
  const number = Number(parts?.[1]);
  return parts && number >= 1 && number <= 31 ? `day-${number}` : null;
}

/** How well the fields fit a kind: 0 = not of this kind. */
export function fitOf(kind: SheetKind, fields: readonly Field[]): number {
  const has = new Set(fields);
  if (!REQUIRED[kind].every((field) => has.has(field))) return 0;
  const days = fields.filter((field) => field.startsWith('day-')).length;
  if (kind === 'attendance') return days >= LEAST_DAYS ? days + has.size : 0;
  const telling = TELLING[kind].filter((field) => has.has(field)).length;
  return telling === 0 ? 0 : telling * 10 + has.size;
}
