import type { Day } from '../calendar/day.ts';
import type { FaultKind } from '../ledger/kinds.ts';
import type { Refusal } from '../contract/refusal.ts';
import { readCertificate } from '../identity/certificate.ts';
import { readCitizenId } from '../identity/citizen-id.ts';
import type { ResidentFacts, ResidentField } from './facts.ts';

export type ExamineRefusal = Refusal<
  | 'NATIONAL_ID_WRONG'
  | 'SEX_DIFFERS_FROM_ID'
  | 'CERTIFICATE_WRONG'
  | 'CERTIFICATE_DIFFERS'
  | 'DAY_IN_FUTURE'
  | 'DAY_TOO_EARLY'
>;

/** One thing that cannot be right: the field in doubt, the kind of doubt as the ledger import names it, a mend if one is evident. */
export type Problem = {
  readonly field: ResidentField;
  readonly kind: FaultKind;
  readonly proposal: string | null;
  readonly refusal: ExamineRefusal;
};

/**
 * Holds the facts of a file against each other: the ID number against itself, the sex and the certificate against the ID
 * number, kind and level against the certificate, days against today (domain.md 2a, 2b). Facts that are not known are not held
 * against anything. `certificateDiffers`: somebody looked at both papers and they do differ.
 */
export function examine(facts: ResidentFacts, today: Day, certificateDiffers = false): Problem[] {
  return [
    ...problemsOfId(facts, today),
    ...problemsOfCertificate(facts, certificateDiffers),
    ...problemsOfDays(facts, today),
  ];
}

/** The facts with what the ID number says of its owner: a number that can be read decides the birthday, and the sex when none is given. */
export function completed(facts: ResidentFacts): ResidentFacts {
  const id = facts.nationalId === null ? null : readCitizenId(facts.nationalId);
  if (id === null || typeof id === 'string') return facts;
  return { ...facts, birthOn: id.birthOn, sex: facts.sex ?? id.sex };
}

function problemsOfId({ nationalId, sex }: ResidentFacts, today: Day): Problem[] {
  if (nationalId === null) return [];
  const id = readCitizenId(nationalId);
  const fault = typeof id === 'string' ? id : id.birthOn > today ? 'birth' : null;
  if (fault !== null || typeof id === 'string') {
    const refusal = { code: 'NATIONAL_ID_WRONG', data: { problem: fault ?? 'birth' } } as const;
    return [
      {
        field: 'nationalId',
        kind: fault === 'length' || fault === 'check-digit' ? `id-${fault}` : 'id-unreadable',
        proposal: null,
        refusal,
      },
    ];
  }
  if (sex === null || sex === id.sex) return [];
  const refusal = { code: 'SEX_DIFFERS_FROM_ID', data: { fromId: id.sex } } as const;
  return [{ field: 'sex', kind: 'sex-id-mismatch', proposal: id.sex, refusal }];
}

function problemsOfCertificate(facts: ResidentFacts, certificateDiffers: boolean): Problem[] {
  if (facts.certificateNo === null) return [];
  const certificate = readCertificate(facts.certificateNo);
  if (!certificate)
    return [
      {
        field: 'certificateNo',
        kind: 'cert-unreadable',
        proposal: null,
        refusal: { code: 'CERTIFICATE_WRONG', data: {} },
      },
    ];
  const problems: Problem[] = [];
  const add = (
    from: 'national-id' | 'disability' | 'level',
    field: ResidentField,
    kind: FaultKind,
    proposal: string | null,
  ) => problems.push({ field, kind, proposal, refusal: { code: 'CERTIFICATE_DIFFERS', data: { from } } });

  // A wrong ID number is reported once, as such: the certificate is only held against one that can be read.
  const idReads = facts.nationalId !== null && typeof readCitizenId(facts.nationalId) !== 'string';
  if (idReads && certificate.nationalId !== facts.nationalId && !certificateDiffers)
    add('national-id', 'certificateNo', 'cert-id-mismatch', null);
  if (facts.disability !== null && certificate.disability !== facts.disability)
    add('disability', 'disability', 'cert-category-mismatch', certificate.disability);
  if (facts.disabilityLevel !== null && certificate.level !== facts.disabilityLevel)
    add('level', 'disabilityLevel', 'cert-level-mismatch', String(certificate.level));
  return problems;
}

function problemsOfDays({ admittedOn, birthOn }: ResidentFacts, today: Day): Problem[] {
  if (admittedOn !== null && admittedOn > today) {
    const refusal = { code: 'DAY_IN_FUTURE', data: { day: admittedOn } } as const;
    return [{ field: 'admittedOn', kind: 'impossible-date', proposal: null, refusal }];
  }
  if (admittedOn !== null && birthOn !== null && admittedOn < birthOn) {
    const refusal = { code: 'DAY_TOO_EARLY', data: { day: admittedOn, earliest: birthOn } } as const;
    return [{ field: 'admittedOn', kind: 'impossible-date', proposal: null, refusal }];
  }
  return [];
}
