import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFileDurably } from './durable-file.ts';
import {
  KeyringIsDamaged,
  macOf,
  parseKeyring,
  unsignedOf,
  type Keyring,
  type Unsigned,
} from './keyring-shape.ts';

/** A keyring of 200 accounts has some 200 kB; what is larger is none. */
const LARGEST = 1024 * 1024;

/** The second copy, beside the first. */
export const copyOf = (file: string) => file.replace(/\.json$/, '.bak');

/**
 * The keyrings to try, best first: the file, then its copy where that may know better. The copy counts when the file cannot be
 * read, or when it says something else without being older; a copy that fell behind (power cut between the two writings)
 * would let an old password in again. Throws KeyringIsDamaged when neither can be read.
 */
export function keyringsOf(file: string): [Keyring, ...Keyring[]] {
  const [first, copy] = [attempt(file), attempt(copyOf(file))];
  if (!first && !copy) throw new KeyringIsDamaged('neither the keyring nor its copy can be read');
  if (!first || !copy) return [(first ?? copy) as Keyring];
  const differs = JSON.stringify(first) !== JSON.stringify(copy);
  return differs && revisionOf(copy) >= revisionOf(first) ? [first, copy] : [first];
}

/** The keyring, from the copy when the file itself cannot be read. Throws KeyringIsDamaged. */
export function readKeyring(file: string): Keyring {
  return keyringsOf(file)[0];
}

/** Whether the keyring cannot be read where it belongs, and the copy stands in for it. */
export function keyringIsCopy(file: string): boolean {
  return attempt(file) === null && attempt(copyOf(file)) !== null;
}

/** Whether there is a keyring or its copy, readable or not. */
export function keyringExists(file: string): boolean {
  return existsSync(file) || existsSync(copyOf(file));
}

/**
 * Signs the keyring with the data key and writes it, each copy whole or not at all: the file first, then its copy, so that at
 * any moment one of them opens the database. Answers what was written. `between` the two writings tests cut the power. Throws what the disk says; the file is as before or as after then.
 */
export function writeKeyring(
  file: string,
  keyring: Unsigned | Keyring,
  dataKey: Uint8Array,
  between: () => void = () => undefined,
): Unsigned {
  const next = 'mac' in keyring ? unsignedOf(keyring) : keyring;
  const unsigned = { ...next, revision: next.revision + 1 };
  const text = `${JSON.stringify({ ...unsigned, mac: macOf(unsigned, dataKey) }, null, 1)}\n`;
  writeFileDurably(file, text);
  between();
  writeFileDurably(copyOf(file), text);
  return unsigned;
}

/** Keeps both copies as they are; the answer puts them back, for a change that was refused after it had been written. */
export function keepKeyring(file: string): () => void {
  const kept = [file, copyOf(file)].map((name) => ({
    name,
    bytes: existsSync(name) ? readFileSync(name) : null,
  }));
  return () => {
    for (const { name, bytes } of kept) if (bytes) writeFileDurably(name, bytes);
  };
}

/** Whether the copy, or the file itself, is missing or says something else than the other. */
export function keyringNeedsMending(file: string): boolean {
  const [first, copy] = [file, copyOf(file)].map((name) => (existsSync(name) ? readFileSync(name) : null));
  return !first || !copy || !first.equals(copy);
}

const revisionOf = (keyring: Keyring) => (keyring.version === 2 ? keyring.revision : 0);

function attempt(file: string): Keyring | null {
  try {
    if (!existsSync(file) || statSync(file).size > LARGEST) return null;
    return parseKeyring(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof KeyringIsDamaged) return null;
    throw error;
  }
}
