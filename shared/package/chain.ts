import { NO_HASH, type Kind } from './manifest.ts';
import { isForGood, type RefusalCode, type RefusalFacts } from './refusal.ts';

/** A package as the chain sees it: its place, its hash and the hash before it. */
export type Link = {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly prev: string;
  readonly period: string;
  readonly kind: Kind;
  /** The day on which the county got it, as its clock said: only told, never used for ordering. */
  readonly on?: string | undefined;
};

/** A package that the county will never take, with what it answered: the same file gets the same answer for ever. */
export type Returned = {
  readonly link: Link;
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;
  /** The number that the county expected next in this epoch, and the hash before it. */
  readonly nextSeq: number;
  readonly lastHash: string;
};

/** Two people of the county close an epoch after the last package that they know and let the next begin (trust.md 4.4). */
export type Resync = {
  readonly epoch: number;
  readonly lastEpoch: number;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly by: readonly [string, string];
  readonly on: string;
};

/**
 * What the county has of one centre: accepted links in order, links that wait for a gap to fill, the fork that stopped it,
 * what was returned for good, and the new epochs that were let begin.
 */
export type CentreLedger = {
  readonly accepted: readonly Link[];
  readonly waiting: readonly Link[];
  readonly fork: Link | null;
  readonly returned: readonly Returned[];
  readonly resyncs: readonly Resync[];
};

export const emptyLedger: CentreLedger = { accepted: [], waiting: [], fork: null, returned: [], resyncs: [] };

/** The same confirmation given with one package instead of beforehand. */
export type Confirmation = { readonly lastHash: string; readonly by: readonly [string, string] };

export type Judgement =
  | { readonly verdict: 'accept' }
  | { readonly verdict: 'wait'; readonly code: 'GAP'; readonly facts: RefusalFacts }
  | { readonly verdict: 'refuse'; readonly code: RefusalCode; readonly facts: RefusalFacts };

const refuse = (code: RefusalCode, facts: RefusalFacts = {}): Judgement => ({
  verdict: 'refuse',
  code,
  facts,
});
export const isSamePlace = (one: Pick<Link, 'epoch' | 'seq'>, other: Pick<Link, 'epoch' | 'seq'>) =>
  one.epoch === other.epoch && one.seq === other.seq;

/** The newest package that the county has of a centre; before the first, number 0 of the first epoch. */
export function lastOf({ accepted }: CentreLedger): Pick<Link, 'epoch' | 'seq' | 'hash'> {
  return accepted.at(-1) ?? { epoch: 1, seq: 0, hash: NO_HASH };
}

/** The new epoch that was let begin and of which no package was taken yet, or null. */
export function grantedResync(ledger: CentreLedger): Resync | null {
  const newest = ledger.resyncs.at(-1);
  if (!newest || newest.epoch <= lastOf(ledger).epoch) return null;
  return ledger.fork && ledger.fork.epoch >= newest.epoch ? null : newest;
}

/** The number and hash that the county expects next in an epoch. */
export function expectedIn(ledger: CentreLedger, epoch: number): { nextSeq: number; lastHash: string } {
  const last = ledger.accepted.findLast((link) => link.epoch === epoch);
  return { nextSeq: (last?.seq ?? 0) + 1, lastHash: last?.hash ?? NO_HASH };
}

/**
 * The rule table of trust.md 4.4. Order comes from epoch, number and hashes alone; no clock takes part.
 *
 * | arrives                                                | answer                                                   |
 * |--------------------------------------------------------|----------------------------------------------------------|
 * | taken before                                           | REPLAY: nothing changes, the same receipt                |
 * | returned before                                        | the reason of then: nothing changes, the same receipt    |
 * | of an epoch that is over or closed                     | EPOCH_PAST                                               |
 * | of a centre on hold, not beyond the fork's epoch       | CENTRE_ON_HOLD                                           |
 * | first of the next epoch                                | accept if two people confirmed it, else EPOCH_UNCONFIRMED|
 * | on a package that was returned, or may be, by its number | AFTER_RETURNED, for good, once it is clear that it never fits |
 * | another package for a number that is taken or waits    | FORK: hold the centre                                    |
 * | number beyond the next                                 | GAP: wait                                                |
 * | next number on another hash                            | CHAIN_BROKEN                                             |
 * | next number, a month that cannot be reported (again)   | PERIOD_TAKEN, NOTHING_TO_CORRECT, for good               |
 * | next number on the last hash                           | accept; unless its data do not hold: returned for good   |
 *
 * What is returned for good never entered the chain: its number stays free, and the centre builds the month again in that
 * place. That is no fork, since the county answers for ever that it did not take the first one.
 */
export function judge(ledger: CentreLedger, arrival: Link, confirmation?: Confirmation): Judgement {
  const last = lastOf(ledger);
  const place = { epoch: arrival.epoch, seq: arrival.seq };
  const known = ledger.accepted.find((link) => isSamePlace(link, arrival));
  if (known?.hash === arrival.hash) return refuse('REPLAY', place);
  const before = ledger.returned.find(({ link }) => link.hash === arrival.hash);
  if (before) return refuse(before.code, before.facts);

  const granted = grantedResync(ledger);
  const newest = granted?.epoch ?? last.epoch + 1;
  if (arrival.epoch < (granted?.epoch ?? last.epoch))
    return refuse('EPOCH_PAST', { ...place, last: granted?.epoch ?? last.epoch });
  if (arrival.epoch > newest) return refuse('EPOCH_SKIPPED', { ...place, last: newest - 1 });

  if (ledger.fork && arrival.epoch <= ledger.fork.epoch)
    return refuse('CENTRE_ON_HOLD', { epoch: ledger.fork.epoch, seq: ledger.fork.seq });
  const begins = arrival.epoch > last.epoch;
  if (begins && !granted && !isConfirmed(confirmation, last.hash))
    return refuse('EPOCH_UNCONFIRMED', { ...place, hash: last.hash });
  const dead = ledger.returned.find(({ link }) => link.hash === arrival.prev && link.epoch === arrival.epoch);
  if (dead) return refuse('AFTER_RETURNED', { ...place, returned: beginningOf(dead) });
  const explained = isExplained(ledger, arrival);
  if (known) return explained && arrival.prev !== known.prev ? strayOf(arrival) : refuse('FORK', place);
  const twin = ledger.waiting.find((link) => isSamePlace(link, arrival) && link.hash !== arrival.hash);
  if (twin && !explained) return refuse('FORK', place);

  const { nextSeq, lastHash } = expectedIn(ledger, arrival.epoch);
  if (arrival.seq > nextSeq)
    return { verdict: 'wait', code: 'GAP', facts: { ...place, from: nextSeq, to: arrival.seq - 1 } };
  if (arrival.prev !== lastHash) return explained ? strayOf(arrival) : refuse('CHAIN_BROKEN', place);
  return judgePeriod(ledger, arrival);
}

/**
 * Whether a package may stand on one that was returned although the ones between never came here: then two packages for one
 * number are no proof of two PCs. A copied PC is still found: its first own package stands on one that the county took.
 */
function isExplained({ returned }: CentreLedger, { epoch, seq }: Link): boolean {
  return returned.some(({ link }) => link.epoch === epoch && link.seq < seq);
}

/** Of the branch of such a package the county knows nothing but itself. */
function strayOf({ epoch, seq }: Link): Judgement {
  return refuse('AFTER_RETURNED', { epoch, seq, returned: seq });
}

/** The number of the package that was returned first on this branch: everything of the branch from there on is void. */
function beginningOf({ link, code, facts }: Returned): number {
  return code === 'AFTER_RETURNED' ? Number(facts['returned']) : link.seq;
}

function isConfirmed(confirmation: Confirmation | undefined, lastHash: string): boolean {
  if (!confirmation || confirmation.lastHash !== lastHash) return false;
  return isTwoPeople(confirmation.by);
}

export function isTwoPeople([one, other]: readonly [string, string]): boolean {
  return one.trim() !== '' && other.trim() !== '' && one.trim() !== other.trim();
}

/** A month is reported once in an epoch; what changes later comes as a correction of a month that the county has. */
function judgePeriod(ledger: CentreLedger, { kind, period, epoch }: Link): Judgement {
  const reported = ledger.accepted.filter((link) => link.period === period);
  if (kind === 'correction')
    return reported.length > 0 ? { verdict: 'accept' } : refuse('NOTHING_TO_CORRECT', { period });
  return reported.some((link) => link.epoch === epoch)
    ? refuse('PERIOD_TAKEN', { period })
    : { verdict: 'accept' };
}

/**
 * The ledger after a judgement, with the links whose gap is filled by it, and without those that can never fit any more.
 * A refusal changes it only when it is a fork, or for good.
 */
export function record(ledger: CentreLedger, arrival: Link, judgement: Judgement): CentreLedger {
  if (judgement.verdict === 'refuse') {
    if (judgement.code === 'FORK') return { ...ledger, fork: arrival };
    return isForGood(judgement.code) ? settle(withReturned(ledger, arrival, judgement)) : ledger;
  }
  if (judgement.verdict === 'wait') {
    if (ledger.waiting.some(({ hash }) => hash === arrival.hash)) return ledger;
    return { ...ledger, waiting: [...ledger.waiting, arrival] };
  }
  const lifted = ledger.fork !== null && arrival.epoch > ledger.fork.epoch;
  return settle({
    ...ledger,
    accepted: [...ledger.accepted, arrival],
    fork: lifted ? null : ledger.fork,
  });
}

function withReturned(
  ledger: CentreLedger,
  link: Link,
  { code, facts }: { code: RefusalCode; facts: RefusalFacts },
): CentreLedger {
  if (ledger.returned.some((returned) => returned.link.hash === link.hash)) return ledger;
  const returned = { link, code, facts, ...expectedIn(ledger, link.epoch) };
  return {
    ...ledger,
    waiting: ledger.waiting.filter(({ hash }) => hash !== link.hash),
    returned: [...ledger.returned, returned],
  };
}

/** Takes what waited and fits now; lets go of what waited and never will. A centre on hold keeps everything waiting. */
function settle(ledger: CentreLedger): CentreLedger {
  for (const link of ledger.waiting) {
    const waiting = ledger.waiting.filter((other) => other !== link);
    const judgement = judge(ledger, link);
    if (judgement.verdict === 'accept')
      return settle({ ...ledger, waiting, accepted: [...ledger.accepted, link] });
    if (isForGood(judgement.code)) return settle(withReturned(ledger, link, judgement));
    if (judgement.code === 'FORK') return settle({ ...ledger, waiting, fork: link });
    if (judgement.code === 'CHAIN_BROKEN' || judgement.code === 'EPOCH_PAST')
      return settle({ ...ledger, waiting });
  }
  return ledger;
}

/**
 * The ledger in which two people let the next epoch begin after what is known now. Asked again before a package of that epoch
 * came, it answers the same: a token that was lost is written again. `atLeast` is for a centre that was restored more than
 * once and has built in a later epoch already.
 */
export function withResync(
  ledger: CentreLedger,
  by: Resync['by'],
  on: string,
  atLeast = 0,
): { readonly ledger: CentreLedger; readonly resync: Resync } {
  const granted = grantedResync(ledger);
  if (granted && granted.epoch >= atLeast) return { ledger, resync: granted };
  const last = lastOf(ledger);
  const resync: Resync = {
    // Above one that was let begin too: that one is behind the last package or the fork, or below `atLeast`.
    epoch: Math.max(last.epoch + 1, (ledger.fork?.epoch ?? 0) + 1, atLeast),
    lastEpoch: last.epoch,
    lastSeq: last.seq,
    lastHash: last.hash,
    by,
    on,
  };
  return { resync, ledger: settle({ ...ledger, resyncs: [...ledger.resyncs, resync] }) };
}
