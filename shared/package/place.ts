import { NO_HASH } from './manifest.ts';
import { isForGood, type RefusalCode, type RefusalFacts } from './refusal.ts';
import type { ReceiptVerdict } from './receipt.ts';

/** A package that this centre built. */
export type Built = {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly prev: string;
};

/** What a receipt of the county says. */
export type Told = {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly verdict: ReceiptVerdict;
  readonly code: RefusalCode | null;
  readonly facts: RefusalFacts;
  readonly nextSeq: number;
  /** When it was imported, as ISO text. */
  readonly at: string;
  readonly receivedOn: string;
};

/**
 * `awaited`: no receipt yet. `accepted`, `waiting`: as the county says. `returned`: refused for good, to be built again.
 * `void`: it stands on one that was returned. `unanswered`: refused for a reason that may pass.
 */
export const fates = ['awaited', 'accepted', 'waiting', 'returned', 'void', 'unanswered'] as const;
export type Fate = (typeof fates)[number];

/** Why the chain cannot go on without a re-sync by the county. */
export const holds = ['fork', 'behind', 'epoch-over'] as const;
export type HoldReason = (typeof holds)[number];

export type Place = { readonly epoch: number; readonly seq: number; readonly prev: string };

export type Standing = {
  readonly next: Place;
  readonly fates: ReadonlyMap<string, { readonly fate: Fate; readonly told: Told | null }>;
  readonly hold: { readonly reason: HoldReason; readonly seq: number } | null;
  /** A new epoch was begun here, and the county has not let it begin yet, as far as is known here. */
  readonly unconfirmed: boolean;
  /** The last package of the epoch before, when a receipt imported since then shows that the county has it as its last too. */
  readonly canContinue: number | null;
};

/** What a centre knows of its chain. */
export type Known = {
  readonly built: readonly Built[];
  /** In the order in which they were imported. */
  readonly told: readonly Told[];
  /** The epoch that a restore, a lost key or the county raised, and when. */
  readonly raised: { readonly epoch: number; readonly at: string };
  /** The epochs that the county let begin by a token. */
  readonly granted: readonly number[];
};

/**
 * Where the next package stands (trust.md 4.4), from what was built and what the county answered.
 *
 * | known                                                       | next                                                  |
 * |-------------------------------------------------------------|-------------------------------------------------------|
 * | no receipts                                                 | after the newest package, as the chain was built      |
 * | a receipt: accepted or waiting                              | the same: the county has it                           |
 * | a receipt: refused for good                                 | in its place, on the one before it; what stood on it is void |
 * | a receipt: AFTER_RETURNED, the returned one's was lost      | in the place of the one that was returned             |
 * | a receipt: fork, hold, broken chain                         | nowhere: two PCs; the county must re-sync             |
 * | a receipt of a package or number that this PC does not have | nowhere: an old backup; the county must re-sync       |
 * | a receipt: the epoch is over                                | nowhere: the county must re-sync                      |
 * | a token, or a restore, raised the epoch                     | number 1 of the new epoch, after 64 zeros             |
 *
 * A hold concerns one epoch: it ends when a new one is raised.
 */
export function standingOf({ built, told, raised, granted }: Known): Standing {
  const epoch = Math.max(1, raised.epoch, ...built.map((one) => one.epoch));
  const answers = new Map<string, Told>();
  for (const one of told) answers.set(one.hash, newer(answers.get(one.hash), one));
  const returned = returnedHashes(built, answers);

  const living = new Set<string>();
  const all = new Map<string, { fate: Fate; told: Told | null }>();
  for (const one of built.toSorted(bySeq)) {
    const answer = answers.get(one.hash) ?? null;
    const stands = one.seq === 1 || living.has(one.prev);
    if (!returned.has(one.hash) && stands) living.add(one.hash);
    all.set(one.hash, { fate: fateOf(answer, returned.has(one.hash), stands), told: answer });
  }
  const next = nextIn(epoch, built, living);
  const known = new Set(built.map(({ hash }) => hash));
  const accepted = told.some((one) => one.epoch === epoch && one.verdict === 'accepted');
  return {
    next,
    fates: all,
    hold: holdIn(sinceRaised(told, raised), known, next),
    unconfirmed: epoch > 1 && !granted.includes(epoch) && !accepted,
    canContinue: continuable(epoch, { built, told, raised, granted }, living),
  };
}

/** What a package stands on has a smaller number, and a number has its place in one epoch: the epochs need no order. */
const bySeq = (one: Built, other: Built) => one.seq - other.seq;

/** Of two receipts for one package the one that counts: what the county took or returned for good stays so for ever. */
function newer(before: Told | undefined, now: Told): Told {
  return before && isSettled(before) ? before : now;
}

export function isSettled({ verdict, code }: Pick<Told, 'verdict' | 'code'>): boolean {
  return verdict === 'accepted' || (code !== null && isForGood(code));
}

/** What was returned, together with what AFTER_RETURNED tells of packages whose own receipt never came. */
function returnedHashes(built: readonly Built[], answers: ReadonlyMap<string, Told>): Set<string> {
  const byHash = new Map(built.map((one) => [one.hash, one]));
  const returned = new Set<string>();
  for (const { hash, code, facts } of answers.values()) {
    if (code === null || !isForGood(code)) continue;
    returned.add(hash);
    if (code !== 'AFTER_RETURNED') continue;
    let one = byHash.get(hash);
    while (one && one.seq >= Number(facts['returned']) && answers.get(one.hash)?.verdict !== 'accepted') {
      returned.add(one.hash);
      one = byHash.get(one.prev);
    }
  }
  return returned;
}

function fateOf(answer: Told | null, isReturned: boolean, stands: boolean): Fate {
  if (answer?.verdict === 'accepted') return 'accepted';
  if (answer?.code === 'AFTER_RETURNED') return 'void';
  if (isReturned) return 'returned';
  if (!stands) return 'void';
  if (!answer) return 'awaited';
  return answer.verdict === 'waiting' ? 'waiting' : 'unanswered';
}

function nextIn(epoch: number, built: readonly Built[], living: ReadonlySet<string>): Place {
  const last = built
    .filter((one) => one.epoch === epoch && living.has(one.hash))
    .toSorted(bySeq)
    .at(-1);
  return last ? { epoch, seq: last.seq + 1, prev: last.hash } : { epoch, seq: 1, prev: NO_HASH };
}

/** What was said before the epoch was raised is history: the new epoch is the way out of it. */
function sinceRaised(told: readonly Told[], raised: Known['raised']): readonly Told[] {
  return told.filter(({ at }) => at > raised.at);
}

const forked: ReadonlySet<RefusalCode | null> = new Set(['FORK', 'CENTRE_ON_HOLD', 'CHAIN_BROKEN']);

/** What shows that this PC and the county no longer speak of one chain, the newest receipt first. */
function holdIn(told: readonly Told[], known: ReadonlySet<string>, next: Place): Standing['hold'] {
  for (const { epoch, seq, hash, code, nextSeq } of told.toReversed()) {
    if (epoch < next.epoch) continue;
    if (forked.has(code)) return { reason: 'fork', seq };
    if (code === 'EPOCH_PAST' || code === 'EPOCH_SKIPPED') return { reason: 'epoch-over', seq };
    const isBeyond = epoch > next.epoch || seq >= next.seq || nextSeq > next.seq;
    if (!known.has(hash)) return { reason: isBeyond ? 'behind' : 'fork', seq };
    if (nextSeq > next.seq) return { reason: 'behind', seq: nextSeq - 1 };
  }
  return null;
}

/**
 * After a restore the old epoch may go on when nothing was lost: a receipt that was imported since then says that the county's
 * last package is the last one here. Whether a package is still on its way to the county only a person knows.
 */
function continuable(
  epoch: number,
  { built, told, raised, granted }: Known,
  living: ReadonlySet<string>,
): number | null {
  const before = Math.max(0, ...built.map((one) => one.epoch));
  if (before >= epoch || granted.includes(epoch)) return null;
  const last = nextIn(before, built, living);
  const known = new Set(built.map(({ hash }) => hash));
  if (holdIn(told, known, last)) return null;
  const shown = sinceRaised(told, raised).some(
    ({ verdict, hash }) => verdict === 'accepted' && hash === last.prev,
  );
  return shown ? before : null;
}

/** Why a receipt is not kept: it speaks of an epoch that is over, says less than is known, or the opposite. Null when it is new. */
export function objectionTo(
  { epoch, hash, verdict, code }: Pick<Told, 'epoch' | 'hash' | 'verdict' | 'code'>,
  { built, told }: Known,
): 'RECEIPT_UNKNOWN_PACKAGE' | 'RECEIPT_OLDER' | 'RECEIPT_CONTRADICTS' | null {
  const isOwn = built.some((one) => one.hash === hash);
  const newest = Math.max(1, ...built.map((one) => one.epoch));
  if (!isOwn && epoch < newest) return 'RECEIPT_UNKNOWN_PACKAGE';
  const settled = told.find((one) => one.hash === hash && isSettled(one));
  if (!settled) return null;
  if (!isSettled({ verdict, code })) return 'RECEIPT_OLDER';
  return settled.verdict === verdict ? null : 'RECEIPT_CONTRADICTS';
}

/** Whether a token lets an epoch begin that is no longer to come; the one in which this PC has built may be confirmed afterwards. */
export function isTokenOld(epoch: number, { built, granted }: Pick<Known, 'built' | 'granted'>): boolean {
  const newest = Math.max(1, ...granted, ...built.map((one) => one.epoch));
  return epoch < newest || granted.includes(epoch);
}
