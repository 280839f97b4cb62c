import { checkups } from '../health/contract.ts';
import { people } from '../people/contract.ts';
import { jobs } from './jobs.ts';
import { residents } from '../residents/contract.ts';
import { beds } from '../beds/contract.ts';
import { devices } from '../devices/contract.ts';
import { caregivers } from '../caregivers/contract.ts';
import { pairing } from '../pairing/contract.ts';
import { find } from '../find/contract.ts';
import { packages } from '../package/contract.ts';

/** The whole contract: every request that this program answers. One line a feature. */
export const contract = {
  checkups,
  people,
  residents,
  beds,
  devices,
  caregivers,
  pairing,
  find,
  jobs,
  package: packages,
};
export type Contract = typeof contract;
