import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isFailure } from '../../shared/messages/sentence.ts';
import { requests } from './api.ts';

/** Signed out or locked by the host: ask where this PC stands, and the sign-in page follows. */
function noticeLock(thrown: unknown): void {
  if (isFailure(thrown) && thrown.code === 'NOT_SIGNED_IN') {
    void queryClient.invalidateQueries({ queryKey: requests.people.state.key() });
  }
}

/** No network is involved, so nothing waits for one and nothing is retried. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 15_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
  queryCache: new QueryCache({ onError: noticeLock }),
  mutationCache: new MutationCache({ onError: noticeLock }),
});
