import type { Words } from '../words.ts';
import type { home as zh } from '../zh-CN/home.ts';

export const home: Words<typeof zh> = {
  greeting: {
    morning: 'Good morning, {{name}}',
    afternoon: 'Good afternoon, {{name}}',
    evening: 'Good evening, {{name}}',
  },
  figures: {
    inHouse: 'In house',
    freeBeds: 'Free beds',
    caregivers: 'Caregivers',
    checkups: 'Not checked this month',
  },
  next: 'What is next',
  allDone: 'Nothing to do right now; what falls due will show up here.',
  states: { now: 'To do', waits: 'Waits', done: 'Done' },
  go: 'Do it',
  see: 'Look',
  steps: {
    register: {
      title: 'Residents',
      now: 'There are none yet: import the workbook of many years, or admit somebody.',
      waits: '',
      done: 'In house: {{count}}.',
    },
    doubts: {
      title: 'Doubtful papers',
      now: 'Files with doubts: {{count}}. They count in the register and the package once settled.',
      waits: '',
      done: 'No file is in doubt.',
    },
    beds: {
      title: 'Beds',
      now: 'Residents without a bed: {{count}}.',
      waits: '',
      done: 'Everybody has a bed.',
    },
    pairing: {
      title: 'Pairing',
      now: 'Residents nobody answers for: {{count}}.',
      waits: '',
      done: 'Everybody has a caregiver who answers for them.',
    },
    checkups: {
      title: 'Checkups of {{month}}',
      now: 'Residents without a checkup this month: {{count}}.',
      waits: '',
      done: 'Everybody in house was checked this month.',
    },
    complaints: {
      title: 'Complaints',
      now: 'Complaints still open: {{count}}.',
      waits: '',
      done: 'No complaint is open.',
    },
    requests: {
      title: 'Wishes and leave',
      now: 'Requests that wait for your decision: {{count}}.',
      waits: '',
      done: 'No request is open.',
    },
    rosterNow: {
      title: 'Roster of {{month}}',
      now: "This month's roster is not published yet.",
      waits: "The director has not published this month's roster yet.",
      done: 'Published.',
    },
    rosterNext: {
      title: 'Roster of {{next}}',
      now: "It is time for next month's roster.",
      waits: '',
      done: 'Published.',
    },
    attendance: {
      title: 'Attendance of {{last}}',
      now: 'Enter the exceptions, check, and close the month.',
      waits: '',
      done: 'Closed.',
    },
    payroll: {
      title: 'Pay of {{last}}',
      now: 'The attendance is closed: the pay can be worked out.',
      waits: 'Waits for the attendance, or for the director to review and lock it.',
      done: 'Locked.',
    },
    review: {
      title: 'Review of the pay of {{last}}',
      now: 'The clerk has worked it out. Review and lock it.',
      waits: 'Waits for the clerk to work it out.',
      done: 'Locked.',
    },
    package: {
      title: 'Package of {{last}}',
      now: 'Attendance and pay are settled: the package can be built.',
      waits: 'It can be built once the pay is locked.',
      done: 'The package is built.',
    },
    backup: {
      title: 'Backup',
      now: 'There is no backup, or none for some days: plug in the stick and make one.',
      waits: '',
      done: 'Backed up lately.',
    },
    drill: {
      title: 'Restore drill',
      now: 'It is long since a backup was tried out: take the recovery code and do a drill.',
      waits: '',
      done: '',
    },
  },
};
