import type { Words } from '../words.ts';
import type { guards as zh } from '../zh-CN/roster-guards.ts';

export const guards: Words<typeof zh> = {
  title: 'Certificates and posts',
  rules: {
    dailyExtension: 'More than 3 hours of extension on a day',
    monthlyExtension: 'More than 36 hours of extension in a month',
    expiredCertificate: 'Work after the health certificate ran out',
    doublePost: 'One person in two posts',
  },
  basis: {
    dailyExtension: 'Labour Law, article 41; a warning because comprehensive hours are approved',
    monthlyExtension: 'Labour Law, article 41; a warning because comprehensive hours are approved',
    expiredCertificate: 'Rule of the house: work after the end needs a reason',
    doublePost: 'One person, one public-welfare post (local rules; ask the labour department)',
  },
  amounts: {
    dailyExtension: '{{hours}} h over',
    monthlyExtension: '{{hours}} h over',
    expiredCertificate: 'days: {{amount}}',
    doublePost: 'days: {{amount}}',
  },
  publishWarned:
    'Kinds of warning in this version: {{count}}. To publish all the same, write down why for each; the reasons are kept with the version.',
  reasonFor: 'Reason: {{rule}}',
  reasonPlace: 'For example: checkup booked, certificate on 5 November',
  cases: '{{name}} {{days}} ({{amount}})',
  casesBetween: '; ',
  dayRange: '{{first}} to {{last}}',
  reasonsOfVersion: 'Reasons of this version',
  reasonsCount: 'Reasons: {{count}}',
  kept: '{{by}} wrote on {{at}}: {{reason}}',
  paperNote: 'Note. {{rule}}: {{cases}}. Reason: {{reason}} ({{by}})',
  certificateTitle: 'Health certificates',
  certificateMode: 'After a certificate has run out',
  certificateModes: { warning: 'Warn, with a reason on publishing', hard: 'No shifts' },
  certificateHint:
    'Counted from the day after the last day. One that is not recorded does not count as run out, but please record it.',
  certificateNone: 'Everybody at work this month has a certificate on record that outlasts the month.',
  matters: { expired: 'Run out', expires: 'Runs out this month', missing: 'Not recorded' },
  until: 'Valid until {{day}}',
  toFile: 'Record it',
  twinsTitle: 'Perhaps two files of one person',
  twinsHint:
    'Name, sex and day of birth are the same. If it is one person, end one of the files; if not, say so when publishing.',
  postsTitle: 'Posts elsewhere',
  postsHint:
    'Somebody with another public-welfare post (two posts) needs a reason on publishing; on the weekdays on which she is known to be there she gets no shift here.',
  postsNone: 'No posts elsewhere are recorded this month.',
  postKind: 'Kind',
  postKinds: { 'public-welfare': 'Public-welfare post', job: 'Other work' },
  place: 'Where',
  weekdays: 'Weekdays spent there',
  weekdaysUnknown: 'Days not known',
  weekdaysKnown: 'Every {{days}}',
  openEnd: 'open end',
  addPost: 'Record the post',
  postPeriod: '{{from}} to {{until}}',
  hoursHint:
    'Only with the approval of the labour department. Once its number, posts and dates are recorded and it covers the whole month, the limits of 3 hours a day and 36 hours a month become warnings.',
  number: 'Approval number',
  scope: 'Posts it names',
  scopePlace: 'For example: caregivers',
  approve: 'Record the approval',
  approvalNone: 'No approval is recorded: not in use.',
  approvalPeriod: '{{from}} to {{until}}',
  notWhole: 'The posts it names are not recorded: it does not count yet',
  complete: 'Complete it',
  end: 'End it',
  ended: 'Ended: {{reason}}',
  basisPregnancy: 'Due date',
  basisNursing: 'Child born on',
  basisHint:
    'Fills in the dates: from 12 weeks before the due date (seven months full), or until the day before the child is one year old.',
  basisShown: '{{kind}}: {{day}}',
  tooLong:
    'Longer than the law asks, please check: about 12 weeks from the full seventh month, one year of nursing',
};
