import type { Day } from '../calendar/day.ts';

const sections = [
  'SECTION_HORIZON',
  'SECTION_SHIFTS',
  'SECTION_STAFF',
  'SECTION_DAYS_OFF',
  'SECTION_SHIFT_ON_REQUESTS',
  'SECTION_SHIFT_OFF_REQUESTS',
  'SECTION_COVER',
] as const;
export type Section = (typeof sections)[number];

/** A line of the file that says something, and its place in the file. */
export type Line = { readonly number: number; readonly cells: readonly string[] };

/** The text is not an instance; `line` is the line of the file, counted from 1. */
export class NrpFormatError extends Error {
  readonly line: number;

  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`);
    this.name = 'NrpFormatError';
    this.line = line;
  }
}

/** The lines of each section, comments left out. Throws NrpFormatError. */
export function splitSections(text: string): Record<Section, Line[]> {
  const found: Partial<Record<Section, Line[]>> = {};
  let current: Line[] | null = null;
  const all = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [index, raw] of all.entries()) {
    const [number, line] = [index + 1, raw.trim()];
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SECTION_')) {
      const name = sections.find((section) => section === line);
      if (!name) throw new NrpFormatError(number, `unknown section ${line}`);
      current = found[name] ??= [];
    } else if (current) {
      current.push({ number, cells: line.split(',').map((cell) => cell.trim()) });
    } else {
      throw new NrpFormatError(number, 'stands before the first section');
    }
  }
  for (const needed of ['SECTION_HORIZON', 'SECTION_SHIFTS', 'SECTION_STAFF', 'SECTION_COVER'] as const) {
    if (!found[needed]) throw new NrpFormatError(all.length, `${needed} is missing`);
  }
  const of = (name: Section) => found[name] ?? [];
  return {
    SECTION_HORIZON: of('SECTION_HORIZON'),
    SECTION_SHIFTS: of('SECTION_SHIFTS'),
    SECTION_STAFF: of('SECTION_STAFF'),
    SECTION_DAYS_OFF: of('SECTION_DAYS_OFF'),
    SECTION_SHIFT_ON_REQUESTS: of('SECTION_SHIFT_ON_REQUESTS'),
    SECTION_SHIFT_OFF_REQUESTS: of('SECTION_SHIFT_OFF_REQUESTS'),
    SECTION_COVER: of('SECTION_COVER'),
  };
}

export function wordAt(line: Line, index: number, what: string): string {
  const word = line.cells[index] ?? '';
  if (word === '') throw new NrpFormatError(line.number, `${what} is missing`);
  return word;
}

export function numberAt(line: Line, index: number, what: string): number {
  return toNumber(line, line.cells[index] ?? '', what);
}

export function toNumber(line: Line, text: string, what: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new NrpFormatError(line.number, `${what} is not a whole number: ${JSON.stringify(text)}`);
  }
  return value;
}

export function dayAt(line: Line, index: number, days: readonly Day[]): Day {
  const date = days[numberAt(line, index, 'the day')];
  if (date === undefined) throw new NrpFormatError(line.number, `the horizon ends before this day`);
  return date;
}

export function known(line: Line, name: string, names: ReadonlySet<string>, what: string): string {
  if (!names.has(name)) throw new NrpFormatError(line.number, `no ${what} is called ${name}`);
  return name;
}

export function firstRepeated(lines: readonly Line[]): number {
  const seen = new Set<string>();
  for (const line of lines) {
    const name = line.cells[0] ?? '';
    if (seen.has(name)) return line.number;
    seen.add(name);
  }
  return 1;
}
