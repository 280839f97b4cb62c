import type { Words } from '../words.ts';
import type { month as zh } from '../zh-CN/month.ts';

export const month: Words<typeof zh> = {
  usage: 'Usage: npm run month -- --ledger WORKBOOK --out FOLDER [--seed NUMBER]',
  noLedger: 'There is no workbook at {{file}}; check the path.',
  noMonth:
    'No attendance sheet of the workbook names its month; write the month in its title or in the name of the sheet.',
  steps: {
    setUp: 'Encrypted database made, with accounts for director, nurse and clerk',
    read: 'Workbook understood: {{sheets}} sheets, {{faults}} doubts',
    imported:
      'Brought in: {{residents}} residents (those in doubt are housed provisionally), {{checkups}} checkups; {{faults}} doubts are in the import report',
    roster: 'Roster of {{month}} published: {{hard}} hard violations, {{open}} open shifts',
    attendance: 'Attendance of {{month}} closed: {{people}} people',
    payroll: 'Pay reviewed and locked: {{lines}} people, net {{net}} yuan',
    package: 'Package signed and encrypted: number {{sequence}}, {{file}}',
    verified: "The county's command has judged the package; see county-report.txt",
    noPaper: 'No Chromium, so no PDF was made; the Excel files are there',
  },
  done: 'All done; the files are in {{out}}',
  demo: 'Preparing the demo centre (made-up data)… sign in as director, nurse or clerk, password demo-2026',
  notVerified: 'The package was not accepted; the reason is in county-report.txt in {{out}}',
};
