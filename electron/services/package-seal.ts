import { Encrypter } from 'age-encryption';

/** Encrypts a container for the county, as binary age v1 (trust.md 4.2). The file key is random: no two results are alike. */
export async function seal(archive: Uint8Array, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(archive);
}
