import { bedLabel } from '../../shared/beds/label.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { nameKeys } from '../../shared/identity/pinyin.ts';
import { canonicalProposal } from '../../shared/ledger/proposals.ts';
import type { CaregiverRecord, LedgerRow, ResidentRecord } from '../../shared/ledger/records.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import { startingTerm } from '../../shared/payroll/term.ts';
import { latestOf, recordOf, type LedgerPen } from './ledger-pen.ts';

/** The words that the house's own records keep are Chinese, whatever the language of the screen. */
const words = messages['zh-CN'].ledger.stored;

/** A resident with the doubts that are left open and the bed; answers with the id. */
export function writeResident(row: LedgerRow<'residents'>, pen: LedgerPen): string {
  const record = recordOf(row);
  const id = pen.newId();
  pen.remember(row, id, record.admittedOn);
  pen.write('resident', {
    id,
    name: record.name,
    ...nameKeys(record.name),
    sex: record.sex,
    national_id: record.nationalId,
    birth_on: record.birthOn,
    certificate_no: record.certificateNo,
    disability: record.disability,
    disability_level: record.disabilityLevel,
    address: record.address,
    hardship: record.hardship,
    care_level: record.careLevel,
    guardian_name: record.guardianName,
    guardian_relation: record.guardianRelation,
    guardian_phone: record.guardianPhone,
    admitted_on: record.admittedOn,
    left_on: null,
    left_reason: null,
    standing: row.state === 'provisional' ? 'provisional' : 'registered',
    note: record.note,
    ...pen.stamp,
  });
  writeDoubts(id, row, pen);
  if (record.bed) writeStay(id, record.bed, record.admittedOn, pen);
  return id;
}

function writeDoubts(
  residentId: string,
  { faults, sheet, row }: LedgerRow<'residents'>,
  pen: LedgerPen,
): void {
  for (const { field, kind, raw, proposal, column, effect } of faults) {
    if (effect !== 'row') continue;
    pen.write('resident_doubt', {
      id: pen.newId(),
      resident_id: residentId,
      // Where the ledger has a column of its own for the room, the resident's file still only knows the bed.
      field: field === 'room' ? 'bed' : field,
      kind,
      raw,
      proposal: proposal ? canonicalProposal(field, proposal.text) : null,
      source: fill(words.place, { sheet, row, column }),
      ...pen.stamp,
      resolved_at: null,
      resolved_by: null,
      resolution: null,
    });
  }
}

function writeStay(
  residentId: string,
  place: NonNullable<ResidentRecord['bed']>,
  admittedOn: Day | null,
  pen: LedgerPen,
): void {
  const { room, number } = place;
  const label = bedLabel(room, number);
  let bedId = pen.beds.idOf(label);
  if (bedId === null) {
    bedId = pen.newId();
    pen.write('bed', { id: bedId, zone_id: null, room, number, label, ...pen.stamp, retired_on: null });
  }
  const starts = latestOf(admittedOn ?? pen.since, pen.beds.freeFrom(bedId));
  pen.write('stay', { ...pen.period(starts), resident_id: residentId, bed_id: bedId });
}

/** A caregiver with the pay term and the residents she answers for; answers with the id. */
export function writeCaregiver(row: LedgerRow<'caregivers'>, pen: LedgerPen): string {
  const record = recordOf(row);
  const id = pen.newId();
  pen.remember(row, id);
  pen.write('caregiver', {
    id,
    name: record.name,
    ...nameKeys(record.name),
    sex: record.sex,
    national_id: record.nationalId,
    birth_on: record.birthOn,
    address: record.address,
    phone: record.phone,
    poor_household: record.poorHousehold ? 1 : 0,
    kinship: record.kinship,
    health_certificate_until: record.healthCertificateUntil,
    bank_card: record.bankCard,
    started_on: record.startedOn,
    ended_on: null,
    end_reason: null,
    note: record.note,
    ...pen.stamp,
  });
  if (record.baseWage !== null) writeTerm(id, record, record.baseWage, pen);
  for (const ref of record.residents) {
    const residentId = pen.idOf(ref);
    const starts = latestOf(pen.since, record.startedOn, pen.admittedOn(residentId));
    pen.write('pairing', { ...pen.period(starts), caregiver_id: id, resident_id: residentId });
  }
  return id;
}

/** Insurance is on only where the workbook says so; else off, with the reason, until the clerk has set the term. */
function writeTerm(caregiverId: string, record: CaregiverRecord, baseWage: number, pen: LedgerPen): void {
  const reason = record.insured === null ? words.insuranceNotStated : words.insuranceOff;
  const term = startingTerm(baseWage, record.startedOn, reason);
  pen.write('pay_term', {
    id: pen.newId(),
    caregiver_id: caregiverId,
    effective_from: term.effectiveFrom,
    engagement: record.engagement,
    base_wage_fen: term.baseWage,
    insurance: record.insured ? 'on' : term.insurance,
    insurance_reason: record.insured ? '' : term.insuranceReason,
    insurance_base_fen: term.insuranceBase,
    schemes_off: JSON.stringify(term.schemesOff),
    special_deduction_fen: term.specialDeduction,
    tax_relief: term.taxRelief,
    ...pen.stamp,
    superseded_at: null,
  });
}
