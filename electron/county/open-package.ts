import { Decrypter } from 'age-encryption';
import { Refused, refusePackage } from '../../shared/package/refusal.ts';

/** No centre's month comes near this; what is larger is refused before it is read. */
export const LARGEST_PACKAGE = 64 * 1024 * 1024;

/** A binary age v1 file for one to four X25519 recipients and nobody else: no armor, no passphrase, no plug-in. */
const HEADER =
  /^age-encryption\.org\/v1\n(?:-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n){1,4}--- [A-Za-z0-9+/]{43}\n/;
const LONGEST_HEADER = 1024;

/**
 * Decrypts a package to its container. The whole file is authenticated before anything is answered: a cut, a flipped bit,
 * bytes at the end or chunks in another order end in a refusal. Throws Refused.
 */
export async function openPackage(file: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  checkSize(file.length);
  if (!HEADER.test(Buffer.from(file.subarray(0, LONGEST_HEADER)).toString('latin1')))
    refusePackage('NOT_A_PACKAGE');
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    const isForOthers = error instanceof Error && error.message.startsWith('no identity matched');
    throw new Refused(isForOthers ? 'NOT_FOR_THIS_KEY' : 'DAMAGED');
  }
}

/** Refuses by size alone, before a file is read. */
export function checkSize(bytes: number): void {
  if (bytes === 0) refusePackage('FILE_EMPTY');
  if (bytes > LARGEST_PACKAGE) refusePackage('FILE_TOO_LARGE', { limit: LARGEST_PACKAGE / 1024 / 1024 });
}
