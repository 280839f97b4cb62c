import type { FailureWords } from '../failure-words.ts';
import { fieldNames, thingNames } from './names.ts';

const fieldList = (fields: readonly string[]) => {
  const known = new Set(fields.map((path) => fieldNames[path.split('.').at(-1) ?? ''] ?? 'the form'));
  return known.size === 0 ? 'the form' : [...known].join(', ');
};

const waiting = (seconds: number) =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

/** One sentence for each failure: what is the case, what to do. */
export const failures: FailureWords = {
  // The door
  NOT_SIGNED_IN: () => 'You are signed out or the screen is locked. Please sign in again.',
  NOT_ALLOWED: () => 'Your role does not allow this. Please ask the director to do it.',
  BAD_INPUT: ({ fields }) => `Please check: ${fieldList(fields)}.`,
  NOT_FOUND: ({ what }) =>
    `This record (${thingNames[what] ?? what}) cannot be found; it may have been changed. Reload and try again.`,
  UNEXPECTED: ({ reference }) =>
    `Something went wrong and nothing was changed. Give support this number: ${reference}.`,
  CANCELLED: () => 'Cancelled; nothing was changed.',
  // People and the file
  ALREADY_SET_UP: () => 'This PC already has a centre. Please sign in.',
  NOT_SET_UP: () => 'This PC has no centre yet. Please finish the set-up first.',
  WRONG_PASSWORD: () =>
    'The name or the password is not right. Try again, or use the recovery code if it is forgotten.',
  WRONG_RECOVERY_CODE: ({ line }) =>
    line > 0
      ? `Line ${line} of the recovery code is not right. Compare it with the paper once more.`
      : 'The recovery code is not right. Compare it with the paper once more.',
  TOO_MANY_TRIES: ({ seconds }) => `Too many tries. Please wait ${waiting(seconds)}, then try again.`,
  WEAK_PASSWORD: ({ least }) =>
    `The password is too simple: use at least ${least} characters, and not the sign-in name.`,
  LOGIN_TAKEN: ({ login }) => `The sign-in name "${login}" is taken. Please choose another.`,
  LAST_DIRECTOR: () =>
    'This is the only director, so the account cannot be ended. Add another director first.',
  CENTRE_OPEN_ELSEWHERE: () => 'The data is in use by another window or program. Close it, then sign in.',
  FILE_DAMAGED: () =>
    'The data file is damaged and cannot be opened. Restore the latest backup and keep this file.',
  FILE_FOREIGN: () => 'This is not a data file of Nuantuo. Please check the data folder.',
  FILE_NEWER: ({ found, known }) =>
    `The data was saved by a newer version (${found}; this program knows ${known}). Please update the program first.`,
  DISK_FULL: () => 'The disk is full, so nothing was saved. Free some space, then try again.',
};
