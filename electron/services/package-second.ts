import type { Kysely } from 'kysely';
import { randomBytes } from 'node:crypto';
import { peopleQueries } from '../../db/people.ts';
import type { Schema } from '../../db/schema.ts';
import { secondKeyQueries } from '../../db/second-keys.ts';
import { writeSecondKeyLetter } from '../../shared/package/second-key.ts';
import { sm2KeyOf, sm2PrivateKeyOf } from '../../shared/package/sm2.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { signingKey } from './package-keys.ts';

/** The SM2 key with which packages are signed a second time, or null while the setting is off. */
export async function secondKey(db: Kysely<Schema>): Promise<Uint8Array | null> {
  const current = await secondKeyQueries(db).currentSecondKey();
  return current ? new Uint8Array(current.private_key) : null;
}

export const packageSecond = {
  secondSignature: door.package.secondSignature.handler(async ({ context: { db } }) => {
    const current = await secondKeyQueries(db).currentSecondKey();
    return { key: current ? { publicKey: current.public_key, createdAt: current.created_at } : null };
  }),

  setSecondSignature: door.package.setSecondSignature.handler(async ({ input: { on }, context }) => {
    const { db, who, at, newId, note } = context;
    const { privateKey: first } = await signingKey(db, { id: newId(), at, by: who.id });
    const second = on ? await switchedOn(context) : await switchedOff(context);
    const { code: center, county_code: county, name } = await peopleQueries(db).centre();
    const use = on ? 'begin' : 'end';
    const letter = writeSecondKeyLetter({ center, county, name, use }, second, first);
    note('second-signature', `${use} ${sm2KeyOf(second)}`);
    return { name: `TYX1_${center}.sm2`, base64: Buffer.from(letter).toString('base64') };
  }),
};

/** The key in use, made when there is none; its randomness is the system's, never a seed. */
async function switchedOn({ db, who, at, newId }: Work): Promise<Uint8Array> {
  const current = await secondKey(db);
  if (current) return current;
  const made = sm2PrivateKeyOf(new Uint8Array(randomBytes(48)));
  await secondKeyQueries(db).addSecondKey({
    id: newId(),
    public_key: sm2KeyOf(made),
    private_key: made,
    created_at: at,
    created_by: who.id,
    ended_at: null,
  });
  return made;
}

async function switchedOff({ db, at }: Work): Promise<Uint8Array> {
  const queries = secondKeyQueries(db);
  const key = (await queries.currentSecondKey()) ?? (await queries.lastEndedSecondKey());
  if (!key) return refuse('NOTHING_CHANGED', {});
  await queries.endSecondKey(at);
  return new Uint8Array(key.private_key);
}
