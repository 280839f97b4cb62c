import { describe, expect, it } from 'vitest';
import { emptyLedger, judge, record, type CentreLedger, type Link } from '../../shared/package/chain.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { after, hashOf, link, verdict } from '../support/chain-links.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aDesk, aStatement, verdictOn } from '../support/packages.ts';

/** Made anew for each test, so that a fault in the rules fails a test and not the reading of this file. */
const three = () => after(link(1), link(2), link(3));

describe('the chain of a centre', () => {
  it('accepts the next number on the last hash', () => {
    expect(verdict(emptyLedger, link(1))).toBe('accept');
    expect(verdict(three(), link(4))).toBe('accept');
    expect(three().accepted).toHaveLength(3);
  });

  it('attack 42: does nothing with a package that came before', () => {
    for (const seq of [1, 2, 3]) {
      expect(verdict(three(), link(seq))).toBe('REPLAY');
      const ledger = three();
      expect(record(ledger, link(seq), judge(ledger, link(seq)))).toBe(ledger);
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
    expect(verdict(three(), twin)).toBe('FORK');
    const held = record(three(), twin, judge(three(), twin));
    expect(held.fork).toEqual(twin);
    expect(verdict(held, link(4))).toBe('CENTRE_ON_HOLD');
    expect(verdict(held, link(3))).toBe('REPLAY');
  });

  it('attack 45: sees the fork also when the first of the two is still waiting', () => {
    expect(verdict(after(link(1), link(3)), link(3, { hash: 'f'.repeat(64) }))).toBe('FORK');
  });

  it('attack 46: takes a PC that was restored from an old backup and numbers on from there for a fork', () => {
    expect(verdict(three(), link(2, { hash: 'e'.repeat(64), period: '2026-03' }))).toBe('FORK');
  });

  it('attack 47: refuses the next number on another hash', () => {
    expect(verdict(three(), link(4, { prev: 'f'.repeat(64) }))).toBe('CHAIN_BROKEN');
    expect(verdict(emptyLedger, link(1, { prev: 'f'.repeat(64) }))).toBe('CHAIN_BROKEN');
  });

  it('attack 48: begins a new epoch only when two people confirm the last known hash', () => {
    const begins = link(1, { epoch: 2, period: '2026-04' });
    const lastHash = hashOf(3);
    expect(verdict(three(), begins)).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three(), begins, { lastHash, by: ['甲', '甲 '] })).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three(), begins, { lastHash, by: ['甲', ''] })).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three(), begins, { lastHash: hashOf(2), by: ['甲', '乙'] })).toBe('EPOCH_UNCONFIRMED');
    expect(verdict(three(), begins, { lastHash, by: ['甲', '乙'] })).toBe('accept');
    expect(verdict(three(), { ...begins, prev: lastHash }, { lastHash, by: ['甲', '乙'] })).toBe(
      'CHAIN_BROKEN',
    );
    expect(verdict(three(), link(1, { epoch: 3 }), { lastHash, by: ['甲', '乙'] })).toBe('EPOCH_SKIPPED');
  });

  it('attack 48: refuses a new package of an epoch that is over, and the reuse of an epoch', () => {
    const begins = link(1, { epoch: 2, period: '2026-04' });
    const second = record(three(), begins, { verdict: 'accept' });
    expect(verdict(second, link(4))).toBe('EPOCH_PAST');
    expect(verdict(second, link(2))).toBe('REPLAY');
    expect(verdict(second, { ...begins, hash: 'f'.repeat(64) })).toBe('FORK');
  });

  it('attack 48: lifts the hold of a fork when the new epoch is accepted', () => {
    const twin = link(2, { hash: 'f'.repeat(64) });
    const held = record(three(), twin, judge(three(), twin));
    const begins = link(1, { epoch: 2, period: '2026-04' });
    const confirmation = { lastHash: hashOf(3), by: ['甲', '乙'] as const };
    const lifted = record(held, begins, judge(held, begins, confirmation));
    expect(lifted.fork).toBeNull();
    expect(verdict(lifted, link(2, { epoch: 2, period: '2026-05' }))).toBe('accept');
  });

  it('takes a correction only of a month that came, any number of times', () => {
    expect(verdict(three(), link(4, { kind: 'correction', period: '2026-09' }))).toBe('NOTHING_TO_CORRECT');
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
