import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { readText } from './files.ts';

/** The county's age keys: the identities open packages, the recipients are what centres encrypt for. */
export type CountyKeys = { readonly identities: readonly string[]; readonly recipients: readonly string[] };

export const KEY_FILE = 'county.key';
export const PUBLIC_FILE = 'county.pub';
export const COUNTY_FILE = 'county.json';

/** Makes a new key pair in a folder, in the form of age-keygen; never overwrites one. Answers the public recipient. */
export async function makeCountyKeys(
  folder: string,
  county: string | null,
): Promise<{ key: string; pub: string; recipient: string }> {
  if (county !== null && !/^\d{6}$/.test(county)) throw new Complaint('notACounty');
  const [key, pub] = [join(folder, KEY_FILE), join(folder, PUBLIC_FILE)];
  for (const file of [key, pub]) if (existsSync(file)) throw new Complaint('exists', { file });
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  mkdirSync(folder, { recursive: true });
  writeFileDurably(key, `# public key: ${recipient}\n${identity}\n`);
  writeFileDurably(pub, `${recipient}\n`);
  if (county !== null) writeFileDurably(join(folder, COUNTY_FILE), `${JSON.stringify({ county })}\n`);
  return { key, pub, recipient };
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
