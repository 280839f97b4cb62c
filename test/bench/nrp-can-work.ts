/** What one person's contract asks, without her shifts. */
export type Contract = {
  readonly mostMinutes: number;
  readonly leastMinutes: number;
  readonly mostRun: number;
  readonly leastRun: number;
  readonly leastRest: number;
  readonly mostWeekends: number;
};

/** `run`: days in a row so far, worked or free; `open`: the run began with the horizon, so that no least length holds. */
type State = {
  readonly works: boolean;
  readonly run: number;
  readonly open: boolean;
  readonly shifts: number;
  readonly weekends: number;
  readonly saturday: boolean;
};

/** Whether there is a row of shifts of this one length, day 0 being a Monday, that keeps the contract and the days off. */
export function canWork(
  contract: Contract,
  minutes: number,
  daysOff: readonly number[],
  days: number,
): boolean {
  const begin = { run: 0, open: true, shifts: 0, weekends: 0, saturday: false };
  let states: State[] = [
    { ...begin, works: true },
    { ...begin, works: false },
  ];
  for (let day = 0; day < days; day++) {
    const next = new Map<number, State>();
    for (const state of states) {
      for (const works of daysOff.includes(day) ? [false] : [true, false]) {
        const after = step(contract, state, works, day % 7);
        if (after && after.shifts * minutes <= contract.mostMinutes) {
          next.set(keyOf(after), after);
        }
      }
    }
    states = [...next.values()];
  }
  return states.some((state) => state.shifts * minutes >= contract.leastMinutes);
}

function step(contract: Contract, state: State, works: boolean, weekday: number): State | null {
  const same = state.works === works;
  const least = state.works ? contract.leastRun : contract.leastRest;
  if (!same && !state.open && state.run < least) return null;
  const run = same ? state.run + 1 : 1;
  if (works && run > contract.mostRun) return null;
  const counts = works && (weekday === 5 || (weekday === 6 && !state.saturday));
  const weekends = state.weekends + (counts ? 1 : 0);
  if (weekends > contract.mostWeekends) return null;
  return {
    works,
    run: works ? run : Math.min(run, contract.leastRest),
    open: state.open && (same || state.run === 0),
    shifts: state.shifts + (works ? 1 : 0),
    weekends,
    saturday: works && weekday === 5,
  };
}

function keyOf({ works, run, open, shifts, weekends, saturday }: State): number {
  const flags = (works ? 1 : 0) + (open ? 2 : 0) + (saturday ? 4 : 0);
  return ((shifts * 64 + run) * 64 + weekends) * 8 + flags;
}
