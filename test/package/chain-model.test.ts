import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWorld } from '../support/chain-checks.ts';
import { acts, World } from '../support/chain-world.ts';
import { count, seed } from '../support/counts.ts';

const steps = (allowed: readonly (typeof acts)[number][]) =>
  fc.array(fc.record({ act: fc.constantFrom(...allowed), pick: fc.nat(10_000) }), {
    minLength: 50,
    maxLength: 50,
  });
const runs = { numRuns: count('chain-model', 200, 5000), seed: seed('chain-model') };

describe('a centre and its county over years', () => {
  it('end with the same months, whatever was lost, late, twice, refused or restored', () => {
    let [taken, returned, forked, epochs, wentOn] = [0, 0, 0, 0, 0];
    fc.assert(
      fc.property(steps(acts), (script) => {
        const world = new World();
        for (const step of script) {
          world.step(step);
          checkWorld(world);
          forked += Number(world.ledger.fork !== null);
        }
        world.settle();
        const here = world.pc.versions;
        expect(here.map((_, month) => world.countyVersion(month))).toEqual(here);
        taken += world.ledger.accepted.length;
        returned += world.ledger.returned.length;
        epochs += world.ledger.resyncs.length;
        wentOn += world.wentOn;
      }),
      runs,
    );
    // The runs must have met what they are for.
    for (const met of [taken, returned, forked, epochs, wentOn]) expect(met).toBeGreaterThan(0);
  });

  it('hold no centre that has one PC and no old backup, and lose no number', () => {
    const honest = acts.filter(
      (act) => !['restore', 'go on', 'resync', 'back up', 'hand in any'].includes(act),
    );
    fc.assert(
      fc.property(steps(honest), (script) => {
        const world = new World();
        for (const step of script) {
          // A director hands in what the page still offers: never what was returned, or stands on it.
          const newest = world.papers.at(-1);
          const fate = newest && world.standing().fates.get(newest.link.hash)?.fate;
          if (step.act === 'hand in newest' && (fate === 'returned' || fate === 'void')) continue;
          world.step(step);
          checkWorld(world);
          expect(world.ledger.fork).toBeNull();
          expect(world.standing().hold).toBeNull();
        }
        world.settle();
        expect(world.ledger.resyncs).toEqual([]);
        expect(world.ledger.accepted.map(({ hash }) => hash)).toEqual(livingOf(world));
      }),
      runs,
    );
  });
});

/** The packages of the centre's own chain as it stands, in order. */
function livingOf(world: World): string[] {
  const { fates } = world.standing();
  return world.pc.known.built
    .filter(({ hash }) => fates.get(hash)?.fate === 'accepted')
    .map(({ hash }) => hash);
}
