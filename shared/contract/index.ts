import { audit } from '../audit/contract.ts';
import { checkups } from '../health/contract.ts';
import { complaints } from '../complaints/contract.ts';
import { people } from '../people/contract.ts';
import { jobs } from './jobs.ts';
import { ledger } from '../ledger/contract.ts';
import { residents } from '../residents/contract.ts';
import { backup } from '../backup/contract.ts';
import { beds } from '../beds/contract.ts';
import { devices } from '../devices/contract.ts';
import { caregivers } from '../caregivers/contract.ts';
import { pairing } from '../pairing/contract.ts';
import { find } from '../find/contract.ts';
import { packages } from '../package/contract.ts';
import { payroll } from '../payroll/contract.ts';
import { attendance } from '../attendance/contract.ts';
import { roster } from '../roster/contract.ts';
import { policy } from '../policy/contract.ts';

/** The whole contract: every request that this program answers. One line a feature. */
export const contract = {
  audit,
  checkups,
  complaints,
  people,
  backup,
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
};
export type Contract = typeof contract;
