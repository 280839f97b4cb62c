import { door } from './door.ts';
import { audit } from '../services/audit.ts';
import { checkups } from '../services/checkups.ts';
import { complaints } from '../services/complaints.ts';
import { jobs } from '../services/jobs.ts';
import { ledger } from '../services/ledger.ts';
import { people } from '../services/people.ts';
import { residents } from '../services/residents.ts';
import { backups } from '../services/backups.ts';
import { beds } from '../services/beds.ts';
import { devices } from '../services/devices.ts';
import { caregivers } from '../services/caregivers.ts';
import { pairing } from '../services/pairing.ts';
import { find } from '../services/find.ts';
import { packages } from '../services/packages.ts';
import { payroll } from '../services/payroll.ts';
import { attendance } from '../services/attendance.ts';
import { roster } from '../services/roster.ts';
import { policy } from '../services/policy.ts';

/** Every handler behind the door; a request of the contract without one does not compile. */
export const router = door.router({
  audit,
  checkups,
  complaints,
  people,
  backup: backups,
  residents,
  beds,
  devices,
  caregivers,
  pairing,
  find,
  jobs,
  ledger,
  package: packages,
  payroll,
  policy,
  roster,
  attendance,
});
