import { describe, expect, it } from 'vitest';
import { NO_HASH } from '../../shared/package/manifest.ts';
import {
  isTokenOld,
  objectionTo,
  standingOf,
  type Built,
  type Known,
  type Told,
} from '../../shared/package/place.ts';

const hashOf = (seq: number, branch = 'a') => String(seq).padStart(64, branch);
const built = (seq: number, change: Partial<Built> = {}): Built => ({
  epoch: 1,
  seq,
  hash: hashOf(seq),
  prev: seq === 1 ? NO_HASH : hashOf(seq - 1),
  ...change,
});
const told = (seq: number, change: Partial<Told> = {}): Told => ({
  epoch: 1,
  seq,
  hash: hashOf(seq),
  verdict: 'accepted',
  code: null,
  facts: {},
  nextSeq: seq + 1,
  at: '2026-11-05T01:00:00.000Z',
  receivedOn: '2026-11-05',
  ...change,
});
const refused = (seq: number, code: Told['code'], change: Partial<Told> = {}) =>
  told(seq, { verdict: 'refused', code, nextSeq: seq, ...change });
const knownOf = (change: Partial<Known> = {}): Known => ({
  built: [built(1), built(2), built(3)],
  told: [],
  raised: { epoch: 1, at: '' },
  granted: [],
  ...change,
});
const next = (change: Partial<Known> = {}) => standingOf(knownOf(change)).next;
const fatesOf = (change: Partial<Known> = {}) =>
  Object.fromEntries(
    [...standingOf(knownOf(change)).fates].map(([hash, { fate }]) => [
      Number(hash.replaceAll(/\D/g, '')),
      fate,
    ]),
  );

describe('the place of the next package', () => {
  it('is after the newest, with or without receipts', () => {
    expect(next({ built: [] })).toEqual({ epoch: 1, seq: 1, prev: NO_HASH });
    expect(next()).toEqual({ epoch: 1, seq: 4, prev: hashOf(3) });
    expect(next({ told: [told(1), told(2, { verdict: 'waiting', code: 'GAP' })] })).toEqual(next());
  });

  it('is the place of the one that the county returned; what stood on it is void', () => {
    const back = { told: [told(1), refused(2, 'ROW_VALUE')] };
    expect(next(back)).toEqual({ epoch: 1, seq: 2, prev: hashOf(1) });
    expect(fatesOf(back)).toEqual({ 1: 'accepted', 2: 'returned', 3: 'void' });
    const again = built(2, { hash: hashOf(2, 'b') });
    expect(next({ ...back, built: [built(1), built(2), built(3), again] })).toEqual({
      epoch: 1,
      seq: 3,
      prev: again.hash,
    });
  });

  it('is the first place when the very first package was returned', () => {
    expect(next({ told: [refused(1, 'COUNTS_DIFFER')] })).toEqual({ epoch: 1, seq: 1, prev: NO_HASH });
  });

  it('is found although the receipt of the returned one was lost: a later receipt names its number', () => {
    const told3 = refused(3, 'AFTER_RETURNED', { facts: { epoch: 1, seq: 3, returned: 2 } });
    expect(next({ told: [told3] })).toEqual({ epoch: 1, seq: 2, prev: hashOf(1) });
    expect(fatesOf({ told: [told3] })).toEqual({ 1: 'awaited', 2: 'returned', 3: 'void' });
    const accepted = { told: [told(2), told3] };
    expect(next(accepted)).toEqual({ epoch: 1, seq: 3, prev: hashOf(2) });
  });

  it('stays where it is while a reason may pass', () => {
    const unsure = { told: [refused(3, 'EPOCH_UNCONFIRMED')] };
    expect(next(unsure)).toEqual(next());
    expect(fatesOf(unsure)[3]).toBe('unanswered');
    expect(standingOf(knownOf(unsure)).hold).toBeNull();
  });

  it('does not go back on what the county took: an older or other receipt of the same package does not count', () => {
    expect(fatesOf({ told: [told(3), refused(3, 'CENTRE_ON_HOLD')] })[3]).toBe('accepted');
    expect(fatesOf({ told: [told(3, { verdict: 'waiting', code: 'GAP' }), told(3)] })[3]).toBe('accepted');
  });

  it('is found whatever order the packages are told in', () => {
    const back = { told: [told(1), refused(4, 'ROW_VALUE')] };
    const inOrder = { ...back, built: [built(1), built(2), built(3), built(4), built(5)] };
    const mixed = { ...back, built: [built(5), built(3), built(1), built(4), built(2)] };
    expect(next(mixed)).toEqual({ epoch: 1, seq: 4, prev: hashOf(3) });
    expect(fatesOf(mixed)).toEqual(fatesOf(inOrder));
    expect(fatesOf(mixed)).toEqual({ 1: 'accepted', 2: 'awaited', 3: 'awaited', 4: 'returned', 5: 'void' });
  });

  it('is not moved by what waits for a gap', () => {
    expect(fatesOf({ told: [told(3, { verdict: 'waiting', code: 'GAP' })] })).toEqual({
      1: 'awaited',
      2: 'awaited',
      3: 'waiting',
    });
  });

  it('is moved back by a number that a receipt names only where that receipt says that the package stood on a returned one', () => {
    expect(fatesOf({ told: [refused(3, 'ROW_VALUE', { facts: { returned: 1 } })] })).toEqual({
      1: 'awaited',
      2: 'awaited',
      3: 'returned',
    });
  });

  it('is number one of a new epoch that was raised', () => {
    expect(next({ raised: { epoch: 2, at: '2026-11-06' } })).toEqual({ epoch: 2, seq: 1, prev: NO_HASH });
  });
});

const holdOf = (change: Partial<Known>) => standingOf(knownOf(change)).hold?.reason ?? null;

describe('the chain is held', () => {
  it('when the county saw two packages for one number, or another one before ours', () => {
    for (const code of ['FORK', 'CENTRE_ON_HOLD', 'CHAIN_BROKEN'] as const)
      expect(holdOf({ told: [refused(3, code)] }), code).toBe('fork');
    expect(holdOf({ told: [told(2, { hash: hashOf(2, 'f') })] })).toBe('fork');
  });

  it('when the county has packages that this PC does not have: an old backup came back', () => {
    expect(holdOf({ told: [told(5, { hash: hashOf(5, 'f') })] })).toBe('behind');
    expect(holdOf({ told: [told(3, { nextSeq: 6 })] })).toBe('behind');
    expect(holdOf({ told: [told(1, { epoch: 2, hash: hashOf(1, 'f') })] })).toBe('behind');
  });

  it('behind the number of the package that is missing here, be it the very next or known only as taken before another', () => {
    const strange = { hash: hashOf(4, 'f') };
    const held = (...receipts: Told[]) => standingOf(knownOf({ told: receipts })).hold;
    expect(held(told(4, strange))).toEqual({ reason: 'behind', seq: 4 });
    expect(held(told(3, { nextSeq: 6 }))).toEqual({ reason: 'behind', seq: 5 });
    expect(held(told(2, { ...strange, nextSeq: 6 }))).toEqual({ reason: 'behind', seq: 2 });
    const waiting = { verdict: 'waiting', code: 'GAP', nextSeq: 2 } as const;
    expect(held(told(4, { ...strange, ...waiting }))).toEqual({ reason: 'behind', seq: 4 });
    expect(held(told(3, { ...strange, ...waiting }))).toEqual({ reason: 'fork', seq: 3 });
    expect(held(told(2, { ...strange, nextSeq: 4 }))).toEqual({ reason: 'fork', seq: 2 });
    expect(held(refused(2, 'EPOCH_PAST'))).toEqual({ reason: 'epoch-over', seq: 2 });
    expect(held(refused(3, 'FORK'), refused(2, 'EPOCH_PAST'))).toEqual({ reason: 'epoch-over', seq: 2 });
  });

  it('when the epoch is over for the county', () => {
    for (const code of ['EPOCH_PAST', 'EPOCH_SKIPPED'] as const)
      expect(holdOf({ told: [refused(3, code)] }), code).toBe('epoch-over');
  });

  it('no longer once a new epoch is raised, but by what is said after that', () => {
    const said = [refused(3, 'FORK')];
    const raised = { epoch: 2, at: '2026-11-06T00:00:00.000Z' };
    expect(holdOf({ told: said, raised })).toBeNull();
    const later = told(1, { epoch: 2, hash: hashOf(1, 'f'), at: '2026-11-07T00:00:00.000Z' });
    expect(holdOf({ told: [...said, later], raised })).toBe('behind');
  });

  it('never by what was said before the epoch was raised, nor by late words about the epoch before', () => {
    const raised = { epoch: 2, at: '2026-11-06T00:00:00.000Z' };
    const strange = told(1, { epoch: 2, hash: hashOf(1, 'f'), at: raised.at });
    expect(holdOf({ told: [strange], raised })).toBeNull();
    const late = { at: '2026-11-07T00:00:00.000Z' };
    for (const receipt of [
      refused(3, 'FORK', late),
      refused(3, 'EPOCH_PAST', late),
      told(3, { ...late, nextSeq: 9 }),
    ])
      expect(holdOf({ told: [receipt], raised })).toBeNull();
  });

  it('never by gaps, returned packages or confirmations that are still to come', () => {
    const said = [told(1), refused(2, 'ROW_VALUE'), told(3, { verdict: 'waiting', code: 'GAP', nextSeq: 1 })];
    expect(holdOf({ told: said })).toBeNull();
  });
});

describe('a new epoch', () => {
  const raised = { epoch: 2, at: '2026-11-06T00:00:00.000Z' };

  it('is unconfirmed until a token, or a package that the county took in it', () => {
    const is = (change: Partial<Known>) => standingOf(knownOf({ raised, ...change })).unconfirmed;
    expect(is({})).toBe(true);
    expect(is({ granted: [2] })).toBe(false);
    const first = built(1, { epoch: 2, hash: hashOf(1, 'e') });
    expect(is({ built: [built(1), first], told: [told(1, { epoch: 2, hash: first.hash })] })).toBe(false);
    const both = [built(1), first];
    expect(is({ built: both, told: [told(1)] })).toBe(true);
    expect(is({ built: both, told: [refused(1, 'EPOCH_UNCONFIRMED', { epoch: 2, hash: first.hash })] })).toBe(
      true,
    );
    expect(standingOf(knownOf()).unconfirmed).toBe(false);
  });

  it('need not begin when a receipt imported since then shows that the county’s last package is the last one here', () => {
    const can = (change: Partial<Known>) => standingOf(knownOf({ raised, ...change })).canContinue;
    const since = '2026-11-07T00:00:00.000Z';
    expect(can({})).toBeNull();
    expect(can({ told: [told(3)] })).toBeNull();
    expect(can({ told: [told(3, { at: since })] })).toBe(1);
    expect(can({ told: [told(3, { at: raised.at })] })).toBeNull();
    expect(can({ told: [told(3, { at: since, verdict: 'waiting', code: 'GAP' })] })).toBeNull();
    expect(can({ told: [told(2, { at: since })] })).toBeNull();
    expect(can({ told: [told(3, { at: since }), told(4, { at: since, hash: hashOf(4, 'f') })] })).toBeNull();
    expect(can({ told: [told(3, { at: since })], granted: [2] })).toBeNull();
    const begun = built(1, { epoch: 2, hash: hashOf(1, 'e') });
    expect(can({ told: [told(3, { at: since })], built: [built(3), begun] })).toBeNull();
    expect(standingOf(knownOf({ built: [], raised })).canContinue).toBeNull();
    expect(standingOf(knownOf({ told: [told(3)] })).canContinue).toBeNull();
  });
});

describe('a receipt or token is not kept', () => {
  it('when it speaks of a package of an epoch that is over and that this PC does not have', () => {
    const known = knownOf({ built: [built(1), built(1, { epoch: 2, hash: hashOf(1, 'e') })] });
    expect(objectionTo(told(5, { hash: hashOf(5, 'f') }), known)).toBe('RECEIPT_UNKNOWN_PACKAGE');
    expect(objectionTo(told(1), known)).toBeNull();
    expect(objectionTo(told(5, { epoch: 2, hash: hashOf(5, 'f') }), known)).toBeNull();
  });

  it('when it says less than is known, or the opposite', () => {
    const known = knownOf({ told: [told(2), refused(3, 'ROW_VALUE')] });
    expect(objectionTo(told(2, { verdict: 'waiting', code: 'GAP' }), known)).toBe('RECEIPT_OLDER');
    expect(objectionTo(refused(2, 'ROW_VALUE'), known)).toBe('RECEIPT_CONTRADICTS');
    expect(objectionTo(told(3), known)).toBe('RECEIPT_CONTRADICTS');
    expect(objectionTo(told(2), known)).toBeNull();
  });

  it('when its epoch has begun by another token or is over; the one built in may be confirmed afterwards', () => {
    const second = built(1, { epoch: 2, hash: hashOf(1, 'e') });
    expect(isTokenOld(2, { built: [built(1)], granted: [] })).toBe(false);
    expect(isTokenOld(2, { built: [built(1), second], granted: [] })).toBe(false);
    expect(isTokenOld(2, { built: [built(1), second], granted: [2] })).toBe(true);
    expect(isTokenOld(2, { built: [built(1, { epoch: 3 })], granted: [] })).toBe(true);
    expect(isTokenOld(1, { built: [], granted: [3] })).toBe(true);
  });
});
