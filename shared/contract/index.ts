import { checkups } from '../health/contract.ts';
import { people } from '../people/contract.ts';
import { jobs } from './jobs.ts';

/** The whole contract: every request that this program answers. One line a feature. */
export const contract = {
  checkups,
  people,
  jobs,
};
export type Contract = typeof contract;
