import { useCallback, useEffect, useRef, useState } from 'react';
import type { Month } from '../../shared/calendar/day.ts';
import type { MakingProgress } from '../../shared/roster/generate-contract.ts';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announceRefusal } from '../lib/failure.ts';

export type Kept = Awaited<ReturnType<typeof api.roster.make>>;
/** Where the making of a roster stands; `kept` once it is the month's draft. */
export type Making = {
  readonly month: Month;
  readonly seed: number;
  readonly stage: 'working' | 'stopping' | 'saving' | 'kept';
  readonly progress: MakingProgress | null;
  readonly kept: Kept | null;
};

export type Generating = {
  readonly making: Making | null;
  readonly start: (month: Month, seed: number) => void;
  /** Ends it with the best roster so far, which is then kept. */
  readonly stop: () => void;
  /** Gives it up; once it is kept, only puts it out of sight. */
  readonly close: () => void;
};

/**
 * Begins the making of a roster, asks how far it is until it has ended, and keeps what came of it. `onKept` says whether something
 * is left to be read: else it goes out of sight by itself.
 */
export function useGenerating(onKept: (kept: Kept, progress: MakingProgress) => boolean): Generating {
  const [making, setMaking] = useState<Making | null>(null);
  const run = useRef<string | null>(null);
  const keep = useCommand(api.roster.make);

  const giveUp = useCallback(() => {
    const id = run.current;
    run.current = null;
    if (id !== null) void api.roster.generate.discard({ run: id }).catch(() => undefined); // it ends by itself when nobody asks
  }, []);
  useEffect(() => giveUp, [giveUp]);

  const follow = async (month: Month, seed: number) => {
    const begun: Making = { month, seed, stage: 'working', progress: null, kept: null };
    const change = (to: Partial<Making>) => setMaking((now) => now && { ...now, ...to });
    setMaking(begun);
    try {
      const { run: id } = await api.roster.generate.begin({ month, seed });
      run.current = id;
      const isMine = () => run.current === id;
      for (let after = 0; isMine();) {
        const progress = await api.roster.generate.watch({ run: id, after });
        if (!isMine()) return;
        after = progress.news;
        if (!progress.ended) {
          change({ progress });
          continue;
        }
        change({ progress, stage: 'saving' });
        const kept = await keep.run({ run: id });
        run.current = null;
        if (!kept) return setMaking(null);
        if (onKept(kept, progress)) change({ stage: 'kept', kept });
        else setMaking(null);
        return;
      }
    } catch (thrown) {
      run.current = null;
      announceRefusal(thrown);
      setMaking(null);
    }
  };

  return {
    making,
    start: (month, seed) => void follow(month, seed),
    stop: () => {
      if (run.current === null) return;
      setMaking((now) => now && { ...now, stage: 'stopping' });
      void api.roster.generate.stop({ run: run.current }).catch(announceRefusal);
    },
    close: () => {
      if (making?.stage === 'saving') return; // it is being written down this moment
      giveUp();
      setMaking(null);
    },
  };
}
