import type { Roster, RosterModel } from '../../shared/roster/model.ts';

/** A solver in the comparison. */
export type Contender = {
  /** Loads what it needs; null when it cannot be had, after saying why in one sentence on stderr. */
  readonly prepare: () => Promise<Run | null>;
};

/** Solves one model; every better roster is reported at once. `elapsed`: processor seconds since the process began. */
export type Run = (model: RosterModel, task: Task) => Promise<Outcome>;

export type Task = {
  readonly seed: number;
  /** Processor seconds after which it must stop, on the clock `elapsed`. */
  readonly seconds: number;
  readonly elapsed: () => number;
  /** `at`: when it was found, if the solver tells it only later. */
  readonly report: (roster: Roster, at?: number) => void;
};

/** `roster`: the best, or null; `bound`: a proven lower bound, or null; `claimed`: what the solver itself says it costs. */
export type Outcome = {
  readonly roster: Roster | null;
  readonly bound: number | null;
  readonly claimed: number | null;
  /** Processor seconds that count, when it used some more to find out how long to run. */
  readonly seconds?: number;
};
