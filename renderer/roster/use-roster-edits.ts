import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RosterView } from '../../shared/roster/contract.ts';
import { useLater } from '../kit/use-month-selection.ts';
import { api, requests } from '../lib/api.ts';
import { announceRefusal } from '../lib/failure.ts';
import { queryClient } from '../lib/query-client.ts';
import { tellSavedState } from '../lib/saved-state.ts';
import { openRoster, type LiveRoster, type LiveState } from './live-roster.ts';
import { openPen, type Change } from './roster-pen.ts';

/**
 * The roster on the desk, open for edits. The cache of requests is not touched while it is edited: it is brought up to date when
 * the desk is left; and when the house answers anew, that answer is taken over, with what it does not know yet on top.
 */
export function useRosterEdits(view: RosterView): LiveRoster {
  const [roster] = useState(() => openDesk(view));
  useEffect(() => {
    if (roster.state().view !== view) roster.rebase(view);
  }, [roster, view]);
  useEffect(() => {
    const leave = () => void roster.pen.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      const last = roster.asView();
      queryClient.setQueryData<RosterView>(keyOf(last), (now) =>
        now && now.roster?.id === last.roster?.id ? last : now,
      );
    };
  }, [roster]);
  return roster;
}

export function useLive(roster: LiveRoster): LiveState {
  return useSyncExternalStore(roster.subscribe, roster.state);
}

/** One fact of the roster: whoever asks is drawn again only when it is another, and after the grid. */
export function useLiveCount(roster: LiveRoster, read: (state: LiveState) => number): number {
  return useLater(
    roster.subscribe,
    useCallback(() => read(roster.state()), [roster, read]),
  );
}

/** One fact of the roster: whoever asks is drawn again only when it is another. */
export function useLiveFact<Fact extends string | number | boolean | RosterView>(
  roster: LiveRoster,
  read: (state: LiveState) => Fact,
): Fact {
  return useSyncExternalStore(roster.subscribe, () => read(roster.state()));
}

const keyOf = ({ month }: RosterView) => requests.roster.open.queryKey({ input: { month } });

function openDesk(view: RosterView): LiveRoster {
  const rosterId = view.roster?.id ?? '';
  const queryKey = keyOf(view);
  const askAgain = async () => {
    await queryClient.invalidateQueries({ queryKey });
    const now = queryClient.getQueryData<RosterView>(queryKey);
    if (now && now.roster?.id === rosterId) roster.forget(now);
  };
  const send = async (change: Change): Promise<boolean> => {
    tellSavedState({ stage: 'saving' });
    try {
      if (change.kind === 'cells') await api.roster.setCells({ rosterId, cells: [...change.cells] });
      else await api.roster.lock({ rosterId, cells: [...change.places], locked: change.locked });
    } catch (thrown) {
      tellSavedState({ stage: 'refused' });
      announceRefusal(thrown);
      void askAgain();
      return false;
    }
    tellSavedState({ stage: 'saved', at: new Date() });
    // An answer that was asked for before this change would take it back on the screen: it is asked for again.
    if (queryClient.isFetching({ queryKey }) > 0) void queryClient.invalidateQueries({ queryKey });
    return true;
  };
  const roster: LiveRoster = openRoster(view, openPen(send));
  return roster;
}
