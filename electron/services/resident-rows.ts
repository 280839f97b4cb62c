import type { ResidentRow } from '../../db/residents.ts';
import { nameKeys } from '../../shared/identity/pinyin.ts';
import type { ResidentFacts } from '../../shared/residents/facts.ts';
import type { Day } from '../../shared/calendar/day.ts';

/** The facts of a file as the rules know them. */
export function factsOf(row: ResidentRow): ResidentFacts {
  return {
    name: row.name,
    sex: row.sex,
    nationalId: row.national_id,
    birthOn: row.birth_on as Day | null,
    certificateNo: row.certificate_no,
    disability: row.disability,
    disabilityLevel: row.disability_level,
    address: row.address,
    hardship: row.hardship,
    careLevel: row.care_level,
    guardianName: row.guardian_name,
    guardianRelation: row.guardian_relation,
    guardianPhone: row.guardian_phone,
    admittedOn: row.admitted_on as Day | null,
    note: row.note,
  };
}

/** The facts as columns, with the keys by which the name is found. */
export function columnsOf(facts: ResidentFacts) {
  return {
    name: facts.name,
    ...nameKeys(facts.name),
    sex: facts.sex,
    national_id: facts.nationalId,
    birth_on: facts.birthOn,
    certificate_no: facts.certificateNo,
    disability: facts.disability,
    disability_level: facts.disabilityLevel,
    address: facts.address,
    hardship: facts.hardship,
    care_level: facts.careLevel,
    guardian_name: facts.guardianName,
    guardian_relation: facts.guardianRelation,
    guardian_phone: facts.guardianPhone,
    admitted_on: facts.admittedOn,
    note: facts.note,
  };
}
