import type { Words } from '../words.ts';
import type { complaints as zh } from '../zh-CN/complaints.ts';

/** Complaints and how they are handled. */
export const complaints: Words<typeof zh> = {
  kinds: {
    violence: 'Violence, abuse',
    bullying: 'Bullying',
    property: 'Money or things taken',
    neglect: 'Neglect',
    sexual: 'Sexual harm',
    other: 'Other',
  },
  concernKinds: {
    caregiver: 'A caregiver',
    account: 'Staff with an account',
    other: 'Somebody else',
    unknown: 'Not known',
  },
  tellers: {
    resident: 'The resident',
    guardian: 'Guardian or family',
    staff: 'Staff',
    visitor: 'A visitor or villager',
    anonymous: 'Does not want to be named',
  },
  fields: {
    kind: 'Kind',
    concernKind: 'Whom it concerns',
    resident: 'Resident who was harmed',
    happenedOn: 'Day it happened',
    place: 'Place',
    teller: 'Who told it',
    said: 'What was said',
    doneAtOnce: 'What was done at once',
    doer: 'Who listened',
    recordedBy: 'Recorded by',
    recordedAt: 'Recorded',
  },
};
