import { describe, expect, it } from 'vitest';
import { emptyLedger, isTwoPeople, judge, record, withResync } from '../../shared/package/chain.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { after, hashOf, link, further, verdict } from '../support/chain-links.ts';

describe('a new epoch that two people let begin beforehand', () => {
  const by = ['甲', '乙'] as const;
  const three = () => after(link(1), link(2), link(3));
  const granted = () => withResync(three(), by, '2026-11-05');
  const begins = link(1, { epoch: 2, period: '2026-04' });

  it('needs no hash typed with the first package, and names the last one that is known', () => {
    expect(granted().resync).toEqual({
      epoch: 2,
      lastEpoch: 1,
      lastSeq: 3,
      lastHash: hashOf(3),
      by,
      on: '2026-11-05',
    });
    expect(verdict(three(), begins)).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(granted().ledger, begins)).toBe('accept');
  });

  it('is answered the same when the token is written again, and a further one only once it began', () => {
    expect(withResync(granted().ledger, ['丙', '丁'], '2026-11-06')).toEqual(granted());
    const begun = record(granted().ledger, begins, judge(granted().ledger, begins));
    expect(withResync(begun, by, '2026-12-05').resync).toMatchObject({ epoch: 3, lastEpoch: 2, lastSeq: 1 });
  });

  it('closes the epoch before: neither a late package nor one that waited is taken any more', () => {
    expect(verdict(granted().ledger, link(4))).toBe('EPOCH_PAST');
    expect(verdict(granted().ledger, link(2))).toBe('REPLAY');
    const waited = after(link(1), link(3));
    expect(withResync(waited, by, '2026-11-05').ledger.waiting).toEqual([]);
  });

  it('is the next that was never used, also after a fork in an epoch of which nothing was taken', () => {
    const second = link(2, { epoch: 2, period: '2026-05' });
    const forked = further(granted().ledger, second, { ...second, hash: 'f'.repeat(64) });
    expect(forked.fork).toMatchObject({ epoch: 2, seq: 2 });
    expect(verdict(forked, begins)).toBe('CENTRE_ON_HOLD');
    const next = withResync(forked, by, '2026-11-06');
    expect(next.resync.epoch).toBe(3);
    const first = link(1, { epoch: 3, period: '2026-04' });
    expect(verdict(next.ledger, first)).toBe('accept');
    expect(record(next.ledger, first, { verdict: 'accept' }).fork).toBeNull();
    expect(verdict(next.ledger, link(1, { epoch: 4 }))).toBe('EPOCH_SKIPPED');
  });

  it('may be named a later one, for a centre that has built in it already, but never an earlier one', () => {
    const { ledger } = granted();
    for (const atLeast of [0, 1, 2]) expect(withResync(ledger, by, '2026-11-06', atLeast)).toEqual(granted());
    const later = withResync(ledger, by, '2026-11-06', 5);
    expect(later.resync).toMatchObject({ epoch: 5, lastEpoch: 1, lastSeq: 3, on: '2026-11-06' });
    expect(later.ledger.resyncs.map(({ epoch }) => epoch)).toEqual([2, 5]);
    expect(verdict(later.ledger, begins)).toBe('EPOCH_PAST');
    expect(verdict(later.ledger, { ...begins, epoch: 5 })).toBe('accept');
    expect(withResync(later.ledger, by, '2026-11-07', 3)).toEqual(later);
  });

  it('may report anew a month that an epoch before has reported', () => {
    expect(verdict(granted().ledger, { ...begins, period: '2026-01' })).toBe('accept');
    const begun = further(granted().ledger, { ...begins, period: '2026-01' });
    expect(verdict(begun, link(2, { epoch: 2, period: '2026-01' }))).toBe('PERIOD_TAKEN');
    expect(verdict(begun, link(2, { epoch: 2, period: '2026-02', kind: 'correction' }))).toBe('accept');
  });

  it('can begin for a centre of which the county has nothing', () => {
    expect(withResync(emptyLedger, by, '2026-11-05').resync).toMatchObject({
      epoch: 2,
      lastSeq: 0,
      lastHash: NO_HASH,
    });
  });
});

describe('two people', () => {
  it('are two names, neither blank, whatever spaces stand around them', () => {
    expect(isTwoPeople(['甲', '乙'])).toBe(true);
    expect(isTwoPeople([' 甲', '乙 '])).toBe(true);
    for (const [one, other] of [
      ['甲', '甲'],
      ['甲 ', '甲'],
      ['甲', ' 甲'],
      ['', '乙'],
      [' ', '乙'],
      ['甲', ''],
      ['甲', ' '],
    ] as const)
      expect(isTwoPeople([one, other]), `“${one}” and “${other}”`).toBe(false);
  });
});
