import type { NameWords } from '../failure-words.ts';

/** Names of the fields of requests (last part of the path), for "Please check: …". Every feature adds its own. */
export const fieldNames: NameWords = {
  login: 'sign-in name',
  name: 'name',
  password: 'password',
  before: 'present password',
  after: 'new password',
  role: 'role',
  code: 'code',
  county: 'county',
  countyCode: 'county code',
  township: 'township',
  reason: 'reason',
  minutes: 'minutes',
  base64: 'file',
};

/** Names of things that may not be found. Every feature adds its own. */
export const thingNames: NameWords = {
  account: 'account',
};
