import { describe, expect, it } from 'vitest';
import { evaluate } from '../../shared/roster/evaluate.ts';
import type { Roster } from '../../shared/roster/model.ts';
import { readNrp } from '../../shared/roster/nrp.ts';
import { nrpLike } from '../bench/nrp-like.ts';
import { parseNrp, verifyNrp } from '../bench/nrp-verify.ts';
import { ownHouse } from '../bench/own-house.ts';
import { compactMilp } from '../bench/peers/compact-milp.ts';
import { highsAlone } from '../bench/peers/highs-alone.ts';

const seeds = Array.from({ length: 8 }, (_, index) => index + 1);

describe('the compact model that the peers are given', () => {
  it.each(seeds)('has the optimum that evaluate and the verifier see (seed %i)', async (seed) => {
    const text = nrpLike(seed, { weeks: 2, people: 4, shifts: 1 + (seed % 3) });
    const model = readNrp(text);
    const run = await highsAlone.prepare();
    const reports: Roster[] = [];
    const task = { seed: 1, seconds: 20, elapsed: () => 0, report: (roster: Roster) => reports.push(roster) };
    const { roster, bound, claimed } = await run!(model, task);

    expect(evaluate(model, roster!)).toMatchObject({ hard: 0, cost: Math.round(claimed!) });
    expect(verifyNrp(parseNrp(text), roster!)).toEqual({ hard: [], cost: Math.round(claimed!) });
    expect(bound).toBeGreaterThan(claimed! - 1);
    expect(bound).toBeLessThanOrEqual(claimed! + 1e-4);
    expect(reports.length).toBeGreaterThan(0);
  });

  it('refuses a model with the rules of a house, which it cannot say', () => {
    expect(() => compactMilp(ownHouse(1, { people: 10, days: 14 }))).toThrow(RangeError);
  });
});
