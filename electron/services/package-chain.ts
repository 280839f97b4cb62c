import type { Kysely } from 'kysely';
import { packageQueries } from '../../db/packages.ts';
import { peopleQueries } from '../../db/people.ts';
import { receiptQueries } from '../../db/receipts.ts';
import type { Schema } from '../../db/schema.ts';
import { standingOf, type Known, type Standing } from '../../shared/package/place.ts';
import type { RefusalCode, RefusalFacts } from '../../shared/package/refusal.ts';

/** Raised after a restore, a lost key, or by the county's token, when the chain must begin anew (trust.md 4.4). */
export const EPOCH_SETTING = 'package.epoch';

/** What this centre knows of its chain: what it built, what the county answered, which epochs were raised and let begin. */
export async function knownChain(db: Kysely<Schema>): Promise<Known> {
  const built = await packageQueries(db).places();
  const told = await receiptQueries(db).receipts();
  const raised = await peopleQueries(db).settingWithTime(EPOCH_SETTING);
  return {
    built: built.map(({ epoch, seq, statement_hash: hash, prev_hash: prev }) => ({ epoch, seq, hash, prev })),
    told: told.map((row) => ({
      epoch: row.epoch,
      seq: row.seq,
      hash: row.statement_hash,
      verdict: row.verdict,
      code: row.code as RefusalCode | null,
      facts: JSON.parse(row.facts) as RefusalFacts,
      nextSeq: row.next_seq,
      at: row.recorded_at,
      receivedOn: row.received_on,
    })),
    raised: { epoch: Number(raised?.value ?? 1), at: raised?.changed_at ?? '' },
    granted: (await receiptQueries(db).resyncs()).map(({ epoch }) => epoch),
  };
}

export async function chainStanding(db: Kysely<Schema>): Promise<Standing> {
  return standingOf(await knownChain(db));
}
