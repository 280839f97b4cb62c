import { recordAnchor } from '../../db/anchors.ts';
import { packageQueries } from '../../db/packages.ts';
import { peopleQueries } from '../../db/people.ts';
import { receiptQueries } from '../../db/receipts.ts';
import { signingKeyQueries } from '../../db/signing-keys.ts';
import type { CountyCard } from '../../shared/package/county-card.ts';
import { fingerprintOf } from '../../shared/package/key.ts';
import type { Manifest } from '../../shared/package/manifest.ts';
import { isTokenOld, objectionTo, standingOf, type Standing } from '../../shared/package/place.ts';
import { readAnswer, type Receipt, type ResyncToken } from '../../shared/package/receipt.ts';
import { isForGood } from '../../shared/package/refusal.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { EPOCH_SETTING, knownChain } from './package-chain.ts';

const bytesOf = (file: { base64: string }) => new Uint8Array(Buffer.from(file.base64, 'base64'));

type Outcome = {
  outcome: 'accepted' | 'waiting' | 'returned' | 'unanswered' | 'held' | 'lost' | 'new-epoch';
  epoch: number;
  seq: number;
  code: Receipt['code'];
  facts: Receipt['facts'];
};

export const packageReceipts = {
  chain: door.package.chain.handler(async ({ context: { db } }) => {
    const { next, hold, unconfirmed, canContinue, fates } = standingOf(await knownChain(db));
    return {
      epoch: next.epoch,
      seq: next.seq,
      hold,
      unconfirmed,
      canContinue,
      awaited: [...fates.values()].filter(({ fate }) => fate === 'awaited').length,
      hasCountySigner: (await receiptQueries(db).currentCountySigner()) !== undefined,
    };
  }),

  importAnswer: door.package.importAnswer.handler(async ({ input: { file }, context }) => {
    const { db } = context;
    const signer = await receiptQueries(db).currentCountySigner();
    if (!signer) refuse('COUNTY_SIGNER_MISSING', {});
    const content = bytesOf(file);
    const answer = readAnswer(content);
    if (!answer) refuse('RECEIPT_UNREADABLE', { name: file.name });
    if (fingerprintOf(answer.signedBy) !== signer.fingerprint) refuse('RECEIPT_NOT_BY_COUNTY', {});
    const { letter, card } = answer;
    const said = letter.kind === 'receipt' ? letter.receipt : letter.token;
    const { code } = await peopleQueries(db).centre();
    if (said.center !== code) refuse('RECEIPT_OTHER_CENTRE', { found: said.center });

    const outcome =
      letter.kind === 'receipt'
        ? await takeReceipt(letter.receipt, content, context)
        : await takeToken(letter.token, content, context);
    const keyBegun = letter.kind === 'receipt' && (await beginKnownKey(letter.receipt.signers, context));
    return { ...outcome, keyBegun, countyKeyChanged: card !== null && (await takeCard(card, context)) };
  }),

  continueChain: door.package.continueChain.handler(async ({ context: { db, who, at, note } }) => {
    const { canContinue } = standingOf(await knownChain(db));
    if (canContinue === null) refuse('CHAIN_NOT_CONTINUABLE', {});
    await peopleQueries(db).setSetting(EPOCH_SETTING, String(canContinue), at, who.id);
    note(`epoch ${canContinue}`, 'goes on after a restore');
    return { epoch: canContinue };
  }),
};

/** Keeps a receipt as the centre's proof of delivery, and says what follows from it. */
async function takeReceipt(receipt: Receipt, content: Uint8Array, work: Work): Promise<Outcome> {
  const { db, raw, who, at, newId, note } = work;
  if (await receiptQueries(db).receiptIsKnown(content)) refuse('RECEIPT_KNOWN', {});
  const { epoch, seq, statement_hash: hash, verdict, code, facts } = receipt;
  const objection = objectionTo({ epoch, hash, verdict, code }, await knownChain(db));
  if (objection !== null) refuse(objection, { epoch, seq });
  const id = newId();
  await receiptQueries(db).addReceipt({
    id,
    epoch,
    seq,
    statement_hash: hash,
    verdict,
    code,
    facts: JSON.stringify(facts),
    next_seq: receipt.next_seq,
    last_hash: receipt.last_hash,
    received_on: receipt.received_on,
    content,
    recorded_at: at,
    recorded_by: who.id,
  });
  const own = await packageQueries(db).packageByHash(hash);
  if (own) {
    // The county holds this package from now on, and with it the head of the log that it carries (trust.md 5).
    const { audit_head: head, audit_count: count } = JSON.parse(own.manifest) as Manifest;
    recordAnchor(raw, { kind: 'receipt', at, seq: count, hash: head, reference: own.file_name });
  }
  note(own?.id ?? hash, `${epoch}-${seq} ${verdict}${code === null ? '' : ` ${code}`}`);
  const standing = standingOf(await knownChain(db));
  return { outcome: outcomeOf(receipt, standing, own !== undefined), epoch, seq, code, facts };
}

function outcomeOf({ verdict, code }: Receipt, { hold }: Standing, isOwn: boolean): Outcome['outcome'] {
  if (hold) return 'held';
  if (!isOwn) return 'lost';
  if (verdict !== 'refused') return verdict;
  return code !== null && isForGood(code) ? 'returned' : 'unanswered';
}

/** Raises the epoch to the one that the county let begin. */
async function takeToken(token: ResyncToken, content: Uint8Array, work: Work): Promise<Outcome> {
  const { db, who, at, newId, note } = work;
  const epoch = token.next_epoch;
  if (isTokenOld(epoch, await knownChain(db))) refuse('RESYNC_OLDER', { epoch });
  await receiptQueries(db).addResync({
    id: newId(),
    epoch,
    last_epoch: token.last_epoch,
    last_seq: token.last_seq,
    last_hash: token.last_hash,
    confirmed_by: token.confirmed_by.join('、'),
    confirmed_on: token.confirmed_on,
    content,
    recorded_at: at,
    recorded_by: who.id,
  });
  await peopleQueries(db).setSetting(EPOCH_SETTING, String(epoch), at, who.id);
  note(`epoch ${epoch}`, `after ${token.last_epoch}-${token.last_seq} ${token.last_hash}`);
  return { outcome: 'new-epoch', epoch, seq: 1, code: null, facts: {} };
}

/** Signs with the next key once the county names it among those that it accepts. */
async function beginKnownKey(signers: readonly string[], { db, at }: Work): Promise<boolean> {
  const next = await signingKeyQueries(db).nextSigningKey();
  if (!next || !signers.includes(next.fingerprint)) return false;
  await signingKeyQueries(db).beginNextKey(at);
  return true;
}

/** Takes a later card that came with an answer; it is signed by the same key, which a person compared once. */
async function takeCard(card: CountyCard, { db, who, at, newId }: Work): Promise<boolean> {
  const current = await packageQueries(db).currentCountyKey();
  if (current && card.number <= current.number) return false;
  await packageQueries(db).replaceCountyKey({
    id: newId(),
    recipient: card.recipient,
    next_recipient: card.next,
    number: card.number,
    recorded_at: at,
    recorded_by: who.id,
    ended_at: null,
  });
  return current?.recipient !== card.recipient || current.next_recipient !== card.next;
}
