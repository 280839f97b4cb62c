import { createORPCClient, type ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/index.ts';
import { openLink } from './link.ts';

type Empty = Record<never, never>;

let link: Promise<ClientLink<Empty>> | undefined;

/** The link is opened at the first request, so that a page can be imported where there is no host (print previews, tests). */
const lateLink: ClientLink<Empty> = {
  async call(path, input, options) {
    link ??= openLink();
    return (await link).call(path, input, options);
  },
};

/** Every request of the contract: `await api.people.state({})`. Declared errors are thrown; sentenceOf() reads them. */
export const api: ContractRouterClient<Contract> = createORPCClient(lateLink);

/** The same requests for TanStack Query: `useQuery(requests.people.accounts.queryOptions({ input: {} }))`. */
export const requests = createTanstackQueryUtils(api);
