import { NO_HASH, type Kind } from './manifest.ts';
import type { RefusalCode, RefusalFacts } from './refusal.ts';

/** A package as the chain sees it: its place, its hash and the hash before it. */
export type Link = {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly prev: string;
  readonly period: string;
  readonly kind: Kind;
};

/** What the county has of one centre: accepted links in order, links that wait for a gap to fill, and the fork that stopped it. */
export type CentreLedger = {
  readonly accepted: readonly Link[];
  readonly waiting: readonly Link[];
  readonly fork: Link | null;
};

export const emptyLedger: CentreLedger = { accepted: [], waiting: [], fork: null };

/** Two people of the county let a centre begin a new epoch after the last package that they know (trust.md 4.4). */
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
const isSame = (one: Link, other: Link) => one.epoch === other.epoch && one.seq === other.seq;

/** The rule table of trust.md 4.4. Order comes from epoch, number and hashes alone; no clock takes part. */
export function judge(ledger: CentreLedger, arrival: Link, confirmation?: Confirmation): Judgement {
  const last = ledger.accepted.at(-1) ?? { epoch: 1, seq: 0, hash: NO_HASH };
  const place = { epoch: arrival.epoch, seq: arrival.seq };
  const known = ledger.accepted.find((link) => isSame(link, arrival));
  if (known?.hash === arrival.hash) return refuse('REPLAY', place);
  if (arrival.epoch < last.epoch) return refuse('EPOCH_PAST', { ...place, last: last.epoch });
  if (arrival.epoch > last.epoch + 1) return refuse('EPOCH_SKIPPED', { ...place, last: last.epoch });

  const begins = arrival.epoch > last.epoch;
  if (begins && !isConfirmed(confirmation, last.hash))
    return refuse('EPOCH_UNCONFIRMED', { ...place, hash: last.hash });
  if (ledger.fork && !begins)
    return refuse('CENTRE_ON_HOLD', { epoch: ledger.fork.epoch, seq: ledger.fork.seq });
  if (known) return refuse('FORK', place);
  const waiting = ledger.waiting.find((link) => isSame(link, arrival));
  if (waiting && waiting.hash !== arrival.hash) return refuse('FORK', place);

  const [before, hash] = begins ? [0, NO_HASH] : [last.seq, last.hash];
  if (arrival.seq > before + 1)
    return { verdict: 'wait', code: 'GAP', facts: { ...place, from: before + 1, to: arrival.seq - 1 } };
  if (arrival.prev !== hash) return refuse('CHAIN_BROKEN', place);
  return judgePeriod(ledger, arrival);
}

function isConfirmed(confirmation: Confirmation | undefined, lastHash: string): boolean {
  if (!confirmation || confirmation.lastHash !== lastHash) return false;
  const [one, other] = confirmation.by.map((name) => name.trim());
  return Boolean(one) && Boolean(other) && one !== other;
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

/** The ledger after a judgement, with the links whose gap is filled by it; a refusal other than a fork changes nothing. */
export function record(ledger: CentreLedger, arrival: Link, judgement: Judgement): CentreLedger {
  if (judgement.verdict === 'refuse')
    return judgement.code === 'FORK' ? { ...ledger, fork: arrival } : ledger;
  if (judgement.verdict === 'wait') {
    if (ledger.waiting.some((link) => isSame(link, arrival))) return ledger;
    return { ...ledger, waiting: [...ledger.waiting, arrival] };
  }
  const begins = arrival.seq === 1 && ledger.fork !== null && arrival.epoch > ledger.fork.epoch;
  return release({
    accepted: [...ledger.accepted, arrival],
    waiting: ledger.waiting,
    fork: begins ? null : ledger.fork,
  });
}

function release(ledger: CentreLedger): CentreLedger {
  const next = ledger.waiting.find((link) => judge(ledger, link).verdict === 'accept');
  if (!next) return ledger;
  return release({
    ...ledger,
    accepted: [...ledger.accepted, next],
    waiting: ledger.waiting.filter((link) => link !== next),
  });
}
