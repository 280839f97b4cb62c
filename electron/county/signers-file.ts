import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublicKey } from '../../shared/package/key.ts';
import {
  readRevoked,
  readSecondSigners,
  readSigners,
  SignersUnreadable,
  type SecondSigner,
  type Signer,
  type Signers,
} from '../../shared/package/signers.ts';
import { Complaint } from './complaint.ts';
import { readText } from './files.ts';

export const SIGNERS_FILE = 'allowed_signers';
export const REVOKED_FILE = 'revoked';
export const SECOND_FILE = 'sm2_signers';

/** The county's list of enrolled keys; a file that is not there is an empty list. */
export function readSignersFile(file: string): Signer[] {
  return existsSync(file) ? readable(file, readSigners) : [];
}

/** The county's list of revoked keys; a file that is not there is an empty list. */
export function readRevokedFile(file: string): PublicKey[] {
  return existsSync(file) ? readable(file, readRevoked) : [];
}

/** The county's list of second keys; a file that is not there is an empty list. */
export function readSecondSignersFile(file: string): SecondSigner[] {
  return existsSync(file) ? readable(file, readSecondSigners) : [];
}

/** The lists. One that was named, or lies beside the key, must be readable; second keys stand beside the first ones. */
export function signersFrom(allowed: string | null, revoked: string | null): Signers {
  return {
    allowed: allowed === null ? [] : readable(allowed, readSigners),
    revoked: revoked === null ? [] : readable(revoked, readRevoked),
    second: allowed === null ? [] : readSecondSignersFile(join(dirname(allowed), SECOND_FILE)),
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
