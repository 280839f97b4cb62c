import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import {
  checkupsBetween,
  closedAttendanceMonths,
  currentlyPaired,
  everyCaregiver,
  everyDevice,
  everyResident,
  importedRow,
  marksBetween,
} from '../../db/ledgers.ts';
import type { KnownHouse } from '../../shared/ledger/known.ts';

/** What a row is known again by: a hash, so that the table of imported rows holds no second copy of health data. */
export function fingerprint(print: string): string {
  return createHash('sha256').update(print).digest('hex');
}

/** Gathers what the house holds already and a workbook could meet. */
export function knownHouse(raw: Database): KnownHouse {
  const imported = importedRow(raw);
  // Rows of a workbook may be of any year; both maps stay small beside the workbook itself (ten years: 150,000 entries).
  const [first, last] = ['0000-01-01', '9999-12-31'];
  return {
    residents: everyResident(raw),
    caregivers: everyCaregiver(raw),
    devices: everyDevice(raw),
    paired: currentlyPaired(raw),
    checkups: checkupsBetween(raw, first, last),
    attendance: marksBetween(raw, first, last),
    closedMonths: closedAttendanceMonths(raw),
    imported: (print) => imported(fingerprint(print)),
  };
}
