import type { NameWords } from '../failure-words.ts';

/** What each request that changes something is called in the log of what was done. Every feature adds its own. */
export const actions: NameWords = {
  'people.setUp': 'Set up the centre',
  'people.signIn': 'Signed in',
  'people.signInRefused': 'Sign-in refused',
  'people.signOut': 'Signed out',
  'people.recover': 'Set a password with the recovery code',
  'people.changePassword': 'Changed own password',
  'people.addAccount': 'Added an account',
  'people.resetPassword': 'Reset a password',
  'people.endAccount': 'Ended an account',
  'people.setIdleMinutes': 'Changed the idle minutes',
};
