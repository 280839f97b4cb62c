/** One event of Chromium's trace; times in microseconds. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** How long the thread computed: less than `dur` where other programs had the processor. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly type?: string } };
};

/** What one key cost, in milliseconds. */
export type KeyCost = {
  /** Which of the keys that went down, from 0. */
  readonly at: number;
  readonly latency: number;
  readonly work: number;
  readonly script: number;
  readonly after: number;
};

const taskNames = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const scriptNames = new Set([
  'EventDispatch',
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'FireAnimationFrame',
  'TimerFire',
]);

/**
 * Reads from a trace what each key cost until the frame that shows it was handed to the compositor. The tasks of the main thread
 * from the one that takes the key to the one that hands over the frame are counted whole, in the thread's own time.
 */
export function readTrace(events: readonly TraceEvent[]): KeyCost[] {
  const keys = events
    .filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown')
    .toSorted((a, b) => a.ts - b.ts);
  const [first] = keys;
  if (!first) return [];
  const own = events.filter(({ pid, tid, ph }) => pid === first.pid && tid === first.tid && ph === 'X');
  const tasks = outermost(own.filter(({ name }) => taskNames.has(name)));
  const commits = own.filter(({ name }) => name === 'Commit').toSorted((a, b) => a.ts - b.ts);
  const scripts = outermost(own.filter(({ name }) => scriptNames.has(name)));
  const taskOf = (at: number) => tasks.find(({ ts, dur = 0 }) => ts <= at && at <= ts + dur)?.ts ?? at;
  // A key that changes nothing, such as Control alone, has no frame before the next key: it is left out.
  return keys.flatMap((key, index): KeyCost[] => {
    const next = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const commit = commits.find(({ ts }) => ts >= key.ts && ts < next);
    if (!commit) return [];
    const [begun, shown] = [taskOf(key.ts), commit.ts + (commit.dur ?? 0)];
    const end = Math.min(next === Number.POSITIVE_INFINITY ? shown + 300_000 : taskOf(next), shown + 300_000);
    return [
      {
        at: index,
        latency: (shown - key.ts) / 1000,
        work: spent(tasks, begun, shown),
        script: spent(scripts, begun, shown),
        after: spent(tasks, shown, end),
      },
    ];
  });
}

/** Events that lie in no other of the list, so that time is counted once. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

/** Milliseconds that the thread computed for the events which begin between two moments. */
function spent(events: readonly TraceEvent[], from: number, until: number): number {
  const within = events.filter(({ ts }) => ts >= from && ts < until);
  return within.reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000;
}
