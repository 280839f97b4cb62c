import { emptyLedger, judge, record, type CentreLedger, type Link } from '../../shared/package/chain.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';

/** The hash of a package of the centre's own chain, made up. */
export const hashOf = (seq: number, epoch = 1) => `${epoch}${seq}`.padStart(64, 'a');

/** A package of the centre's own chain: number 1 reports January, number 2 February, each on the one before. */
export function link(seq: number, change: Partial<Link> = {}): Link {
  const epoch = change.epoch ?? 1;
  return {
    epoch,
    seq,
    hash: hashOf(seq, epoch),
    prev: seq === 1 ? NO_HASH : hashOf(seq - 1, epoch),
    period: `2026-${String(seq).padStart(2, '0')}`,
    kind: 'full',
    ...change,
  };
}

/** The same number built again with other content. */
export const again = (seq: number, change: Partial<Link> = {}) =>
  link(seq, { hash: `b${hashOf(seq).slice(1)}`, ...change });

/** The answer of the county in one word. */
export function verdict(
  ledger: CentreLedger,
  arrival: Link,
  confirmation?: Parameters<typeof judge>[2],
): string {
  const judgement = judge(ledger, arrival, confirmation);
  return judgement.verdict === 'accept' ? 'accept' : judgement.code;
}

/** The ledger after further packages came, in this order. */
export function further(ledger: CentreLedger, ...arrivals: Link[]): CentreLedger {
  return arrivals.reduce((before, arrival) => record(before, arrival, judge(before, arrival)), ledger);
}

/** The ledger of a centre of which these packages came, in this order. */
export const after = (...arrivals: Link[]) => further(emptyLedger, ...arrivals);

/** The ledger after a package was returned for what it holds. */
export const returnedFor = (ledger: CentreLedger, arrival: Link) =>
  record(ledger, arrival, {
    verdict: 'refuse',
    code: 'ROW_VALUE',
    facts: { table: 'pay', line: 1, field: 'days' },
  });
