import type { Contender } from './contender.ts';
import { nuantuo } from './nuantuo.ts';
import { cpSat } from './peers/cp-sat.ts';
import { highsAlone } from './peers/highs-alone.ts';
import { runTrial } from './trial.ts';
import { readSource, type ContenderName, type Work } from './work.ts';

const contenders: Readonly<Record<ContenderName, Contender>> = {
  nuantuo,
  highs: highsAlone,
  cpSat,
};

/** One process for each trial, so that its processor time and memory are its own. */
const work = JSON.parse(process.argv[2] ?? '{}') as Work;
const trial = await runTrial(contenders[work.contender], readSource(work.source), work);
// Solvers leave threads behind that would keep the process alive.
process.send?.({ trial }, undefined, undefined, () => process.exit(0));
