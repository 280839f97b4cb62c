import { useQuery } from '@tanstack/react-query';
import { requests } from '../lib/api.ts';

/** How the log stands; asked again every second while the first walk goes on. */
export function useAuditStanding(enabled: boolean) {
  return useQuery(
    requests.audit.standing.queryOptions({
      input: {},
      enabled,
      refetchInterval: ({ state }) =>
        state.data && state.data.checkedAt === null && !state.data.unreadable ? 1_000 : false,
    }),
  );
}
