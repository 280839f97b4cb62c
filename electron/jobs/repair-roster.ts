import { workerData } from 'node:worker_threads';
import type { Roster, RosterModel } from '../../shared/roster/model.ts';
import { repairRoster, type Repair } from '../../shared/roster/repair/alternatives.ts';
import type { SickCall } from '../../shared/roster/repair/sick-call.ts';
import { loadLinearProgramming } from './linear-program.ts';
import { answer } from './worker-answer.ts';

export type RepairWork = {
  readonly model: RosterModel;
  readonly roster: Roster;
  readonly call: SickCall;
  readonly seed: number;
};

await answer(async (): Promise<Repair> => {
  const { model, roster, call, seed } = workerData as RepairWork;
  return repairRoster(model, roster, call, { seed, linear: await loadLinearProgramming() });
});
