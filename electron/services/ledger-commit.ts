import type { Database } from 'better-sqlite3';
import { bedFinder, markedDays, roundFinder, rowRecorder, rowWriter } from '../../db/ledgers.ts';
import { bedLabel } from '../../shared/beds/label.ts';
import { firstDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { nameKeys } from '../../shared/identity/pinyin.ts';
import { rowKey } from '../../shared/ledger/edits.ts';
import type { SheetKind } from '../../shared/ledger/kinds.ts';
import { canonicalProposal } from '../../shared/ledger/proposals.ts';
import type { LedgerRow, PersonRef, ResidentRecord, Understanding } from '../../shared/ledger/records.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import { startingTerm } from '../../shared/payroll/term.ts';
import { fingerprint } from './ledger-known.ts';

export type CommitFacts = {
  readonly raw: Database;
  readonly at: string;
  readonly who: string;
  readonly today: Day;
  readonly newId: () => string;
  readonly importId: string;
  readonly step: (done: number, total: number) => Promise<void>;
};

/** Rows between two looks at whether the user wants to stop. */
const STRIDE = 10;

/** The words that the house's own records keep are Chinese, whatever the language of the screen. */
const words = messages['zh-CN'].ledger.stored;

/**
 * Writes everything that comes in: residents with beds and doubts, caregivers with pay terms and pairings, devices with their
 * holders, attendance, checkups. Runs inside the door's transaction; whatever throws leaves nothing behind.
 */
export async function writeLedger(understanding: Understanding, facts: CommitFacts): Promise<void> {
  const writer = new LedgerWriter(understanding, facts);
  const rows = understanding.sheets.flatMap((sheet) =>
    sheet.rows
      .filter(({ state }) => state === 'new' || state === 'provisional')
      .map((row) => [sheet.kind, row] as const),
  );
  // People first: everything else hangs on them.
  const order: readonly SheetKind[] = ['residents', 'caregivers', 'devices', 'attendance', 'checkups'];
  const sorted = order.flatMap((kind) => rows.filter(([of]) => of === kind));
  for (const [index, [kind, row]] of sorted.entries()) {
    writer.write(kind, row);
    if (index % STRIDE === 0) await facts.step(index, sorted.length);
  }
  await facts.step(sorted.length, sorted.length);
}

class LedgerWriter {
  readonly #facts: CommitFacts;
  readonly #write: ReturnType<typeof rowWriter>;
  readonly #record: ReturnType<typeof rowRecorder>;
  readonly #beds: ReturnType<typeof bedFinder>;
  readonly #nextRound: ReturnType<typeof roundFinder>;
  readonly #markedDays: ReturnType<typeof markedDays>;
  /** Ids of the people who came in, by sheet and row. */
  readonly #ids = new Map<string, string>();
  readonly #admitted = new Map<string, Day | null>();
  /** The first day that the ledger speaks of: what it says without a date is true from then on. */
  readonly #since: Day;

  constructor({ month }: Understanding, facts: CommitFacts) {
    this.#facts = facts;
    this.#write = rowWriter(facts.raw);
    this.#record = rowRecorder(facts.raw);
    this.#beds = bedFinder(facts.raw);
    this.#nextRound = roundFinder(facts.raw);
    this.#markedDays = markedDays(facts.raw);
    this.#since = month ? firstDay(month as Month) : facts.today;
  }

  write(kind: SheetKind, row: LedgerRow): void {
    const id = this.#writeRecord(kind, row);
    const { importId } = this.#facts;
    this.#record({
      fingerprint: fingerprint(row.print),
      import_id: importId,
      sheet: row.sheet,
      row: row.row,
      kind,
      record_id: id,
    });
  }

  #writeRecord(kind: SheetKind, row: LedgerRow): string {
    if (kind === 'residents') return this.#resident(row as LedgerRow<'residents'>);
    if (kind === 'caregivers') return this.#caregiver(row as LedgerRow<'caregivers'>);
    if (kind === 'devices') return this.#device(row as LedgerRow<'devices'>);
    if (kind === 'attendance') return this.#attendance(row as LedgerRow<'attendance'>);
    return this.#checkup(row as LedgerRow<'checkups'>);
  }

  get #stamp() {
    return { recorded_at: this.#facts.at, recorded_by: this.#facts.who };
  }

  #resident(row: LedgerRow<'residents'>): string {
    const record = recordOf(row);
    const id = this.#facts.newId();
    this.#ids.set(rowKey(row.sheet, row.row), id);
    this.#admitted.set(id, record.admittedOn);
    this.#write('resident', {
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
      ...this.#stamp,
    });
    this.#doubts(id, row);
    if (record.bed) this.#stay(id, record.bed, record.admittedOn);
    return id;
  }

  /** A room is written in its own column where the ledger has one; the file of a resident only knows the bed. */
  #doubts(residentId: string, { faults, sheet, row }: LedgerRow<'residents'>): void {
    for (const { field, kind, raw, proposal, column, effect } of faults) {
      if (effect !== 'row') continue;
      this.#write('resident_doubt', {
        id: this.#facts.newId(),
        resident_id: residentId,
        field: field === 'room' ? 'bed' : field,
        kind,
        raw,
        proposal: proposal ? canonicalProposal(field, proposal.text) : null,
        source: fill(words.place, { sheet, row, column }),
        ...this.#stamp,
        resolved_at: null,
        resolved_by: null,
        resolution: null,
      });
    }
  }

  #stay(
    residentId: string,
    { room, number }: NonNullable<ResidentRecord['bed']>,
    admittedOn: Day | null,
  ): void {
    const label = bedLabel(room, number);
    let bedId = this.#beds.idOf(label);
    if (bedId === null) {
      bedId = this.#facts.newId();
      this.#write('bed', { id: bedId, zone_id: null, room, number, label, ...this.#stamp, retired_on: null });
    }
    const starts = latestOf(admittedOn ?? this.#since, this.#beds.freeFrom(bedId));
    this.#write('stay', { ...this.#period(starts), resident_id: residentId, bed_id: bedId });
  }

  #caregiver(row: LedgerRow<'caregivers'>): string {
    const record = recordOf(row);
    const id = this.#facts.newId();
    this.#ids.set(rowKey(row.sheet, row.row), id);
    this.#write('caregiver', {
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
      ...this.#stamp,
    });
    if (record.baseWage !== null) {
      const reason = record.insured === null ? words.insuranceNotStated : words.insuranceOff;
      const term = startingTerm(record.baseWage, record.startedOn, reason);
      this.#write('pay_term', {
        id: this.#facts.newId(),
        caregiver_id: id,
        effective_from: term.effectiveFrom,
        engagement: record.engagement,
        base_wage_fen: term.baseWage,
        insurance: record.insured ? 'on' : term.insurance,
        insurance_reason: record.insured ? '' : term.insuranceReason,
        insurance_base_fen: term.insuranceBase,
        schemes_off: JSON.stringify(term.schemesOff),
        special_deduction_fen: term.specialDeduction,
        tax_relief: term.taxRelief,
        ...this.#stamp,
        superseded_at: null,
      });
    }
    for (const ref of record.residents) {
      const residentId = this.#idOf(ref);
      const starts = latestOf(
        this.#since,
        latestOf(record.startedOn, this.#admitted.get(residentId) ?? null),
      );
      this.#write('pairing', { ...this.#period(starts), caregiver_id: id, resident_id: residentId });
    }
    return id;
  }

  #device(row: LedgerRow<'devices'>): string {
    const record = recordOf(row);
    const id = this.#facts.newId();
    const { code, name, model, quantity, source, condition, note } = record;
    this.#write('device', {
      id,
      code,
      name,
      model,
      quantity,
      source,
      received_on: record.receivedOn,
      condition,
      note,
      ...this.#stamp,
    });
    if (record.holder) {
      const residentId = this.#idOf(record.holder);
      // It came before the person did, or with no day written down: then the person has had it since moving in.
      const starts = latestOf(record.receivedOn ?? this.#since, this.#admitted.get(residentId) ?? null);
      this.#write('device_holding', { ...this.#period(starts), device_id: id, resident_id: residentId });
    }
    return id;
  }

  #attendance(row: LedgerRow<'attendance'>): string {
    const { caregiver, days } = recordOf(row);
    const caregiverId = this.#idOf(caregiver);
    const known = this.#markedDays(caregiverId);
    for (const { day, mark } of days) {
      if (known.has(day)) continue;
      this.#write('attendance', {
        id: this.#facts.newId(),
        caregiver_id: caregiverId,
        day,
        mark,
        source: 'ledger',
        reason: '',
        ...this.#stamp,
        superseded_at: null,
        superseded_by: null,
      });
    }
    return caregiverId;
  }

  #checkup(row: LedgerRow<'checkups'>): string {
    const { resident, day, vitals, note } = recordOf(row);
    const { at, who, newId } = this.#facts;
    const residentId = this.#idOf(resident);
    const id = newId();
    // The ledger does not say who measured: an empty doer means "not written down".
    this.#write('checkup', {
      id,
      resident_id: residentId,
      day,
      round: this.#nextRound(residentId, day),
      ...vitals,
      note,
      unusual_confirmed: '',
      doer: '',
      typist: who,
      recorded_at: at,
    });
    return id;
  }

  #period(starts: string) {
    return { id: this.#facts.newId(), starts_on: starts, ends_on: null, end_reason: null, ...this.#stamp };
  }

  #idOf(ref: PersonRef): string {
    const id = 'id' in ref ? ref.id : this.#ids.get(rowKey(ref.sheet, ref.row));
    if (id === undefined) throw new Error('a row names somebody who did not come in');
    return id;
  }
}

function recordOf<K extends SheetKind>({
  record,
  sheet,
  row,
}: LedgerRow<K>): NonNullable<LedgerRow<K>['record']> {
  if (record === null) throw new Error(`row ${row} of ${sheet} has no record`);
  return record;
}

function latestOf(one: string, other: string | null): string {
  return other !== null && other > one ? other : one;
}
