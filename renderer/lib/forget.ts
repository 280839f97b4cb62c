import { requests } from './api.ts';
import { queryClient } from './query-client.ts';

/** Takes what was shown to somebody out of the window's memory, all but where this PC stands. */
export function forgetAnswers(): void {
  const standing = JSON.stringify(requests.people.state.queryKey({ input: {} }));
  queryClient.removeQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== standing });
}
