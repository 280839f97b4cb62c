import type { Contender, Outcome, Task } from '../contender.ts';
import { compactMilp, type Milp } from './compact-milp.ts';
import { fetchPeer } from './fetch-peer.ts';

const VERSION = '0.9.1';
const ATTEMPTS = 3;

/** The part of or-tools-wasm that is used here; the package is fetched on demand, so its own types are not at hand. */
type OrTools = {
  readonly CpSat: {
    createModel(model: object): Promise<Uint8Array>;
    solve(
      model: Uint8Array,
      parameters: object,
      callbacks: Callbacks,
    ): Promise<{ response: Response | null }>;
  };
};
type Response = {
  readonly status?: string | number;
  readonly wallTime?: number;
  readonly solution?: readonly (number | string | { toNumber(): number })[];
  readonly objectiveValue?: number;
  readonly bestObjectiveBound?: number;
};
type Callbacks = { readonly onSolution: (response: Response) => void };

/** CP-SAT by or-tools-wasm on the compact model with one worker, stopped by processor time. */
export const cpSat: Contender = {
  prepare: async () => {
    const tools = await fetchPeer('or-tools-wasm', VERSION, 'build/javascript/node/cp-sat.js');
    return isOrTools(tools) ? async (model, task) => solve(tools, compactMilp(model), task) : null;
  },
};

function isOrTools(module: unknown): module is OrTools {
  return typeof module === 'object' && module !== null && 'CpSat' in module;
}

/**
 * The package tells its rosters only when it ends, and can be stopped only by the clock on the wall. So it is given as
 * much of that as the processor seconds need on this machine, and again more if that was too little; rosters that it
 * found after its processor seconds do not count.
 */
async function solve(tools: OrTools, milp: Milp, task: Task): Promise<Outcome> {
  const model = await tools.CpSat.createModel(toProto(milp));
  let wallSeconds = (task.seconds / shareOfProcessor(task.elapsed)) * 1.1;
  for (let attempt = 1; ; attempt++) {
    const tried = await attemptFor(wallSeconds, tools, model, task);
    if (tried.finished || tried.processorSeconds >= task.seconds || attempt === ATTEMPTS) {
      return toOutcome(tried, milp, task);
    }
    wallSeconds *= (task.seconds / tried.processorSeconds) * 1.1;
  }
}

type Attempt = {
  readonly finished: boolean;
  readonly processorSeconds: number;
  readonly wallSeconds: number;
  readonly found: readonly Response[];
};

async function attemptFor(
  wallSeconds: number,
  { CpSat }: OrTools,
  model: Uint8Array,
  task: Task,
): Promise<Attempt> {
  const found: Response[] = [];
  const [began, wallBegan] = [task.elapsed(), performance.now()];
  const { response } = await CpSat.solve(
    model,
    // Of what was tried (workers, interleaved search, levels) this was best for CP-SAT on these models.
    { numWorkers: 1, linearizationLevel: 2, randomSeed: task.seed, maxTimeInSeconds: wallSeconds },
    { onSolution: (solution) => found.push(solution) },
  );
  if (response) found.push(response);
  return {
    finished: response?.status === 'OPTIMAL' || response?.status === 4,
    processorSeconds: task.elapsed() - began,
    wallSeconds: (performance.now() - wallBegan) / 1000,
    found,
  };
}

function toOutcome({ found, processorSeconds, wallSeconds }: Attempt, milp: Milp, task: Task): Outcome {
  const perWallSecond = processorSeconds / wallSeconds;
  const seconds = Math.min(processorSeconds, task.seconds);
  let best: Outcome = { roster: null, bound: null, claimed: null, seconds };
  for (const { wallTime = wallSeconds, solution = [], objectiveValue, bestObjectiveBound } of found) {
    const at = wallTime * perWallSecond;
    const bound = Number.isFinite(bestObjectiveBound) ? (bestObjectiveBound ?? null) : null;
    best = { ...best, bound: bound ?? best.bound };
    if (at > task.seconds || solution.length === 0) continue;
    best = { ...best, roster: milp.rosterOf(solution.map(toNumber)), claimed: objectiveValue ?? null };
    if (best.roster) task.report(best.roster, at);
  }
  return best;
}

/** Which part of a processor this process gets at the moment. */
function shareOfProcessor(elapsed: () => number): number {
  const [began, wallBegan] = [elapsed(), performance.now()];
  while (performance.now() - wallBegan < 300);
  return Math.min(1, Math.max(0.1, (elapsed() - began) / 0.3));
}

function toProto(milp: Milp): object {
  const priced = milp.variables
    .map((variable, index) => ({ ...variable, index }))
    .filter((one) => one.cost !== 0);
  return {
    variables: milp.variables.map(({ lower, upper }) => ({ domain: [lower, upper] })),
    constraints: milp.rows.map((row) => {
      // CP-SAT wants finite whole bounds: what the row can reach at all is enough.
      const reach = row.terms.map(([variable, factor]) => factor * (milp.variables[variable]?.upper ?? 0));
      const lowest = reach.reduce((sum, value) => sum + Math.min(0, value), 0);
      const highest = reach.reduce((sum, value) => sum + Math.max(0, value), 0);
      return {
        linear: {
          vars: row.terms.map(([variable]) => variable),
          coeffs: row.terms.map(([, factor]) => factor),
          domain: [Math.max(row.least, lowest), Math.min(row.most, highest)],
        },
      };
    }),
    objective: {
      vars: priced.map((variable) => variable.index),
      coeffs: priced.map((variable) => variable.cost),
      offset: milp.offset,
    },
  };
}

function toNumber(value: number | string | { toNumber(): number }): number {
  return typeof value === 'object' ? value.toNumber() : Number(value);
}
