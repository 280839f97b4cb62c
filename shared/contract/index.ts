import { people } from '../people/contract.ts';

/** The whole contract: every request that this program answers. One line a feature. */
export const contract = {
  people,
};
export type Contract = typeof contract;
