import assert from 'node:assert/strict';
import type { CentreLedger } from '../../shared/package/chain.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import type { Known, Standing } from '../../shared/package/place.ts';

/** What is looked at in the world of test/support/chain-world.ts. */
type Checked = {
  readonly ledger: CentreLedger;
  readonly papers: readonly { readonly link: { readonly hash: string }; readonly isGood: boolean }[];
  readonly forGood: ReadonlyMap<string, string>;
  readonly pc: { readonly known: Known };
  readonly standing: () => Standing;
};

/** What holds after every step, whatever happened. */
export function checkWorld(world: Checked): void {
  const { accepted, returned, waiting } = world.ledger;
  const paperOf = (hash: string) => world.papers.find(({ link }) => link.hash === hash);
  for (const [index, link] of accepted.entries()) {
    const before = accepted[index - 1];
    const begins = before === undefined || before.epoch < link.epoch;
    assert.deepEqual([link.seq, link.prev], begins ? [1, NO_HASH] : [before.seq + 1, before.hash]);
    assert.equal(paperOf(link.hash)?.isGood, true);
  }
  const placed = [...accepted, ...waiting, ...returned.map(({ link }) => link)].map(({ hash }) => hash);
  assert.equal(new Set(placed).size, placed.length);
  // The county never forgets, and never takes what it returned.
  for (const { link } of returned) assert(world.forGood.has(link.hash));
  const { fates, next } = world.standing();
  for (const { hash } of accepted) {
    const fate = fates.get(hash)?.fate;
    assert(fate !== 'returned' && fate !== 'void');
  }
  for (const built of world.pc.known.built) assert(built.epoch <= next.epoch);
}
