import { daysInMonth, type Day } from '../calendar/day.ts';
import { readLegend, readMark, type AttendanceMark, type Legend } from './attendance-marks.ts';
import type { Directory } from './directory.ts';
import { attendanceKey } from './known.ts';
import { readPlainSheets, type PlainDraft } from './plain-sheets.ts';
import type { AttendanceRecord, LedgerSheet, PersonRef } from './records.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetContext } from './rules.ts';
import { squeeze } from './text.ts';

export function understandAttendance(
  sheets: readonly SheetContext[],
  caregivers: Directory,
): LedgerSheet<'attendance'>[] {
  const seen = new Set<string>();
  const legends = new Map(sheets.map((sheet) => [sheet.name, readLegend(sheet.layout.around)]));
  return readPlainSheets('attendance', sheets, (sheet, reader, isLeftOut) =>
    draftOf(sheet, reader, isLeftOut, caregivers, legends.get(sheet.name) ?? readLegend([]), seen),
  );
}

function draftOf(
  sheet: SheetContext,
  reader: RowReader,
  isLeftOut: boolean,
  caregivers: Directory,
  legend: Legend,
  seen: Set<string>,
): PlainDraft<'attendance'> {
  const { known, month } = sheet;
  const print = reader.print(month ?? '');
  const caregiver = caregiverOf(reader, caregivers);
  if (!month) reader.fault('day', 'missing');
  const days = month ? daysOf(sheet, reader, legend, month) : [];
  holdAgainstTotal(reader, days);
  let recordId = known.imported(print);
  if (caregiver && month && !isLeftOut && !recordId) {
    const key = `${'id' in caregiver ? caregiver.id : `${caregiver.sheet}\n${caregiver.row}`}|${month}`;
    if (seen.has(key)) reader.fault('name', 'twice-in-sheet');
    seen.add(key);
    if (known.closedMonths.has(month)) reader.fault('name', 'month-closed', { other: month });
    else if ('id' in caregiver) recordId = holdAgainstRecord(reader, caregiver.id, days, known.attendance);
  }
  return { record: caregiver && month ? { caregiver, days } : null, recordId, print };
}

function caregiverOf(reader: RowReader, caregivers: Directory): PersonRef | null {
  const cell = reader.cell('name');
  if (cell.text.trim() === '') {
    reader.fault('name', 'missing');
    return null;
  }
  reader.show('name', cell.text.trim());
  const found = caregivers.find(cell.text);
  if (!('fault' in found)) return found.ref;
  reader.fault('name', found.fault, { other: found.other, proposal: found.proposal });
  return null;
}

function daysOf(
  { layout }: SheetContext,
  reader: RowReader,
  legend: Legend,
  month: string,
): AttendanceRecord['days'] {
  const length = daysInMonth(month as Parameters<typeof daysInMonth>[0]);
  const days: { day: Day; mark: AttendanceMark }[] = [];
  for (const { field } of layout.columns) {
    if (!field.startsWith('day-')) continue;
    const number = Number(field.slice(4));
    const cell = reader.cell(field);
    const mark = cell.error ? undefined : readMark(cell.text, legend);
    if (mark === null) continue;
    if (mark === undefined) reader.fault(field, 'unreadable');
    else if (number > length) reader.fault(field, 'impossible-date');
    else {
      days.push({ day: `${month}-${String(number).padStart(2, '0')}` as Day, mark });
      reader.show(field, squeeze(cell.text));
    }
  }
  return days.toSorted((one, other) => one.day.localeCompare(other.day));
}

/** The sheet's own count of days at work; when it differs, the marks stand and the difference is shown. */
function holdAgainstTotal(reader: RowReader, days: AttendanceRecord['days']): void {
  const written = squeeze(reader.cell('total').text).replace(/天$/, '');
  reader.show('total', written);
  if (!/^\d{1,2}(\.0+)?$/.test(written)) return;
  const worked = days.filter(({ mark }) => mark === 'day' || mark === 'night').length;
  if (worked !== Number(written))
    reader.fault('total', 'days-miscounted', { effect: 'cell', other: String(worked) });
}

/** Days that the house has recorded already must say the same; a record is not changed by an import. Gives an id when nothing is new. */
function holdAgainstRecord(
  reader: RowReader,
  caregiver: string,
  days: AttendanceRecord['days'],
  recorded: ReadonlyMap<string, string>,
): string | null {
  let known = 0;
  for (const { day, mark } of days) {
    const before = recorded.get(attendanceKey(caregiver, day));
    if (before === undefined) continue;
    if (before === mark) known++;
    else reader.fault(`day-${Number(day.slice(8))}`, 'differs-from-record', { other: before });
  }
  return days.length > 0 && known === days.length ? caregiver : null;
}
