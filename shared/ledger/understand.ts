import { isMonth, lastDay, type Day, type Month } from '../calendar/day.ts';
import { Directory, type Listed } from './directory.ts';
import { noEdits, type Edits } from './edits.ts';
import type { SheetKind } from './kinds.ts';
import type { KnownHouse } from './known.ts';
import { layOut, type Layout } from './layout.ts';
import { monthIn, monthOfSheet } from './ledger-month.ts';
import type { AnySheet, LedgerSheet, Understanding } from './records.ts';
import type { SheetContext } from './rules.ts';
import { understandAttendance } from './understand-attendance.ts';
import { understandCaregivers } from './understand-caregivers.ts';
import { understandCheckups } from './understand-checkups.ts';
import { understandDevices } from './understand-devices.ts';
import { understandResidents } from './understand-residents.ts';
import type { Sheet, Workbook } from './workbook.ts';

type LaidOut = { readonly sheet: Sheet; readonly layout: Layout };

/**
 * Understands a clerk's workbook: which sheet is what, which column says what, and for every row the record that it would
 * become, the faults that keep it from that, and the mends that were made on the way. Nothing is decided here that a person
 * should decide: a proposal is only shown. Pure; a second call with the same arguments gives the same answer.
 */
export function understand(
  workbook: Workbook,
  known: KnownHouse,
  today: Day,
  edits: Edits = noEdits,
): Understanding {
  const { laidOut, ignored } = layOutAll(workbook, edits);
  const months = monthsOf(laidOut, edits);
  const month = ledgerMonth(laidOut, months);
  const latest = month && lastDay(month) > today ? lastDay(month) : today;
  const contexts = (kind: SheetKind): SheetContext[] =>
    laidOut
      .filter(({ layout }) => layout.kind === kind)
      .map(({ sheet, layout }) => ({
        name: sheet.name,
        layout,
        edits,
        known,
        from1904: workbook.from1904,
        latest,
        month: months.get(sheet.name) ?? null,
      }));

  const residents = understandResidents(contexts('residents'));
  const residentDirectory = new Directory(
    listed(
      residents,
      known.residents.filter((one) => one.inHouse),
    ),
    'resident',
  );
  const caregivers = understandCaregivers(contexts('caregivers'), residentDirectory);
  const caregiverDirectory = new Directory(listed(caregivers, known.caregivers), 'caregiver');
  const devices = understandDevices(contexts('devices'), residentDirectory);
  const attendance = understandAttendance(contexts('attendance'), caregiverDirectory);
  const checkups = understandCheckups(contexts('checkups'), residentDirectory);

  const read = new Map<string, AnySheet>(
    [...residents, ...caregivers, ...devices, ...attendance, ...checkups].map((sheet) => [sheet.name, sheet]),
  );
  const sheets = laidOut.flatMap(({ sheet }) => read.get(sheet.name) ?? []);
  return { sheets, ignored, month };
}

function layOutAll(
  { sheets }: Workbook,
  edits: Edits,
): { laidOut: LaidOut[]; ignored: Understanding['ignored'] } {
  const laidOut: LaidOut[] = [];
  const ignored: { name: string; why: Understanding['ignored'][number]['why'] }[] = [];
  for (const sheet of sheets) {
    const wish = edits.sheets.get(sheet.name);
    const layout = layOut(sheet);
    // A sheet that somebody hid is a template or last year's; it is named, and read when the user asks for it.
    if (layout && wish !== 'ignore' && (!sheet.hidden || wish === 'read')) laidOut.push({ sheet, layout });
    else
      ignored.push({
        name: sheet.name,
        why: sheet.rows.length === 0 ? 'empty' : layout ? 'hidden' : 'not-recognised',
      });
  }
  return { laidOut, ignored };
}

function monthsOf(laidOut: readonly LaidOut[], edits: Edits): ReadonlyMap<string, Month | null> {
  const elsewhere = laidOut.flatMap(({ sheet, layout }) => {
    const found = [...layout.around, sheet.name].map(monthIn).find((month) => month !== null);
    return found ? [found] : [];
  });
  return new Map(
    laidOut.map(({ sheet, layout }) => {
      const chosen = edits.months.get(sheet.name) ?? '';
      return [sheet.name, isMonth(chosen) ? chosen : monthOfSheet(sheet.name, layout.around, elsewhere)];
    }),
  );
}

function ledgerMonth(laidOut: readonly LaidOut[], months: ReadonlyMap<string, Month | null>): Month | null {
  for (const kind of ['attendance', 'checkups', 'residents', 'caregivers', 'devices'] as const) {
    const found = laidOut
      .filter(({ layout }) => layout.kind === kind)
      .flatMap(({ sheet }) => months.get(sheet.name) ?? []);
    if (found.length > 0) return found.toSorted().at(-1) ?? null;
  }
  return null;
}

type KnownPerson = { readonly id: string; readonly name: string; readonly nationalId: string | null };

/** Everybody whom other sheets may name: the people of the workbook who are not in the house yet, and those of the house. */
function listed(
  sheets: readonly LedgerSheet<'residents' | 'caregivers'>[],
  known: readonly KnownPerson[],
): Listed[] {
  const coming = sheets
    .flatMap((sheet) => sheet.rows)
    .flatMap(({ recordId, name, sheet, row, record, state, faults }): Listed[] =>
      // Somebody in doubt who lives here already is found as who they are in the house.
      recordId || name === null || faults.some(({ kind }) => kind === 'in-doubt-already')
        ? []
        : [
            {
              ref: { sheet, row },
              name,
              nationalId: record?.nationalId ?? null,
              leftOut: state === 'left-out',
            },
          ],
    );
  return [
    ...coming,
    ...known.map(({ id, name, nationalId }) => ({ ref: { id }, name, nationalId, leftOut: false })),
  ];
}
