import { rowRecorder } from '../../db/ledgers.ts';
import type { SheetKind } from '../../shared/ledger/kinds.ts';
import type { LedgerRow, Understanding } from '../../shared/ledger/records.ts';
import { fingerprint } from './ledger-known.ts';
import { LedgerPen, latestOf, recordOf, type CommitFacts } from './ledger-pen.ts';
import { writeCaregiver, writeResident } from './ledger-people.ts';

type Import = { readonly importId: string; readonly step: (done: number, total: number) => Promise<void> };

/** Rows between two looks at whether the user wants to stop. */
const STRIDE = 10;

/** People first: everything else hangs on them. */
const ORDER: readonly SheetKind[] = ['residents', 'caregivers', 'devices', 'attendance', 'checkups'];

/**
 * Writes everything that comes in: residents with beds and doubts, caregivers with pay terms and pairings, devices with their
 * holders, attendance, checkups. Runs inside the door's transaction; whatever throws leaves nothing behind.
 */
export async function writeLedger(
  { sheets, month }: Understanding,
  facts: CommitFacts & Import,
): Promise<void> {
  const pen = new LedgerPen(facts, month);
  const record = rowRecorder(facts.raw);
  const rows = ORDER.flatMap((kind) =>
    sheets
      .filter((sheet) => sheet.kind === kind)
      .flatMap((sheet): readonly LedgerRow[] => sheet.rows)
      .filter(({ state }) => state === 'new' || state === 'provisional')
      .map((row) => ({ kind, row })),
  );
  for (const [index, { kind, row }] of rows.entries()) {
    const recordId = writeRow(kind, row, pen);
    const { sheet, row: number, print } = row;
    record({
      fingerprint: fingerprint(print),
      import_id: facts.importId,
      sheet,
      row: number,
      kind,
      record_id: recordId,
    });
    if (index % STRIDE === 0) await facts.step(index, rows.length);
  }
  await facts.step(rows.length, rows.length);
}

function writeRow(kind: SheetKind, row: LedgerRow, pen: LedgerPen): string {
  if (kind === 'residents') return writeResident(row as LedgerRow<'residents'>, pen);
  if (kind === 'caregivers') return writeCaregiver(row as LedgerRow<'caregivers'>, pen);
  if (kind === 'devices') return writeDevice(row as LedgerRow<'devices'>, pen);
  if (kind === 'attendance') return writeAttendance(row as LedgerRow<'attendance'>, pen);
  return writeCheckup(row as LedgerRow<'checkups'>, pen);
}

function writeDevice(row: LedgerRow<'devices'>, pen: LedgerPen): string {
  const { code, name, model, quantity, source, receivedOn, holder, condition, note } = recordOf(row);
  const id = pen.newId();
  const facts = { code, name, model, quantity, source, condition, note };
  pen.write('device', { id, ...facts, received_on: receivedOn, ...pen.stamp });
  if (holder) {
    const residentId = pen.idOf(holder);
    // It came before the person did, or with no day written down: then the person has had it since moving in.
    const starts = latestOf(receivedOn ?? pen.since, pen.admittedOn(residentId));
    pen.write('device_holding', { ...pen.period(starts), device_id: id, resident_id: residentId });
  }
  return id;
}

function writeAttendance(row: LedgerRow<'attendance'>, pen: LedgerPen): string {
  const { caregiver, days } = recordOf(row);
  const caregiverId = pen.idOf(caregiver);
  const marked = pen.markedDays(caregiverId);
  for (const { day, mark } of days) {
    if (marked.has(day)) continue;
    pen.write('attendance', {
      id: pen.newId(),
      caregiver_id: caregiverId,
      day,
      mark,
      source: 'ledger',
      reason: '',
      ...pen.stamp,
      superseded_at: null,
      superseded_by: null,
    });
  }
  return caregiverId;
}

function writeCheckup(row: LedgerRow<'checkups'>, pen: LedgerPen): string {
  const { resident, day, vitals, note } = recordOf(row);
  const residentId = pen.idOf(resident);
  const id = pen.newId();
  pen.write('checkup', {
    id,
    resident_id: residentId,
    day,
    round: pen.nextRound(residentId, day),
    ...vitals,
    note,
    unusual_confirmed: '',
    // The ledger does not say who measured: an empty doer means "not written down".
    doer: '',
    typist: pen.stamp.recorded_by,
    recorded_at: pen.stamp.recorded_at,
  });
  return id;
}
