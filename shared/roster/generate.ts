import { compile } from './compile.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import type { Lock, Roster, RosterModel } from './model.ts';
import { openSlots, type OpenSlot } from './open-slots.ts';
import { remarksOnLocks, remarksOnModel, remarksOnRules, type Remark } from './remarks.ts';
import { personRules } from './rules.ts';
import type { LinearProgramming } from './solve/linear-programming.ts';
import { solveRoster, type Progress } from './solve/solve.ts';

/**
 * How much the desk spends on a roster unless it is stopped: about ten seconds on the machine that this was measured on. Work is
 * counted and not timed, so that the same month, seed and effort give the same roster on every machine.
 */
export const USUAL_EFFORT = 800_000_000;
/** For runs without a desk, where nobody waits to see it grow better: about a second for twenty people. */
export const QUICK_EFFORT = 60_000_000;

export type Generated = Evaluation & {
  readonly roster: Roster;
  /** No lawful roster costs less; −∞ when nothing was proven. */
  readonly bound: number;
  readonly proven: boolean;
  /** Effort up to the point where it ended: see `until`. */
  readonly spent: number;
  readonly open: readonly OpenSlot[];
  readonly remarks: readonly Remark[];
};

export type GenerateOptions = {
  readonly seed: number;
  readonly linear: LinearProgramming;
  readonly effort: number;
  /** Where an earlier run of the same model, seed and effort was stopped: this one ends there with the same roster. */
  readonly until?: number | undefined;
  /** Ends the work early with the best roster so far. */
  readonly stopped?: () => boolean;
  readonly report?: (progress: Progress) => void;
};

/**
 * Makes a roster in which no hard rule of a person is broken, whatever the leave and the locks; what cannot be covered comes back
 * as open slots with what blocks each person, what contradicts itself as remarks.
 */
export function generate(
  model: RosterModel,
  { seed, linear, effort, until = Infinity, stopped = () => false, report }: GenerateOptions,
): Generated {
  const solved = solveRoster(model, {
    seed,
    linear,
    effort,
    until,
    stopped,
    ...(report && { report }),
  });
  const { roster, bound, proven, spent } = solved;
  const compiled = compile(model);
  const loose = solved.looseLocks.flatMap(({ person, day, symbol }): Lock[] => {
    const [who, on] = [model.people[person], model.days[day]];
    const shift = model.shifts[symbol - 1]?.code ?? null;
    return who && on !== undefined ? [{ person: who.id, day: on, shift }] : [];
  });
  return {
    roster,
    bound,
    proven,
    spent,
    ...evaluate(model, roster),
    open: openSlots(model, roster),
    remarks: [
      ...remarksOnLocks(compiled, personRules(compiled.model), loose, roster),
      ...remarksOnModel(model),
      ...remarksOnRules(model, solved.impossible),
    ],
  };
}
