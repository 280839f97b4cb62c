import { describe, expect, it } from 'vitest';
import {
  emptyLedger,
  judge,
  record,
  withResync,
  type CentreLedger,
  type Link,
} from '../../shared/package/chain.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aDesk, aStatement, verdictOn } from '../support/packages.ts';

const hashOf = (seq: number, epoch = 1) => `${epoch}${seq}`.padStart(64, 'a');
const link = (seq: number, change: Partial<Link> = {}): Link => {
  const epoch = change.epoch ?? 1;
  return {
    epoch,
    seq,
    hash: hashOf(seq, epoch),
    prev: seq === 1 ? NO_HASH : hashOf(seq - 1, epoch),
    period: `2026-${String(seq).padStart(2, '0')}`,
    kind: 'full',
    ...change,
  };
};
const verdict = (ledger: CentreLedger, arrival: Link, confirmation?: Parameters<typeof judge>[2]) => {
  const judgement = judge(ledger, arrival, confirmation);
  return judgement.verdict === 'accept' ? 'accept' : judgement.code;
};
/** The ledger after these packages came, in this order. */
const after = (...arrivals: Link[]) =>
  arrivals.reduce((ledger, arrival) => record(ledger, arrival, judge(ledger, arrival)), emptyLedger);

const three = after(link(1), link(2), link(3));

describe('the chain of a centre', () => {
  it('accepts the next number on the last hash', () => {
    expect(verdict(emptyLedger, link(1))).toBe('accept');
    expect(verdict(three, link(4))).toBe('accept');
    expect(three.accepted).toHaveLength(3);
  });

  it('attack 42: does nothing with a package that came before', () => {
    for (const seq of [1, 2, 3]) {
      expect(verdict(three, link(seq))).toBe('REPLAY');
      expect(record(three, link(seq), judge(three, link(seq)))).toBe(three);
    }
  });

  it('attack 43: does nothing with the report that a correction superseded', () => {
    const corrected = after(link(1), link(2, { kind: 'correction', period: '2026-01' }));
    expect(corrected.accepted).toHaveLength(2);
    expect(verdict(corrected, link(1))).toBe('REPLAY');
    expect(verdict(corrected, link(3, { period: '2026-01' }))).toBe('PERIOD_TAKEN');
  });

  it('attack 44: keeps a package after a gap until the gap is filled, then accepts both', () => {
    const waiting = after(link(1), link(3), link(4));
    expect(verdict(after(link(1)), link(3))).toBe('GAP');
    expect(judge(after(link(1)), link(4))).toMatchObject({ facts: { from: 2, to: 3 } });
    expect(waiting.accepted.map(({ seq }) => seq)).toEqual([1]);
    expect(record(waiting, link(3), judge(waiting, link(3)))).toBe(waiting);
    const filled = record(waiting, link(2), judge(waiting, link(2)));
    expect(filled.accepted.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(filled.waiting).toEqual([]);
  });

  it('attack 44: lets go of a waiting package whose hash before it is not the one that filled the gap, as if it had come after it', () => {
    const stranger = link(3, { prev: 'f'.repeat(64), hash: 'e'.repeat(64) });
    const waiting = after(link(1), stranger);
    const filled = record(waiting, link(2), judge(waiting, link(2)));
    expect(filled.accepted.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(filled.waiting).toEqual([]);
    expect(filled).toEqual(after(link(1), link(2), stranger));
    expect(verdict(filled, link(3))).toBe('accept');
  });

  it('attack 45: takes two packages with one number for a fork and holds the centre', () => {
    const twin = link(2, { hash: 'f'.repeat(64) });
    expect(verdict(three, twin)).toBe('FORK');
    const held = record(three, twin, judge(three, twin));
    expect(held.fork).toEqual(twin);
    expect(verdict(held, link(4))).toBe('CENTRE_ON_HOLD');
    expect(verdict(held, link(3))).toBe('REPLAY');
  });

  it('attack 45: sees the fork also when the first of the two is still waiting', () => {
    expect(verdict(after(link(1), link(3)), link(3, { hash: 'f'.repeat(64) }))).toBe('FORK');
  });

  it('attack 46: takes a PC that was restored from an old backup and numbers on from there for a fork', () => {
    expect(verdict(three, link(2, { hash: 'e'.repeat(64), period: '2026-03' }))).toBe('FORK');
  });

  it('attack 47: refuses the next number on another hash', () => {
    expect(verdict(three, link(4, { prev: 'f'.repeat(64) }))).toBe('CHAIN_BROKEN');
    expect(verdict(emptyLedger, link(1, { prev: 'f'.repeat(64) }))).toBe('CHAIN_BROKEN');
  });

  it('attack 48: begins a new epoch only when two people confirm the last known hash', () => {
    const begins = link(1, { epoch: 2, period: '2026-04' });
    const lastHash = hashOf(3);
    expect(verdict(three, begins)).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three, begins, { lastHash, by: ['甲', '甲 '] })).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three, begins, { lastHash, by: ['甲', ''] })).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three, begins, { lastHash: hashOf(2), by: ['甲', '乙'] })).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three, begins, { lastHash, by: ['甲', '乙'] })).toBe('accept');
    expect(verdict(three, { ...begins, prev: lastHash }, { lastHash, by: ['甲', '乙'] })).toBe(
      'CHAIN_BROKEN',
    );
    expect(verdict(three, link(1, { epoch: 3 }), { lastHash, by: ['甲', '乙'] })).toBe('EPOCH_SKIPPED');
  });

  it('attack 48: refuses a new package of an epoch that is over, and the reuse of an epoch', () => {
    const begins = link(1, { epoch: 2, period: '2026-04' });
    const second = record(three, begins, { verdict: 'accept' });
    expect(verdict(second, link(4))).toBe('EPOCH_PAST');
    expect(verdict(second, link(2))).toBe('REPLAY');
    expect(verdict(second, { ...begins, hash: 'f'.repeat(64) })).toBe('FORK');
  });

  it('attack 48: lifts the hold of a fork when the new epoch is accepted', () => {
    const twin = link(2, { hash: 'f'.repeat(64) });
    const held = record(three, twin, judge(three, twin));
    const begins = link(1, { epoch: 2, period: '2026-04' });
    const confirmation = { lastHash: hashOf(3), by: ['甲', '乙'] as const };
    const lifted = record(held, begins, judge(held, begins, confirmation));
    expect(lifted.fork).toBeNull();
    expect(verdict(lifted, link(2, { epoch: 2, period: '2026-05' }))).toBe('accept');
  });

  it('takes a correction only of a month that came, any number of times', () => {
    expect(verdict(three, link(4, { kind: 'correction', period: '2026-09' }))).toBe('NOTHING_TO_CORRECT');
    const once = after(link(1), link(2, { kind: 'correction', period: '2026-01' }));
    expect(verdict(once, link(3, { kind: 'correction', period: '2026-01' }))).toBe('accept');
  });

  it('44 returns a waiting package for good when its month cannot be reported once its turn comes', () => {
    const twice = link(3, { period: '2026-01' });
    const waiting = after(link(1), twice);
    expect(waiting.waiting).toHaveLength(1);
    const filled = record(waiting, link(2), judge(waiting, link(2)));
    expect(filled.waiting).toEqual([]);
    expect(filled.returned).toMatchObject([{ code: 'PERIOD_TAKEN', nextSeq: 3, lastHash: hashOf(2) }]);
    expect(verdict(filled, twice)).toBe('PERIOD_TAKEN');
  });

  it('is judged with the real hashes of real packages', () => {
    const first = aStatement();
    const second = aStatement({ seq: 2, prev_sha256: first.hash, kind: 'correction' });
    const received: Link = {
      epoch: 1,
      seq: 1,
      hash: first.hash,
      prev: NO_HASH,
      period: '2026-10',
      kind: 'full',
    };
    const ledger: CentreLedger = { ...emptyLedger, accepted: [received] };
    expect(verdictOn(first.archive, aDesk({ ledger }))).toBe('REPLAY');
    expect(verdictOn(second.archive, aDesk({ ledger }))).toBe('accepted');
    expect(verdictOn(aStatement({ audit_count: 13 }).archive, aDesk({ ledger }))).toBe('FORK');
    expect(
      verdictOn(
        aStatement({ seq: 3, prev_sha256: 'c'.repeat(64), kind: 'correction' }).archive,
        aDesk({ ledger }),
      ),
    ).toBe('waiting');
    expect(
      verdictOn(
        aStatement({ seq: 2, prev_sha256: 'c'.repeat(64), kind: 'correction' }).archive,
        aDesk({ ledger }),
      ),
    ).toBe('CHAIN_BROKEN');
  });

  it('ends the same in whatever order packages come, and however often', () => {
    const random = chance(seed('chain-orders'));
    for (let round = 0; round < count('chain-orders', 300); round += 1) {
      const months = Array.from({ length: 1 + Math.floor(random() * 9) }, (_, index) => link(index + 1));
      const twice = [...months, ...months.filter(() => random() < 0.5)];
      const mail = twice.map((arrival) => ({ arrival, at: random() })).toSorted((a, b) => a.at - b.at);
      const ledger = after(...mail.map(({ arrival }) => arrival));
      expect(ledger).toEqual({ ...emptyLedger, accepted: months });
    }
  });

  it('never accepts two packages for one number, whatever a cloned PC sends in between', () => {
    const random = chance(seed('chain-forks'));
    for (let round = 0; round < count('chain-forks', 300); round += 1) {
      const clone = (seq: number) =>
        link(seq, {
          hash: String(seq).padStart(64, 'c'),
          prev: random() < 0.5 ? hashOf(seq - 1) : String(seq - 1).padStart(64, 'c'),
        });
      const mail = Array.from({ length: 12 }, () => {
        const seq = 1 + Math.floor(random() * 6);
        return random() < 0.4 && seq > 1 ? clone(seq) : link(seq);
      });
      const { accepted } = after(...mail);
      expect(accepted.map(({ seq }) => seq)).toEqual(accepted.map((_, index) => index + 1));
      for (const [index, { prev }] of accepted.entries())
        expect(prev).toBe(accepted[index - 1]?.hash ?? NO_HASH);
    }
  });
});

const returnedFor = (ledger: CentreLedger, arrival: Link) =>
  record(ledger, arrival, {
    verdict: 'refuse',
    code: 'ROW_VALUE',
    facts: { table: 'pay', line: 1, field: 'days' },
  });
const again = (seq: number, change: Partial<Link> = {}) =>
  link(seq, { hash: `b${hashOf(seq).slice(1)}`, ...change });

describe('a package that was returned for its content', () => {
  const one = after(link(1));
  const returned = returnedFor(one, link(2));

  it('leaves its number free: the month built again in its place is no fork', () => {
    expect(returned.returned).toMatchObject([{ code: 'ROW_VALUE', nextSeq: 2, lastHash: hashOf(1) }]);
    expect(verdict(returned, again(2))).toBe('accept');
    const taken = record(returned, again(2), { verdict: 'accept' });
    expect(taken.accepted.map(({ hash }) => hash)).toEqual([hashOf(1), again(2).hash]);
    expect(taken.fork).toBeNull();
  });

  it('is answered the same for ever, also when its place is taken', () => {
    expect(judge(returned, link(2))).toMatchObject({ code: 'ROW_VALUE', facts: { table: 'pay', line: 1 } });
    const taken = record(returned, again(2), { verdict: 'accept' });
    expect(verdict(taken, link(2))).toBe('ROW_VALUE');
    expect(record(taken, link(2), judge(taken, link(2)))).toBe(taken);
  });

  it('takes with it what was built on it, in whatever order they come, and says from which number on', () => {
    const ledgers = [
      [link(2), link(3), link(4)],
      [link(4), link(3), link(2)],
      [link(3), link(2), link(4)],
    ].map((order) =>
      order.reduce(
        (ledger, arrival) =>
          arrival.seq === 2 ? returnedFor(ledger, arrival) : record(ledger, arrival, judge(ledger, arrival)),
        one,
      ),
    );
    for (const ledger of ledgers) {
      expect(ledger.waiting).toEqual([]);
      expect(ledger.returned.map(({ link: { seq } }) => seq).toSorted()).toEqual([2, 3, 4]);
      for (const seq of [3, 4])
        expect(judge(ledger, link(seq))).toMatchObject({ code: 'AFTER_RETURNED', facts: { returned: 2 } });
      const second = record(ledger, again(2), judge(ledger, again(2)));
      const third = again(3, { prev: again(2).hash });
      expect(verdict(second, third)).toBe('accept');
      const whole = record(second, third, { verdict: 'accept' });
      expect(verdict(whole, link(3))).toBe('AFTER_RETURNED');
      expect(whole.fork).toBeNull();
    }
  });

  it('may be returned while it waits for a gap, and the gap is still filled', () => {
    const early = returnedFor(one, link(3));
    expect(early.returned).toMatchObject([{ nextSeq: 2, lastHash: hashOf(1) }]);
    const filled = record(early, link(2), judge(early, link(2)));
    expect(verdict(filled, again(3, { prev: hashOf(2) }))).toBe('accept');
  });

  it('is no fork for what stood on it and was handed in before the ones between: it is let go when its turn comes', () => {
    // Number 5 was built on 2, 3 and 4, which were never handed in again; the centre has built 3, 4 and 5 anew.
    const early = record(returned, link(5), judge(returned, link(5)));
    expect(early.waiting).toHaveLength(1);
    const chain = [2, 3, 4, 5].map((seq) =>
      again(seq, { prev: seq === 2 ? hashOf(1) : again(seq - 1).hash }),
    );
    const ledger = chain.reduce((before, arrival) => record(before, arrival, judge(before, arrival)), early);
    expect(ledger.accepted.map(({ hash }) => hash)).toEqual([hashOf(1), ...chain.map(({ hash }) => hash)]);
    expect([ledger.fork, ledger.waiting]).toEqual([null, []]);
    for (const seq of [4, 5])
      expect(judge(ledger, link(seq))).toMatchObject({ code: 'AFTER_RETURNED', facts: { returned: seq } });
  });

  it('does not hide a second PC: its first own package stands on one that the county took', () => {
    const ledger = [again(2), again(3, { prev: again(2).hash })].reduce(
      (before, arrival) => record(before, arrival, judge(before, arrival)),
      returned,
    );
    expect(verdict(ledger, link(3, { prev: again(2).hash }))).toBe('FORK');
    // Also when both wait: the one whose turn comes second is the fork.
    const fourth = (hash: string) => link(4, { prev: again(3).hash, hash: hash.repeat(64) });
    const both = [fourth('1'), fourth('2'), again(2), again(3, { prev: again(2).hash })].reduce(
      (before, arrival) => record(before, arrival, judge(before, arrival)),
      returned,
    );
    expect(both.accepted.at(-1)?.hash).toBe('1'.repeat(64));
    expect(both.fork?.hash).toBe('2'.repeat(64));
  });

  it('does not hide a fork: a third package in a place that is taken is one', () => {
    const taken = record(returned, again(2), { verdict: 'accept' });
    expect(verdict(taken, link(2, { hash: 'f'.repeat(64) }))).toBe('FORK');
  });
});

describe('a new epoch that two people let begin beforehand', () => {
  const by = ['甲', '乙'] as const;
  const granted = withResync(three, by, '2026-11-05');
  const begins = link(1, { epoch: 2, period: '2026-04' });

  it('needs no hash typed with the first package, and names the last one that is known', () => {
    expect(granted.resync).toEqual({
      epoch: 2,
      lastEpoch: 1,
      lastSeq: 3,
      lastHash: hashOf(3),
      by,
      on: '2026-11-05',
    });
    expect(verdict(three, begins)).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(granted.ledger, begins)).toBe('accept');
  });

  it('is answered the same when the token is written again, and a further one only once it began', () => {
    expect(withResync(granted.ledger, ['丙', '丁'], '2026-11-06')).toEqual(granted);
    const begun = record(granted.ledger, begins, judge(granted.ledger, begins));
    expect(withResync(begun, by, '2026-12-05').resync).toMatchObject({ epoch: 3, lastEpoch: 2, lastSeq: 1 });
  });

  it('closes the epoch before: neither a late package nor one that waited is taken any more', () => {
    expect(verdict(granted.ledger, link(4))).toBe('EPOCH_PAST');
    expect(verdict(granted.ledger, link(2))).toBe('REPLAY');
    const waited = after(link(1), link(3));
    expect(withResync(waited, by, '2026-11-05').ledger.waiting).toEqual([]);
  });

  it('is the next that was never used, also after a fork in an epoch of which nothing was taken', () => {
    const second = link(2, { epoch: 2, period: '2026-05' });
    const forked = [second, { ...second, hash: 'f'.repeat(64) }].reduce(
      (ledger, arrival) => record(ledger, arrival, judge(ledger, arrival)),
      granted.ledger,
    );
    expect(forked.fork).toMatchObject({ epoch: 2, seq: 2 });
    expect(verdict(forked, begins)).toBe('CENTRE_ON_HOLD');
    const next = withResync(forked, by, '2026-11-06');
    expect(next.resync.epoch).toBe(3);
    const first = link(1, { epoch: 3, period: '2026-04' });
    expect(verdict(next.ledger, first)).toBe('accept');
    expect(record(next.ledger, first, { verdict: 'accept' }).fork).toBeNull();
    expect(verdict(next.ledger, link(1, { epoch: 4 }))).toBe('EPOCH_SKIPPED');
  });

  it('can begin for a centre of which the county has nothing', () => {
    expect(withResync(emptyLedger, by, '2026-11-05').resync).toMatchObject({
      epoch: 2,
      lastSeq: 0,
      lastHash: NO_HASH,
    });
  });
});
