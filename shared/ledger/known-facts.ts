import type { KnownFacts } from './known.ts';
import type { CaregiverRecord, ResidentRecord } from './records.ts';
import { careWord, disabilityWord, levelWord, sexWord } from './read-words.ts';

type OfResident = Pick<
  ResidentRecord,
  | 'sex'
  | 'certificateNo'
  | 'disability'
  | 'disabilityLevel'
  | 'hardship'
  | 'careLevel'
  | 'guardianName'
  | 'guardianPhone'
  | 'admittedOn'
> & { readonly bed: string | null };

/** The facts of a resident that a workbook may contradict, in the words of the preview. */
export function residentFacts(of: OfResident): KnownFacts {
  return {
    sex: of.sex ? sexWord(of.sex) : '',
    certificateNo: of.certificateNo ?? '',
    disability: of.disability ? disabilityWord(of.disability) : '',
    disabilityLevel: of.disabilityLevel ? levelWord(of.disabilityLevel) : '',
    hardship: of.hardship ?? '',
    careLevel: of.careLevel ? careWord(of.careLevel) : '',
    guardianName: of.guardianName,
    guardianPhone: of.guardianPhone,
    admittedOn: of.admittedOn ?? '',
    bed: of.bed ?? '',
  };
}

type OfCaregiver = Pick<CaregiverRecord, 'phone' | 'healthCertificateUntil' | 'startedOn' | 'baseWage'>;

/** The same of a caregiver; the bank card is left to those who pay. */
export function caregiverFacts(of: OfCaregiver): KnownFacts {
  return {
    phone: of.phone,
    healthCertificateUntil: of.healthCertificateUntil ?? '',
    startedOn: of.startedOn,
    baseWage: of.baseWage === null ? '' : String(of.baseWage / 100),
  };
}
