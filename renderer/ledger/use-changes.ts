import { useMutation } from '@tanstack/react-query';
import type { LedgerChange, LedgerPreview } from '../../shared/ledger/contract.ts';
import { api, requests } from '../lib/api.ts';
import { announceRefusal } from '../lib/failure.ts';
import { queryClient } from '../lib/query-client.ts';

export type Changes = {
  readonly change: (changes: readonly LedgerChange[]) => void;
  readonly changing: boolean;
};

/** Mends in a preview: the host answers with the preview as it is then, and nothing of the house has changed. */
export function useChanges({ id }: LedgerPreview): Changes {
  const mend = useMutation({
    mutationFn: (changes: readonly LedgerChange[]) => api.ledger.mend({ id, changes: [...changes] }),
    onSuccess: (next) => queryClient.setQueryData(requests.ledger.preview.queryKey({ input: { id } }), next),
    onError: announceRefusal,
  });
  return { change: mend.mutate, changing: mend.isPending };
}
