import type { Words } from '../words.ts';
import type { auditDetails as zh } from '../zh-CN/audit-details.ts';

export const auditDetails: Words<typeof zh> = {
  cells: 'cells: $1',
  locked: 'locked cells: $1',
  unlocked: 'unlocked cells: $1',
  people: 'people: $1',
  peopleFrom: 'people: $1, from $2',
  version: '$1 version $2',
  fromVersion: '$1, begun from version $2',
  copied: '$1, copied from $2, cells left out: $3',
  laid: '$1, cells left out: $2',
  daysFromVersion: 'days: $1, from version $2 of the roster',
  days: 'days: $1; $2',
  left: 'left on $1',
  returned: 'came back on $1',
  ended: 'stopped on $1',
  recorded: 'residents: $1, done by $2',
  corrected: 'done by $1: $2',
  withdrawn: '$1',
  beds: 'beds $1',
  paired: 'with $1',
  made: '$1, seed $2',
  replanned: '$1, from $2, changed: $3',
  pay: '$1, people: $2',
  decided: {
    approved: 'approved, $1 to $2',
    declined: 'declined, $1 to $2',
    withdrawn: 'withdrawn, $1 to $2',
  },
  standing: { registered: 'registered', provisional: 'taken in, papers later' },
  wish: { 'same-sex': 'only by one’s own sex', any: 'by anybody' },
};
