import { existsSync } from 'node:fs';
import type { PublicKey } from '../../shared/package/key.ts';
import {
  readRevoked,
  readSigners,
  SignersUnreadable,
  type Signer,
  type Signers,
} from '../../shared/package/signers.ts';
import { Complaint } from './complaint.ts';
import { readText } from './files.ts';

export const SIGNERS_FILE = 'allowed_signers';
export const REVOKED_FILE = 'revoked';

/** The county's list of enrolled keys; a file that is not there is an empty list. */
export function readSignersFile(file: string): Signer[] {
  return existsSync(file) ? readable(file, readSigners) : [];
}

/** The county's list of revoked keys; a file that is not there is an empty list. */
export function readRevokedFile(file: string): PublicKey[] {
  return existsSync(file) ? readable(file, readRevoked) : [];
}

/** Both lists. A list that was named, or lies beside the key, must be readable. */
export function signersFrom(allowed: string | null, revoked: string | null): Signers {
  return {
    allowed: allowed === null ? [] : readable(allowed, readSigners),
    revoked: revoked === null ? [] : readable(revoked, readRevoked),
  };
}

function readable<T>(file: string, read: (text: string) => T): T {
  const text = readText(file);
  try {
    return read(text);
  } catch (error) {
    if (error instanceof SignersUnreadable) throw new Complaint('notSigners', { file, line: error.line });
    throw error;
  }
}
