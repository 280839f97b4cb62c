import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  fingerprintOf,
  privateKeyOf,
  publicKeyOf,
  seedOf,
  spokenFingerprint,
} from '../../shared/package/key.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { readCountyFile, writeCard, writeCountyFile } from './county-file.ts';
import { readText } from './files.ts';

/** The county's age keys: the identities open packages, the recipients are what centres encrypt for. */
export type CountyKeys = { readonly identities: readonly string[]; readonly recipients: readonly string[] };

export const KEY_FILE = 'county.key';
export const PUBLIC_FILE = 'county.pub';
/** With this key the county signs its receipts; it opens nothing. */
export const SIGNING_FILE = 'county-sign.key';

const PEM = /^-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/]{64})\n-----END PRIVATE KEY-----\n$/;

export type MadeKeys = {
  readonly key: string;
  readonly pub: string;
  readonly card: string;
  readonly recipient: string;
  readonly fingerprint: string;
  readonly spoken: string;
};

/**
 * Makes a new key pair to open packages, in the form of age-keygen, and one to sign receipts; never overwrites one. Answers
 * what the stamped form needs: the public recipient and the fingerprint of the signing key.
 */
export async function makeCountyKeys(folder: string, county: string): Promise<MadeKeys> {
  if (!/^\d{6}$/.test(county)) throw new Complaint('notACounty');
  const [key, pub, signing] = [KEY_FILE, PUBLIC_FILE, SIGNING_FILE].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const file of [key, pub, signing]) if (existsSync(file)) throw new Complaint('exists', { file });
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const privateKey = privateKeyOf(new Uint8Array(randomBytes(32)));
  mkdirSync(folder, { recursive: true });
  writeFileDurably(key, `# public key: ${recipient}\n${identity}\n`);
  writeFileDurably(pub, `${recipient}\n`);
  writeFileDurably(
    signing,
    `-----BEGIN PRIVATE KEY-----\n${Buffer.from(privateKey).toString('base64')}\n-----END PRIVATE KEY-----\n`,
  );
  writeCountyFile(folder, { county, number: 1, next: null });
  const card = writeCard(folder, recipient, privateKey);
  const publicKey = publicKeyOf(privateKey);
  return {
    key,
    pub,
    card,
    recipient,
    fingerprint: fingerprintOf(publicKey),
    spoken: spokenFingerprint(publicKey),
  };
}

/** Reads a key file: comments and one to four X25519 identities (the current key, and others while a key is changed). */
export async function readCountyKeys(file: string): Promise<CountyKeys> {
  const identities = readText(file)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length < 1 || identities.length > 4) throw new Complaint('notAKey', { file });
  try {
    return { identities, recipients: await Promise.all(identities.map((identity) => recipientOf(identity))) };
  } catch {
    throw new Complaint('notAKey', { file });
  }
}

async function recipientOf(identity: string): Promise<string> {
  if (!identity.startsWith('AGE-SECRET-KEY-1')) throw new RangeError('not an X25519 identity');
  return identityToRecipient(identity);
}

/** The county's signing key that lies beside the key that opens packages, as PKCS#8. */
export function readSigningKey(keyFile: string): Uint8Array {
  const file = join(dirname(keyFile), SIGNING_FILE);
  if (!existsSync(file)) throw new Complaint('noSigningKey', { file });
  const [, text] = PEM.exec(readText(file)) ?? [];
  const bytes = new Uint8Array(Buffer.from(text ?? '', 'base64'));
  try {
    seedOf(bytes);
    return bytes;
  } catch {
    throw new Complaint('notASigningKey', { file });
  }
}

/**
 * Begins to change the age key: a second identity is added and named to the centres as the next one. Finished, the new key is
 * the one to encrypt for, and the old identity stays in the file, so that late packages still open.
 */
export async function changeCountyKey(
  folder: string,
  finish: boolean,
): Promise<{ recipient: string; next: string | null; card: string }> {
  const file = join(folder, KEY_FILE);
  const [{ identities, recipients }, facts] = [await readCountyKeys(file), readCountyFile(folder)];
  const privateKey = readSigningKey(file);
  if (finish !== (facts.next !== null)) throw new Complaint(finish ? 'noKeyChange' : 'keyChangeOpen');
  if (finish) {
    const position = recipients.indexOf(facts.next ?? '');
    const next = identities[position];
    if (next === undefined) throw new Complaint('notAKey', { file });
    const ordered = [next, ...identities.filter((identity) => identity !== next)];
    writeFileDurably(file, await textOfKeys(ordered));
  } else {
    if (identities.length === 4) throw new Complaint('tooManyKeys', { file });
    writeFileDurably(file, await textOfKeys([...identities, await generateX25519Identity()]));
  }
  const after = await readCountyKeys(file);
  const recipient = after.recipients[0] ?? '';
  const next = finish ? null : (after.recipients.at(-1) ?? null);
  writeCountyFile(folder, { ...facts, number: facts.number + 1, next });
  writeFileDurably(join(folder, PUBLIC_FILE), `${recipient}\n`);
  return { recipient, next, card: writeCard(folder, recipient, privateKey) };
}

async function textOfKeys(identities: readonly string[]): Promise<string> {
  const parts = await Promise.all(
    identities.map(async (identity) => `# public key: ${await identityToRecipient(identity)}\n${identity}\n`),
  );
  return parts.join('');
}
