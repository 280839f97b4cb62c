import type { Words } from '../words.ts';
import type { frame as zh } from '../zh-CN/frame.ts';

export const frame: Words<typeof zh> = {
  product: 'Nuantuo',
  /** One letter for the mark in the corner. */
  mark: 'N',
  /** The other language in its own words. */
  otherLanguage: '中文',
  motto: 'Care for one, free one family, lift one home, warm one place',
  promise:
    'Everything is kept encrypted on this PC and works without a network; without a password nobody can open it.',
  demo: 'Demo data',
  demoHint: 'All people and events here are made up for demonstration.',
  clockBehind:
    'The clock of this PC is wrong: it says {{today}}, but the last record was written on {{last}}. Set the clock, sign out and in again, then go on.',
  journalCut:
    'This PC was cut off, and its disk then damaged part of what had just been written: entries after {{last}} may be lost. Compare with the latest prints and paper and enter them again; if much is missing, the director restores the latest backup.',
  groups: {
    home: 'Home',
    director: 'Director',
    nursing: 'Nursing',
    finance: 'Finance',
    report: 'Reports',
    system: 'System',
  },
  mainNavigation: 'Main navigation',
  skipToContent: 'Skip to content',
  search: 'Search',
  searchPlaceholder: 'Name, pinyin, initials, bed, device number or page',
  searchNothing: 'Nothing found. Try another word.',
  hits: {
    resident: 'Residents',
    caregiver: 'Caregivers',
    bed: 'Beds',
    device: 'Devices',
    left: 'Has left',
    ended: 'No longer employed',
    freeBed: 'Free bed',
  },
  searchPages: 'Pages',
  saved: 'Saved {{time}}',
  saving: 'Saving…',
  nothingToSave: 'No changes yet',
  largeType: 'Large type',
  normalType: 'Normal type',
  changePassword: 'Change password',
  signOut: 'Sign out',
  pageMissing: 'There is no such page',
  pageMissingHint: 'The address may be wrong, or your role cannot see it.',
  backHome: 'Back to home',
  crashed: 'This page has a problem',
  crashedHint: 'Your data is safe. Open the page again; if it happens once more, tell support.',
  reload: 'Open again',
  noHost: 'Lost touch with the program',
  noHostHint: 'The program behind this window does not answer. Close the window and start Nuantuo again.',
  roles: { director: 'Director', nurse: 'Nurse', clerk: 'Finance clerk' },
  pages: {
    today: 'Today',
    accounts: 'Accounts',
    settings: 'Settings',
    audit: 'Audit log',
  },
};
