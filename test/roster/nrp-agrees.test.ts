import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Evaluation } from '../../shared/roster/evaluate.ts';
import type { RosterModel } from '../../shared/roster/model.ts';
import { readNrp } from '../../shared/roster/nrp.ts';
import { pick, randomFrom, type Random } from '../../shared/roster/random.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { nrpLike } from '../bench/nrp-like.ts';
import { parseNrp, verifyNrp, type NrpInstance, type NrpPerson } from '../bench/nrp-verify.ts';

const instances = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  weeks: fc.constantFrom(2, 3, 4, 6),
  people: fc.integer({ min: 1, max: 12 }),
  shifts: fc.integer({ min: 1, max: 6 }),
});

/** What the roster costs without the price that `evaluate` sets on breaches of hard rules. */
function softCost(model: RosterModel, { cost, violations }: Evaluation): number {
  const weight = new Map<string, number>(personRules(model).map((rule) => [rule.key, rule.weight]));
  const hard = violations.filter((found) => found.hard);
  return hard.reduce((rest, found) => rest - Math.abs(found.amount) * (weight.get(found.rule) ?? 0), cost);
}

/** Anything at all, or runs of work and rest of a likely length, so that many people keep all their rules. */
function aRow(random: Random, instance: NrpInstance, person: NrpPerson): (string | null)[] {
  const codes = instance.shifts.map((shift) => shift.id);
  if (random() < 0.2) {
    return Array.from({ length: instance.days }, () => codes[pick(random, codes.length + 1)] ?? null);
  }
  const able = codes.filter((code) => (person.most.get(code) ?? 0) > 0);
  const row: (string | null)[] = [];
  let works = random() < 0.5;
  while (row.length < instance.days) {
    const least = works ? person.leastRun : person.leastRest;
    const most = works ? person.mostRun : person.leastRest + 2;
    const length = least + pick(random, most - least + 1);
    let at = pick(random, able.length);
    for (let day = 0; day < length; day++) {
      const off = person.daysOff.has(row.length) && random() < 0.9;
      row.push(works && !off ? (able[at] ?? null) : null);
      if (random() < 0.2) at = Math.min(at + 1, able.length - 1);
    }
    works = !works;
  }
  return row.slice(0, instance.days);
}

function aRoster(random: Random, instance: NrpInstance): Record<string, (string | null)[]> {
  return Object.fromEntries(instance.staff.map((person) => [person.id, aRow(random, instance, person)]));
}

describe('the rules of the house and an independent verifier', () => {
  it('agree on what each roster costs and on whose rules it breaks', () => {
    let kept = 0;
    fc.assert(
      fc.property(instances, fc.integer(), ({ seed, ...size }, rosterSeed) => {
        const text = nrpLike(seed, size);
        const [model, instance] = [readNrp(text), parseNrp(text)];
        const random = randomFrom(rosterSeed);
        for (let nth = 0; nth < 10; nth++) {
          const roster = aRoster(random, instance);
          const [ours, theirs] = [evaluate(model, roster), verifyNrp(instance, roster)];

          expect(softCost(model, ours)).toBe(theirs.cost);
          const broken = ours.violations.flatMap((found) => (found.hard ? [found.person] : []));
          const named = theirs.hard.map((sentence) => sentence.split(' ')[0]);
          expect([...new Set(broken)].toSorted()).toEqual([...new Set(named)].toSorted());
          kept += model.people.length - new Set(broken).size;
        }
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
    expect(kept).toBeGreaterThan(500); // both sides were seen: rules kept and rules broken
  });

  it('agree on a roster without a breach, where the cost is all there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const text = nrpLike(seed, { weeks: 2, people: 1, shifts: 2 });
        const [model, instance] = [readNrp(text), parseNrp(text)];
        const random = randomFrom(seed);
        const rosters = Array.from({ length: 50 }, () => aRoster(random, instance));
        const lawful = rosters.filter((roster) => verifyNrp(instance, roster).hard.length === 0);
        expect(rosters.filter((roster) => evaluate(model, roster).hard === 0)).toEqual(lawful);
        expect(lawful.map((roster) => evaluate(model, roster).cost)).toEqual(
          lawful.map((roster) => verifyNrp(instance, roster).cost),
        );
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
