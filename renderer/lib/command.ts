import { useMutation } from '@tanstack/react-query';
import { announceRefusal } from './failure.ts';
import { queryClient } from './query-client.ts';
import { tellSavedState, type SavedState } from './saved-state.ts';

export type CommandOptions<Output> = {
  /** After it is saved and before the pages are asked again. */
  readonly done?: (output: Output) => void;
  /** False where the page shows the refusal itself with RefusalNotice. */
  readonly notify?: boolean;
  /** False for a way into the house, which saves nothing that the header should speak of. */
  readonly saves?: boolean;
  /** False where the pages must not ask again yet. */
  readonly refresh?: boolean;
};

export type Command<Input, Output> = {
  /** Sends it. Undefined when it was refused: the sentence is shown already. */
  readonly run: (input: Input) => Promise<Output | undefined>;
  readonly running: boolean;
  /** What was thrown last, for RefusalNotice; null when nothing was. */
  readonly refusal: unknown;
  readonly clear: () => void;
};

/**
 * A request that changes something: `useCommand(api.people.addAccount, { done: close })`. Tells the header whether it is saved,
 * shows a refusal, and lets every page on screen ask again, since one change may show in many places.
 */
export function useCommand<Input, Output>(
  send: (input: Input) => Promise<Output>,
  { done, notify = true, saves = true, refresh = true }: CommandOptions<Output> = {},
): Command<Input, Output> {
  const tell = (state: SavedState) => {
    if (saves) tellSavedState(state);
  };
  const mutation = useMutation({
    mutationFn: (input: Input) => send(input),
    onMutate: () => tell({ stage: 'saving' }),
    onSuccess: (output) => {
      tell({ stage: 'saved', at: new Date() });
      done?.(output);
      return refresh ? queryClient.invalidateQueries() : undefined;
    },
    onError: (thrown) => {
      tell({ stage: 'refused' });
      if (notify) announceRefusal(thrown);
    },
  });
  return {
    run: (input) => mutation.mutateAsync(input).catch(() => undefined),
    running: mutation.isPending,
    refusal: mutation.error,
    clear: mutation.reset,
  };
}
