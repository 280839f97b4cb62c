import type { Words } from '../words.ts';
import type { careWish as zh } from '../zh-CN/care-wish.ts';

export const careWish: Words<typeof zh> = {
  title: 'Wish for intimate care',
  hint: 'Who helps with bathing, dressing and the toilet is for the resident (or the guardian) to say; duties are assigned with it in mind.',
  none: 'Nobody has asked yet.',
  values: { 'same-sex': 'Caregiver of the same sex', any: 'No preference' },
  saidBy: { resident: 'the resident', guardian: 'the guardian' },
  said: 'Said by {{by}} on {{on}}',
  recorded: 'Entered by {{by}} on {{on}}',
  record: 'Record a wish',
  change: 'Record anew',
  value: 'Wish',
  speaker: 'Said by',
  saidOn: 'Asked on',
  note: 'Note',
  saved: 'Recorded. It counts from the next time duties are assigned.',
  earlier: 'Earlier wishes ({{count}})',
};
