import { describe, expect, it } from 'vitest';
import { judge, record, withResync } from '../../shared/package/chain.ts';
import { after, further, hashOf, link } from '../support/chain-links.ts';

const three = () => after(link(1), link(2), link(3));
const twin = link(2, { hash: 'f'.repeat(64) });
const by = ['甲', '乙'] as const;
const granted = () => withResync(three(), by, '2026-11-05').ledger;

describe('the answer to a package that is not taken', () => {
  const facts = (...asked: Parameters<typeof judge>) => {
    const judgement = judge(...asked);
    return judgement.verdict === 'accept' ? null : judgement.facts;
  };

  it('names the package, and what its sentence needs to say', () => {
    expect(facts(three(), link(2))).toEqual({ epoch: 1, seq: 2 });
    expect(facts(three(), twin)).toEqual({ epoch: 1, seq: 2 });
    expect(facts(three(), link(4, { prev: hashOf(9) }))).toEqual({ epoch: 1, seq: 4 });
    expect(facts(three(), link(6))).toEqual({ epoch: 1, seq: 6, from: 4, to: 5 });
    expect(facts(three(), link(4, { period: '2026-02' }))).toEqual({ period: '2026-02' });
    expect(facts(three(), link(4, { kind: 'correction', period: '2026-09' }))).toEqual({ period: '2026-09' });
  });

  it('names the fork that holds the centre, whichever package asks', () => {
    const held = further(three(), twin);
    expect(facts(held, link(4))).toEqual({ epoch: 1, seq: 2 });
    expect(facts(held, link(9))).toEqual({ epoch: 1, seq: 2 });
  });

  it('names the epoch that is over, the one that may begin, and the hash that two people would have to name', () => {
    const begins = link(1, { epoch: 2, period: '2026-04' });
    expect(facts(three(), begins)).toEqual({ epoch: 2, seq: 1, hash: hashOf(3) });
    expect(facts(three(), link(1, { epoch: 4 }))).toEqual({ epoch: 4, seq: 1, last: 1 });
    expect(facts(granted(), link(1, { epoch: 4 }))).toEqual({ epoch: 4, seq: 1, last: 1 });
    expect(facts(granted(), link(4))).toEqual({ epoch: 1, seq: 4, last: 2 });
    const begun = further(granted(), begins);
    expect(facts(begun, link(4))).toEqual({ epoch: 1, seq: 4, last: 2 });
    expect(facts(begun, link(1, { epoch: 4 }))).toEqual({ epoch: 4, seq: 1, last: 2 });
  });
});

describe('a centre on hold', () => {
  it('keeps what waits, for the two people who will look at it', () => {
    const waiting = after(link(1), link(3), link(3, { hash: hashOf(9), prev: hashOf(8) }));
    expect(waiting.fork).toMatchObject({ seq: 3 });
    expect(waiting.waiting).toEqual([link(3)]);
  });

  it('is let go by a package of a later epoch alone, also if somebody records one that was never to be taken', () => {
    const held = further(three(), twin);
    expect(record(held, link(4), { verdict: 'accept' }).fork).toEqual(twin);
    expect(record(held, link(1, { epoch: 2 }), { verdict: 'accept' }).fork).toBeNull();
  });
});
