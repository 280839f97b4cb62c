import type { Day } from '../calendar/day.ts';
import { reasonToRefuse } from '../health/judgement.ts';
import { readPressure } from '../health/pressure.ts';
import { readVital, type Mend } from '../health/reading.ts';
import {
  isPossible,
  noVitals,
  shownVital,
  vitalKeys,
  vitals,
  type VitalKey,
  type Vitals,
} from '../health/vitals.ts';
import type { Directory } from './directory.ts';
import type { Field, MendKind, Proposal } from './kinds.ts';
import { checkupKey } from './known.ts';
import { readPlainSheets, type PlainDraft } from './plain-sheets.ts';
import { readDate } from './read-date.ts';
import { readText } from './read-text.ts';
import type { LedgerSheet, PersonRef } from './records.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetContext } from './rules.ts';
import type { Cell } from './workbook.ts';

/** Who was measured on which day so far in the sheets; a second identical row is a slip, a different one a second round. */
type Seen = {
  readonly rows: Set<string>;
  readonly days: Set<string>;
  above: { name: string; ref: PersonRef } | null;
};

export function understandCheckups(
  sheets: readonly SheetContext[],
  residents: Directory,
): LedgerSheet<'checkups'>[] {
  const seen: Seen = { rows: new Set(), days: new Set(), above: null };
  return readPlainSheets('checkups', sheets, (sheet, reader, isLeftOut) =>
    draftOf(sheet, reader, isLeftOut, residents, seen),
  );
}

function draftOf(
  sheet: SheetContext,
  reader: RowReader,
  isLeftOut: boolean,
  residents: Directory,
  seen: Seen,
): PlainDraft<'checkups'> {
  const { known, from1904, latest, month } = sheet;
  const day = reader.require('day', readDate(reader.cell('day'), { from1904, latest, month }));
  const resident = residentOf(reader, residents, day, seen);
  const values = vitalsOf(reader);
  const note = reader.take('note', readText(reader.cell('note'), 500), 'cell') ?? '';
  holdTogether(reader, values, note);
  const print = reader.print();
  let recordId = known.imported(print);
  if (resident && day && !isLeftOut && !reader.isDoubtful()) {
    const numbers = vitalKeys.map((key) => values[key]);
    if ('id' in resident) recordId ??= known.checkups.get(checkupKey(resident.id, day, numbers)) ?? null;
    const key = checkupKey(keyOf(resident), day, numbers);
    if (!recordId && seen.rows.has(key)) reader.fault('name', 'twice-in-sheet');
    seen.rows.add(key);
  }
  return { record: resident && day ? { resident, day, vitals: values, note } : null, recordId, print };
}

function keyOf(ref: PersonRef): string {
  return 'id' in ref ? ref.id : `${ref.sheet}\n${ref.row}`;
}

function residentOf(reader: RowReader, residents: Directory, day: Day | null, seen: Seen): PersonRef | null {
  const cell = reader.cell('name');
  if (cell.text.trim() === '') {
    reader.fault('name', 'missing');
    return null;
  }
  reader.show('name', cell.text.trim());
  const found = residents.find(cell.text);
  if ('fault' in found) {
    reader.fault('name', found.fault, {
      other: found.other,
      proposal: found.proposal ?? sameAsAbove(seen, day),
    });
    return null;
  }
  seen.above = { name: cell.text.trim(), ref: found.ref };
  seen.days.add(`${keyOf(found.ref)}|${day}`);
  return found.ref;
}

/** Sheets that go resident by resident: a stranger under somebody who was not measured that day may be that somebody. */
function sameAsAbove({ above, days }: Seen, day: Day | null): Proposal | null {
  return above && day && !days.has(`${keyOf(above.ref)}|${day}`)
    ? { text: above.name, why: 'row-above' }
    : null;
}

const MENDS: Record<Exclude<Mend, 'point-added' | 'pressure-split'>, MendKind> = {
  'point-mended': 'point',
  rounded: 'rounded',
  'jin-to-kilogram': 'unit',
  tidied: 'unit',
};

function vitalsOf(reader: RowReader): Vitals {
  const values: Record<VitalKey, number | null> = { ...noVitals };
  for (const key of vitalKeys) if (reader.has(key)) values[key] = oneVital(reader, key);
  if (reader.has('bloodPressure')) Object.assign(values, pressureOf(reader));
  return values;
}

/** What is wrong only when the values of the row are seen together. */
function holdTogether(reader: RowReader, values: Vitals, note: string): void {
  const refusal = reasonToRefuse(values, note);
  if (refusal?.kind === 'reversed' && reader.has('systolic')) reader.fault('systolic', 'vital-out-of-range');
  if (
    refusal?.kind === 'half-pressure' &&
    !reader.isDoubtful('systolic') &&
    !reader.isDoubtful('diastolic')
  ) {
    reader.fault(values.systolic === null ? 'systolic' : 'diastolic', 'missing');
  }
  if (refusal?.kind === 'empty' && !reader.isDoubtful()) reader.fault(firstVital(reader), 'missing');
}

/** A number as the cell holds it, not as its format rounds it. */
function textOf(reader: RowReader, cell: Cell, field: Field): string {
  const text = cell.number === undefined ? cell.text : String(cell.number);
  const isInJin =
    field === 'weight' && /斤/.test(reader.headingOf(field)) && !/公斤/.test(reader.headingOf(field));
  return isInJin && /^[\d.。 ]+$/.test(text) && text.trim() !== '' ? `${text}斤` : text;
}

function oneVital(reader: RowReader, key: VitalKey): number | null {
  const cell = reader.cell(key);
  const reading = cell.error ? ({ kind: 'unreadable' } as const) : readVital(key, textOf(reader, cell, key));
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'unreadable') {
    reader.fault(key, 'unreadable');
    return null;
  }
  const shown = shownVital(key, reading.value);
  // Putting in a point that nobody wrote changes what stands there: proposed, not done.
  if (reading.mend === 'point-added') {
    reader.fault(key, 'vital-out-of-range', { proposal: { text: shown, why: 'point' } });
    return null;
  }
  if (!isPossible(key, reading.value)) {
    reader.fault(key, 'vital-out-of-range', { proposal: swapped(key, shown) });
    return null;
  }
  if (reading.mend) reader.mend(key, MENDS[reading.mend as keyof typeof MENDS], shown);
  reader.show(key, shown);
  return reading.value;
}

/** `63.6` for `36.6`: the first two digits changed places. */
function swapped(key: VitalKey, shown: string): Proposal | null {
  const text = shown.replace(/^(\d)(\d)/, '$2$1');
  const value = Math.round(Number(text) * (vitals[key].decimals === 1 ? 10 : 1));
  return text !== shown && isPossible(key, value) ? { text, why: 'swapped-digits' } : null;
}

function pressureOf(reader: RowReader): Partial<Record<VitalKey, number>> {
  const cell = reader.cell('bloodPressure');
  const reading = cell.error ? ({ kind: 'unreadable' } as const) : readPressure(cell.text);
  if (reading.kind === 'empty') return {};
  if (reading.kind !== 'read') {
    reader.fault('bloodPressure', 'unreadable');
    return {};
  }
  const { systolic, diastolic, mend } = reading;
  const shown = `${systolic}/${diastolic}`;
  const isTrue =
    isPossible('systolic', systolic) && isPossible('diastolic', diastolic) && systolic > diastolic;
  if (mend === 'pressure-split' || !isTrue) {
    reader.fault('bloodPressure', 'vital-out-of-range', {
      proposal: isTrue ? { text: shown, why: 'point' } : null,
    });
    return {};
  }
  if (cell.text !== shown) reader.mend('bloodPressure', 'unit', shown);
  reader.show('bloodPressure', shown);
  return { systolic, diastolic };
}

function firstVital(reader: RowReader): Field {
  return (
    (['temperature', 'bloodPressure', ...vitalKeys] as const).find((key) => reader.has(key)) ?? 'temperature'
  );
}
