import { packageQueries } from '../../db/packages.ts';
import { peopleQueries } from '../../db/people.ts';
import { receiptQueries } from '../../db/receipts.ts';
import { signingKeyQueries } from '../../db/signing-keys.ts';
import { readCountyCard, type CountyCard } from '../../shared/package/county-card.ts';
import { writeEnrolment } from '../../shared/package/enrolment.ts';
import {
  fingerprintOf,
  isRecipient,
  keyInLine,
  spokenFingerprint,
  sshLine,
  type PublicKey,
} from '../../shared/package/key.ts';
import { writeRotation } from '../../shared/package/rotation.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { EPOCH_SETTING, chainStanding } from './package-chain.ts';
import { nextSigningKey, signingKey } from './package-keys.ts';

const asFile = (name: string, bytes: Uint8Array) => ({ name, base64: Buffer.from(bytes).toString('base64') });

const spoken = (key: PublicKey) => ({ fingerprint: fingerprintOf(key), spoken: spokenFingerprint(key) });

/** How a key from the database is shown. */
function shown(row: { public_key: string; created_at: string } | undefined) {
  const key = row ? keyInLine(row.public_key) : null;
  if (!row || !key) return null;
  return { ...spoken(key), publicKey: row.public_key, createdAt: row.created_at };
}

/** The card in a file, of this centre's county, and not an older one than is entered. */
async function cardIn(file: { name: string; base64: string }, db: Work['db']): Promise<CountyCard> {
  const card = readCountyCard(new Uint8Array(Buffer.from(file.base64, 'base64')));
  if (!card) refuse('COUNTY_CARD_UNREADABLE', { name: file.name });
  const { county_code: county } = await peopleQueries(db).centre();
  if (card.county !== county) refuse('COUNTY_CARD_OTHER', { found: card.county, county });
  const [signer, key] = [
    await receiptQueries(db).currentCountySigner(),
    await packageQueries(db).currentCountyKey(),
  ];
  const isSameSigner = signer?.fingerprint === fingerprintOf(card.key);
  if (isSameSigner && key && card.number < key.number) refuse('COUNTY_CARD_OLDER', {});
  return card;
}

export const packageKeyLife = {
  keys: door.package.keys.handler(async ({ context: { db } }) => {
    const [county, signer] = [
      await packageQueries(db).currentCountyKey(),
      await receiptQueries(db).currentCountySigner(),
    ];
    const signerKey = signer ? keyInLine(signer.public_key) : null;
    return {
      county: county
        ? { recipient: county.recipient, next: county.next_recipient, recordedAt: county.recorded_at }
        : null,
      countySigner: signer && signerKey ? { ...spoken(signerKey), recordedAt: signer.recorded_at } : null,
      signing: shown(await signingKeyQueries(db).currentSigningKey()),
      nextSigning: shown(await signingKeyQueries(db).nextSigningKey()),
    };
  }),

  setCountyKey: door.package.setCountyKey.handler(
    async ({ input: { recipient }, context: { db, who, at, newId, note } }) => {
      if (/^age-secret-key-/i.test(recipient)) refuse('COUNTY_KEY_IS_SECRET', {});
      if (!isRecipient(recipient)) refuse('NOT_A_COUNTY_KEY', {});
      const current = await packageQueries(db).currentCountyKey();
      if (current?.recipient === recipient) refuse('NOTHING_CHANGED', {});
      const id = newId();
      await packageQueries(db).replaceCountyKey({
        id,
        recipient,
        next_recipient: null,
        // A later card still counts as later, and an older one as older.
        number: current?.number ?? 0,
        recorded_at: at,
        recorded_by: who.id,
        ended_at: null,
      });
      note(id, recipient);
      return { recipient };
    },
  ),

  readCountyCard: door.package.readCountyCard.handler(async ({ input: { file }, context: { db } }) => {
    const { county, recipient, next, key } = await cardIn(file, db);
    const signer = await receiptQueries(db).currentCountySigner();
    return {
      ...spoken(key),
      county,
      recipient,
      next,
      signerKnown: signer?.fingerprint === fingerprintOf(key),
    };
  }),

  setCountyCard: door.package.setCountyCard.handler(
    async ({ input: { file, fingerprint }, context: { db, who, at, newId, note } }) => {
      const { recipient, next, number, key } = await cardIn(file, db);
      if (fingerprint !== fingerprintOf(key)) refuse('COUNTY_CARD_NOT_COMPARED', {});
      const signer = await receiptQueries(db).currentCountySigner();
      const current = await packageQueries(db).currentCountyKey();
      const isSameSigner = signer?.fingerprint === fingerprint;
      const isSameKey = current?.recipient === recipient && current.next_recipient === next;
      if (isSameSigner && isSameKey && current.number === number) refuse('NOTHING_CHANGED', {});
      const recorded = { recorded_at: at, recorded_by: who.id, ended_at: null };
      if (!isSameSigner) {
        await receiptQueries(db).replaceCountySigner({
          id: newId(),
          public_key: sshLine(key),
          fingerprint,
          ...recorded,
        });
      }
      const id = newId();
      await packageQueries(db).replaceCountyKey({
        id,
        recipient,
        next_recipient: next,
        number,
        ...recorded,
      });
      note(id, `${recipient} ${fingerprint}`);
      return { recipient, fingerprint };
    },
  ),

  enrolment: door.package.enrolment.handler(async ({ context }) => {
    const { db, who, at, newId, note } = context;
    const { privateKey, isNew } = await signingKey(db, { id: newId(), at, by: who.id });
    note('signing-key', isNew ? 'made' : 'enrolment file written');
    return enrolmentFile(db, privateKey);
  }),

  rotateKey: door.package.rotateKey.handler(async ({ context: { db, who, at, newId, note } }) => {
    const current = await signingKeyQueries(db).currentSigningKey();
    if (!current) refuse('SIGNING_KEY_MISSING', {});
    const { privateKey, isNew } = await nextSigningKey(db, { id: newId(), at, by: who.id });
    const centre = await peopleQueries(db).centre();
    note('signing-key', isNew ? 'next key made' : 'change of key written again');
    const file = writeRotation(
      { center: centre.code, county: centre.county_code, name: centre.name },
      new Uint8Array(current.private_key),
      privateKey,
    );
    return asFile(`TYX1_${centre.code}.rotate`, file);
  }),

  useNextKey: door.package.useNextKey.handler(async ({ context: { db, at, note } }) => {
    const next = shown(await signingKeyQueries(db).nextSigningKey());
    if (!next) refuse('NO_NEXT_KEY', {});
    await signingKeyQueries(db).beginNextKey(at);
    note('signing-key', `in use ${next.fingerprint}`);
    return { fingerprint: next.fingerprint, spoken: next.spoken };
  }),

  replaceLostKey: door.package.replaceLostKey.handler(async ({ input: { reason }, context }) => {
    const { db, who, at, newId, note } = context;
    if (!(await signingKeyQueries(db).currentSigningKey())) refuse('SIGNING_KEY_MISSING', {});
    await signingKeyQueries(db).endAllKeys(at);
    const { privateKey } = await signingKey(db, { id: newId(), at, by: who.id });
    // Whoever has the key may have numbered on with it: the chain begins anew, and the county must let it (trust.md 4.5).
    const { next } = await chainStanding(db);
    if (next.seq > 1) await peopleQueries(db).setSetting(EPOCH_SETTING, String(next.epoch + 1), at, who.id);
    note('signing-key', `replaced: ${reason}`);
    return enrolmentFile(db, privateKey);
  }),
};

async function enrolmentFile(db: Work['db'], privateKey: Uint8Array) {
  const centre = await peopleQueries(db).centre();
  const file = writeEnrolment(
    { center: centre.code, county: centre.county_code, name: centre.name },
    privateKey,
  );
  return asFile(`TYX1_${centre.code}.enrol`, file);
}
