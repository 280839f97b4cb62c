import type { CaregiverRow } from '../../db/caregivers.ts';
import { pairingQueries } from '../../db/pairing.ts';
import { ageOn, type Day } from '../../shared/calendar/day.ts';
import type { CaregiverFile, CaregiverLine } from '../../shared/caregivers/contract.ts';
import { healthCertificateState } from '../../shared/caregivers/health-certificate.ts';
import { isOverAge, retirementDay } from '../../shared/caregivers/retirement.ts';
import { may } from '../../shared/contract/permissions.ts';
import { maskNationalId } from '../../shared/identity/masking.ts';
import type { Work } from '../core/door.ts';
import { correctionsOf } from './corrections.ts';

type Paired = { id: string; name: string };

/** A caregiver as lists show her: ID masked, residents by name only for who may read pairings. */
export function lineOf(row: CaregiverRow, paired: readonly Paired[], { who, today }: Work): CaregiverLine {
  const birth = row.birth_on as Day;
  return {
    id: row.id,
    name: row.name,
    pinyin: row.pinyin,
    sex: row.sex,
    age: ageOn(birth, today),
    nationalId: maskNationalId(row.national_id),
    phone: row.phone,
    poorHousehold: row.poor_household === 1,
    kinship: row.kinship,
    healthCertificateUntil: row.health_certificate_until,
    healthCertificate: healthCertificateState(row.health_certificate_until as Day | null, today),
    overAge: isOverAge(birth, row.sex, today),
    startedOn: row.started_on,
    endedOn: row.ended_on,
    residents: may(who.role, 'pairing.read') ? [...paired] : [],
    residentCount: paired.length,
  };
}

export async function caregiverFile(work: Work, row: CaregiverRow): Promise<CaregiverFile> {
  const pairings = pairingQueries(work.db);
  const current = await pairings.currentOfCaregiver(row.id);
  const paired = current.map(({ resident_id, resident }) => ({ id: resident_id, name: resident }));
  const numbersInFull = work.who.role === 'director';
  const masked = (field: string, text: string | null) =>
    text === null || numbersInFull || field !== 'nationalId' ? text : maskNationalId(text);
  const history = may(work.who.role, 'pairing.read') ? await pairings.historyOfCaregiver(row.id) : [];
  const corrections = await correctionsOf(work, 'caregiver', row.id);

  return {
    ...lineOf(row, paired, work),
    nationalId: masked('nationalId', row.national_id) ?? '',
    birthOn: row.birth_on,
    address: row.address,
    note: row.note,
    endReason: row.end_reason,
    retiresOn: retirementDay(row.birth_on as Day, row.sex),
    numbersInFull,
    pairings: history.map((span) => ({
      id: span.id,
      residentId: span.resident_id,
      resident: span.resident,
      startsOn: span.starts_on,
      endsOn: span.ends_on,
      endReason: span.end_reason,
    })),
    corrections: corrections.map((change) => ({
      ...change,
      before: masked(change.field, change.before),
      after: masked(change.field, change.after),
    })),
  };
}
