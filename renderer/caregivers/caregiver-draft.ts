import type { CaregiverFile } from '../../shared/caregivers/contract.ts';
import type { CaregiverFacts } from '../../shared/caregivers/facts.ts';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import { readCitizenId, type Sex } from '../../shared/identity/citizen-id.ts';
import { squeeze } from '../../shared/ledger/text.ts';

/** The facts as a form holds them. */
export type CaregiverDraft = Omit<CaregiverFacts, 'sex' | 'startedOn'> & {
  sex: Sex | '';
  startedOn: Day | null;
};

export function emptyDraft(today: Day): CaregiverDraft {
  return {
    name: '',
    sex: '',
    nationalId: '',
    address: '',
    phone: '',
    poorHousehold: false,
    kinship: '',
    healthCertificateUntil: null,
    startedOn: today,
    note: '',
  };
}

const dayOrNull = (text: string | null): Day | null => (text !== null && isDay(text) ? text : null);

export function draftOf(file: CaregiverFile): CaregiverDraft {
  const { name, sex, nationalId, address, phone, poorHousehold, kinship, note } = file;
  const facts = { name, sex, nationalId, address, phone, poorHousehold, kinship, note };
  return {
    ...facts,
    healthCertificateUntil: dayOrNull(file.healthCertificateUntil),
    startedOn: dayOrNull(file.startedOn),
  };
}

export type IdReading = { readonly wrong: boolean; readonly sex: Sex | null };

/** What the ID number says while it is typed; it is only judged once it has its length. */
export function readId(typed: string): IdReading {
  const text = squeeze(typed).toUpperCase();
  const id = readCitizenId(text);
  if (typeof id === 'string') return { wrong: text.length >= 18, sex: null };
  return { wrong: false, sex: id.sex };
}

/** The facts, when nothing that must be there is missing; a sex that was not chosen is the one of the ID number. */
export function factsOf(draft: CaregiverDraft): CaregiverFacts | null {
  const sex = draft.sex || readId(draft.nationalId).sex;
  if (!sex || draft.startedOn === null || draft.name.trim() === '' || draft.nationalId.trim() === '')
    return null;
  return { ...draft, sex, startedOn: draft.startedOn };
}

/** Only what differs: what nobody touched is not sent. */
export function changesOf(draft: CaregiverDraft, file: CaregiverFile): Partial<CaregiverFacts> {
  const [now, before] = [factsOf(draft), draftOf(file)];
  if (!now) return {};
  const changed = (Object.keys(now) as (keyof CaregiverFacts)[]).filter(
    (field) => now[field] !== before[field],
  );
  return Object.fromEntries(changed.map((field) => [field, now[field]]));
}
