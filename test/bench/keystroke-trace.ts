/** One event of Chromium's trace; times in microseconds. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly type?: string }; readonly name?: string };
};

/** What one key cost, in milliseconds. */
export type KeyCost = {
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

/** Reads from a trace how long each key took until the frame that shows it was handed to the compositor. */
export function readTrace(events: readonly TraceEvent[]): KeyCost[] {
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
  const [first] = keys;
  if (!first) return [];
  const own = events.filter(({ pid, tid, ph }) => pid === first.pid && tid === first.tid && ph === 'X');
  const tasks = outermost(own.filter(({ name }) => taskNames.has(name)));
  const commits = own.filter(({ name }) => name === 'Commit').toSorted((a, b) => a.ts - b.ts);
  const scripts = outermost(own.filter(({ name }) => scriptNames.has(name)));
  // A modifier such as Control is a key of its own that changes nothing: it is left out by its missing frame.
  return keys.flatMap((key, index): KeyCost[] => {
    const next = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const commit = commits.find(({ ts }) => ts >= key.ts && ts < next);
    if (!commit) return [];
    const shown = commit.ts + (commit.dur ?? 0);
    return [
      {
        latency: (shown - key.ts) / 1000,
        work: overlap(tasks, key.ts, shown),
        script: overlap(scripts, key.ts, shown),
        after: overlap(tasks, shown, next === Number.POSITIVE_INFINITY ? shown + 100_000 : next),
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

/** Milliseconds of the events that fall between two moments. */
function overlap(events: readonly TraceEvent[], from: number, until: number): number {
  const inside = events.map(({ ts, dur = 0 }) => Math.max(0, Math.min(ts + dur, until) - Math.max(ts, from)));
  return inside.reduce((sum, part) => sum + part, 0) / 1000;
}
