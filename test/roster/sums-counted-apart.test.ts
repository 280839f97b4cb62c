import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../../shared/roster/compile.ts';
import { pick, randomFrom } from '../../shared/roster/random.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { openDiagramCache } from '../../shared/roster/solve/diagram-cache.ts';
import { monthCost, monthsOf } from '../../shared/roster/solve/person-months.ts';
import { cheapest } from '../../shared/roster/solve/pricing.ts';
import { smallRosters } from '../support/small-rosters.ts';

it('a month costs the same whether its sums are in the diagram or counted apart, and the bound stays true', () => {
  let apart = 0;
  fc.assert(
    fc.property(smallRosters, fc.nat(), (model, seed) => {
      const compiled = compile(model);
      const rules = personRules(model);
      const random = randomFrom(seed);
      const whole = openDiagramCache(compiled.people.length);
      const narrow = { ...openDiagramCache(compiled.people.length), mostNodes: 1 };
      for (const person of compiled.people) {
        const exact = monthsOf(compiled, person, rules, whole);
        const loose = monthsOf(compiled, person, rules, narrow);
        expect(loose === null).toBe(exact === null);
        if (!exact || !loose) continue;
        apart += loose.apart.tallies.length;
        const { days, symbols } = exact.diagram;
        for (let trial = 0; trial < 20; trial++) {
          const month = Int8Array.from({ length: days }, () => pick(random, symbols));
          const [one, other] = [monthCost(exact, month), monthCost(loose, month)];
          expect(other === one || Math.abs(other - one) < 1e-6, `${other} for ${one}`).toBe(true);
        }
        const bound = cheapest(loose.diagram, loose.cells, new Float64Array(loose.diagram.nodes));
        const least = cheapest(exact.diagram, exact.cells, new Float64Array(exact.diagram.nodes));
        expect(bound).toBeLessThanOrEqual(least + 1e-6);
      }
    }),
    { numRuns: 200, seed: 20_261_122 },
  );
  expect(apart).toBeGreaterThan(100);
});
