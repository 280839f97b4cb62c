import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { answerTo, settledBetween } from '../../shared/package/answer.ts';
import { record } from '../../shared/package/chain.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { after, again, further, hashOf, link, returnedFor } from '../support/chain-links.ts';

const TODAY = day('2026-12-01');
const received = { on: '2026-11-05' };
const fork = () => after(link(1), link(2), link(2, { hash: 'f'.repeat(64) }));

describe('the answer that goes into a receipt', () => {
  it('is for ever the same for a package that was taken, whatever came after it', () => {
    const answer = {
      verdict: 'accepted',
      code: null,
      facts: {},
      next_seq: 3,
      last_hash: hashOf(2),
      received_on: '2026-11-05',
    };
    const ledger = after(link(1), link(2, received));
    expect(answerTo(ledger, link(2), TODAY)).toEqual(answer);
    expect(answerTo(further(ledger, link(3), link(4)), link(2), TODAY)).toEqual(answer);
    expect(answerTo(fork(), link(2), TODAY)).toEqual({ ...answer, received_on: TODAY });
  });

  it('is for ever the same for one that was returned, also when its place is taken by another', () => {
    const answer = {
      verdict: 'refused',
      code: 'ROW_VALUE',
      facts: { table: 'pay', line: 1, field: 'days' },
      next_seq: 2,
      last_hash: hashOf(1),
      received_on: '2026-11-05',
    };
    const ledger = returnedFor(after(link(1)), link(2, received));
    expect(answerTo(ledger, link(2), TODAY)).toEqual(answer);
    expect(answerTo(further(ledger, again(2)), link(2), TODAY)).toEqual(answer);
    // Returned twice, each time for its own reason.
    const twice = record(ledger, again(2), { verdict: 'refuse', code: 'COUNTS_DIFFER', facts: {} });
    expect(answerTo(twice, again(2), TODAY)).toMatchObject({ code: 'COUNTS_DIFFER', facts: {} });
    expect(answerTo(twice, link(2), TODAY)).toEqual(answer);
    expect(answerTo(returnedFor(after(link(1)), link(2)), link(2), TODAY).received_on).toBe(TODAY);
  });

  it('says of one that waits for which it waits, and since when it lies there', () => {
    const ledger = after(link(1), link(3), link(4, received));
    expect(answerTo(ledger, link(4), TODAY)).toEqual({
      verdict: 'waiting',
      code: 'GAP',
      facts: { epoch: 1, seq: 4, from: 2, to: 3 },
      next_seq: 2,
      last_hash: hashOf(1),
      received_on: '2026-11-05',
    });
    expect(answerTo(ledger, link(3), TODAY).received_on).toBe(TODAY);
  });

  it('tells the package that showed a fork of the fork, and later ones of the hold', () => {
    expect(answerTo(fork(), link(2, { hash: 'f'.repeat(64) }), TODAY)).toEqual({
      verdict: 'refused',
      code: 'FORK',
      facts: { epoch: 1, seq: 2 },
      next_seq: 3,
      last_hash: hashOf(2),
      received_on: TODAY,
    });
    expect(answerTo(fork(), link(3), TODAY)).toMatchObject({
      verdict: 'refused',
      code: 'CENTRE_ON_HOLD',
      facts: { epoch: 1, seq: 2 },
    });
  });

  it('names what is expected in the epoch of the package', () => {
    expect(answerTo(after(link(1)), link(1, { epoch: 2 }), TODAY)).toMatchObject({
      code: 'EPOCH_UNCONFIRMED',
      next_seq: 1,
      last_hash: NO_HASH,
    });
    const confirmed = { lastHash: hashOf(1), by: ['甲', '乙'] as const };
    expect(answerTo(after(link(1)), link(3, { epoch: 2 }), TODAY, confirmed)).toMatchObject({
      verdict: 'waiting',
      facts: { from: 1, to: 2 },
    });
  });

  it('is none for a package that would be taken and is not in the ledger: that ledger was not written', () => {
    expect(() => answerTo(after(link(1)), link(2), TODAY)).toThrow(RangeError);
    expect(() => answerTo(after(link(1)), link(2), TODAY)).toThrow('neither taken nor refused');
  });
});

describe('the packages whose fate another one settled', () => {
  it('are those that waited before and wait no longer, in the order in which they came', () => {
    const before = after(link(1), link(4), link(3), link(6));
    expect(settledBetween(before, further(before, link(2)))).toEqual([link(4), link(3)]);
    expect(settledBetween(before, further(before, link(8)))).toEqual([]);
    // Returned with the one on which they stand; number 6 still waits for number 5.
    expect(settledBetween(before, returnedFor(before, link(2)))).toEqual([link(4), link(3)]);
  });
});
