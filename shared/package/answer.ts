import {
  expectedIn,
  judge,
  type CentreLedger,
  type Confirmation,
  type Judgement,
  type Link,
} from './chain.ts';
import type { Receipt } from './receipt.ts';
import type { Day } from '../calendar/day.ts';

type Answer = Pick<Receipt, 'verdict' | 'code' | 'facts' | 'next_seq' | 'last_hash' | 'received_on'>;

/**
 * What the county answers about a genuine package, from its ledger alone: after a crash between writing the ledger and writing
 * the receipt the same file gets the same receipt, and so does a file that comes again months later.
 */
export function answerTo(ledger: CentreLedger, link: Link, today: Day, confirmation?: Confirmation): Answer {
  const taken = ledger.accepted.find(({ hash }) => hash === link.hash);
  if (taken) {
    return {
      verdict: 'accepted',
      code: null,
      facts: {},
      next_seq: taken.seq + 1,
      last_hash: taken.hash,
      received_on: taken.on ?? today,
    };
  }
  const returned = ledger.returned.find((candidate) => candidate.link.hash === link.hash);
  if (returned) {
    return {
      verdict: 'refused',
      code: returned.code,
      facts: returned.facts,
      next_seq: returned.nextSeq,
      last_hash: returned.lastHash,
      received_on: returned.link.on ?? today,
    };
  }
  // The package that showed the fork is told so for as long as the centre is on hold by it; later ones are told of the hold.
  const judgement: Judgement =
    ledger.fork?.hash === link.hash
      ? { verdict: 'refuse', code: 'FORK', facts: { epoch: link.epoch, seq: link.seq } }
      : judge(ledger, link, confirmation);
  if (judgement.verdict === 'accept') throw new RangeError('a package that is neither taken nor refused');
  const waiting = ledger.waiting.find(({ hash }) => hash === link.hash);
  const { nextSeq, lastHash } = expectedIn(ledger, link.epoch);
  return {
    verdict: judgement.verdict === 'wait' ? 'waiting' : 'refused',
    code: judgement.code,
    facts: judgement.facts,
    next_seq: nextSeq,
    last_hash: lastHash,
    received_on: waiting?.on ?? today,
  };
}

/** The packages whose fate was settled by another one's arrival: what is taken or returned now and was waiting before. */
export function settledBetween(before: CentreLedger, after: CentreLedger): Link[] {
  const stillWaiting = new Set(after.waiting.map(({ hash }) => hash));
  return before.waiting.filter(({ hash }) => !stillWaiting.has(hash));
}
