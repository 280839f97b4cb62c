import type { Day } from '../../shared/calendar/day.ts';
import { isDay } from '../../shared/calendar/day.ts';
import { readCertificate, type Certificate, type Disability } from '../../shared/identity/certificate.ts';
import { readCitizenId, type CitizenId, type Sex } from '../../shared/identity/citizen-id.ts';
import { squeeze } from '../../shared/ledger/text.ts';
import type { CareLevel } from '../../shared/residents/codes.ts';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { examine } from '../../shared/residents/examine.ts';
import type { ResidentFacts, ResidentField } from '../../shared/residents/facts.ts';

/** The facts as a form holds them: an empty text where nothing is filled in. */
export type ResidentDraft = {
  name: string;
  sex: Sex | '';
  nationalId: string;
  certificateNo: string;
  disability: Disability | '';
  disabilityLevel: string;
  address: string;
  hardship: string;
  careLevel: CareLevel | '';
  guardianName: string;
  guardianRelation: string;
  guardianPhone: string;
  birthOn: Day | null;
  admittedOn: Day | null;
  note: string;
};

export function emptyDraft(today: Day): ResidentDraft {
  return {
    name: '',
    sex: '',
    nationalId: '',
    certificateNo: '',
    disability: '',
    disabilityLevel: '',
    address: '',
    hardship: '',
    careLevel: '',
    guardianName: '',
    guardianRelation: '',
    guardianPhone: '',
    birthOn: null,
    admittedOn: today,
    note: '',
  };
}

const dayOrNull = (text: string | null): Day | null => (text !== null && isDay(text) ? text : null);

export function draftOf(file: ResidentFile): ResidentDraft {
  return {
    name: file.name,
    sex: file.sex ?? '',
    nationalId: file.nationalId ?? '',
    certificateNo: file.certificateNo ?? '',
    disability: file.disability ?? '',
    disabilityLevel: file.disabilityLevel === null ? '' : String(file.disabilityLevel),
    address: file.address,
    hardship: file.hardship ?? '',
    careLevel: file.careLevel ?? '',
    guardianName: file.guardianName,
    guardianRelation: file.guardianRelation,
    guardianPhone: file.guardianPhone,
    birthOn: dayOrNull(file.birthOn),
    admittedOn: dayOrNull(file.admittedOn),
    note: file.note,
  };
}

const number = (typed: string) => squeeze(typed).toUpperCase();

export function factsOfDraft(draft: ResidentDraft): ResidentFacts {
  return {
    ...draft,
    name: draft.name.trim(),
    sex: draft.sex || null,
    nationalId: number(draft.nationalId) || null,
    certificateNo: number(draft.certificateNo) || null,
    disability: draft.disability || null,
    disabilityLevel: draft.disabilityLevel === '' ? null : Number(draft.disabilityLevel),
    hardship: draft.hardship.trim() || null,
    careLevel: draft.careLevel || null,
  };
}

/** Only what differs from the file: what nobody touched is not sent, so that it cannot be overwritten. */
export function changesOfDraft(draft: ResidentDraft, file: ResidentFile): Partial<ResidentFacts> {
  const [now, before] = [factsOfDraft(draft), factsOfDraft(draftOf(file))];
  const changed = Object.keys(now).filter(
    (field) => now[field as ResidentField] !== before[field as ResidentField],
  );
  return Object.fromEntries(changed.map((field) => [field, now[field as ResidentField]]));
}

export type Reading = {
  readonly id: CitizenId | null;
  readonly certificate: Certificate | null;
  /** Fields that contradict something, by the same rules that decide in the end. */
  readonly problems: ReadonlySet<ResidentField>;
  /** Certificate and ID number are both sound and differ. */
  readonly differs: boolean;
};

/** What the numbers say while they are typed; an ID number is only judged once it has its length. */
export function readDraft(draft: ResidentDraft, today: Day): Reading {
  const facts = factsOfDraft(draft);
  const id = facts.nationalId === null ? null : readCitizenId(facts.nationalId);
  const certificate = facts.certificateNo === null ? null : readCertificate(facts.certificateNo);
  const typing = {
    nationalId: (facts.nationalId ?? '').length < 18,
    certificateNo: (facts.certificateNo ?? '').length < 20,
  };
  const found = examine(facts, today);
  const problems = new Set(
    found
      .map(({ field }) => field)
      .filter((field) => !(field in typing && typing[field as keyof typeof typing])),
  );
  const differs = found.some(({ kind }) => kind === 'cert-id-mismatch');
  return { id: typeof id === 'object' ? id : null, certificate, problems, differs };
}
