import { describe, expect, it } from 'vitest';
import { judge, record, withResync } from '../../shared/package/chain.ts';
import { after, again, hashOf, link, returnedFor, further, verdict } from '../support/chain-links.ts';

describe('a package that was returned for its content', () => {
  const one = () => after(link(1));
  const returned = () => returnedFor(one(), link(2));

  it('leaves its number free: the month built again in its place is no fork', () => {
    expect(returned().returned).toMatchObject([{ code: 'ROW_VALUE', nextSeq: 2, lastHash: hashOf(1) }]);
    expect(verdict(returned(), again(2))).toBe('accept');
    const taken = record(returned(), again(2), { verdict: 'accept' });
    expect(taken.accepted.map(({ hash }) => hash)).toEqual([hashOf(1), again(2).hash]);
    expect(taken.fork).toBeNull();
  });

  it('is answered the same for ever, also when its place is taken', () => {
    expect(judge(returned(), link(2))).toMatchObject({ code: 'ROW_VALUE', facts: { table: 'pay', line: 1 } });
    const taken = record(returned(), again(2), { verdict: 'accept' });
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
        one(),
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
    const early = returnedFor(one(), link(3));
    expect(early.returned).toMatchObject([{ nextSeq: 2, lastHash: hashOf(1) }]);
    const filled = record(early, link(2), judge(early, link(2)));
    expect(verdict(filled, again(3, { prev: hashOf(2) }))).toBe('accept');
  });

  it('is no fork for what stood on it and was handed in before the ones between: it is let go when its turn comes', () => {
    // Number 5 was built on 2, 3 and 4, which were never handed in again; the centre has built 3, 4 and 5 anew.
    const early = record(returned(), link(5), judge(returned(), link(5)));
    expect(early.waiting).toHaveLength(1);
    const chain = [2, 3, 4, 5].map((seq) =>
      again(seq, { prev: seq === 2 ? hashOf(1) : again(seq - 1).hash }),
    );
    const ledger = further(early, ...chain);
    expect(ledger.accepted.map(({ hash }) => hash)).toEqual([hashOf(1), ...chain.map(({ hash }) => hash)]);
    expect([ledger.fork, ledger.waiting]).toEqual([null, []]);
    for (const seq of [4, 5])
      expect(judge(ledger, link(seq))).toMatchObject({ code: 'AFTER_RETURNED', facts: { returned: seq } });
  });

  it('does not hide a second PC: its first own package stands on one that the county took', () => {
    const ledger = further(returned(), again(2), again(3, { prev: again(2).hash }));
    expect(verdict(ledger, link(3, { prev: again(2).hash }))).toBe('FORK');
    // Also when both wait: the one whose turn comes second is the fork.
    const fourth = (hash: string) => link(4, { prev: again(3).hash, hash: hash.repeat(64) });
    const both = further(
      returned(),
      again(9),
      fourth('1'),
      fourth('2'),
      again(2),
      again(3, { prev: again(2).hash }),
    );
    expect(both.accepted.at(-1)?.hash).toBe('1'.repeat(64));
    expect(both.fork?.hash).toBe('2'.repeat(64));
    // What else waits stays: two people will look at it.
    expect(both.waiting).toEqual([again(9)]);
  });

  it('does not hide a fork: a third package in a place that is taken is one', () => {
    const taken = record(returned(), again(2), { verdict: 'accept' });
    for (const prev of [hashOf(1), 'd'.repeat(64)])
      expect(verdict(taken, link(2, { hash: 'f'.repeat(64), prev }))).toBe('FORK');
  });

  it('explains nothing of a smaller number, nor of another epoch', () => {
    const stranger = { hash: 'f'.repeat(64), prev: 'd'.repeat(64) };
    const later = returnedFor(further(one(), link(2)), link(3));
    expect(verdict(later, link(2, stranger))).toBe('FORK');
    const { ledger } = withResync(returned(), ['甲', '乙'], '2026-11-05');
    const second = further(ledger, ...[1, 2, 3].map((seq) => link(seq, { epoch: 2 })));
    expect(second.accepted.at(-1)).toMatchObject({ epoch: 2, seq: 3 });
    expect(verdict(second, link(3, { epoch: 2, ...stranger }))).toBe('FORK');
    expect(verdict(second, link(4, { epoch: 2, ...stranger }))).toBe('CHAIN_BROKEN');
  });

  it('takes along nothing of the next epoch, even if that names it as the one before', () => {
    const { ledger } = withResync(returned(), ['甲', '乙'], '2026-11-05');
    expect(verdict(ledger, link(1, { epoch: 2, prev: hashOf(2) }))).toBe('CHAIN_BROKEN');
  });
});
