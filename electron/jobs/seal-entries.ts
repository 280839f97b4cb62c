import { Encrypter } from 'age-encryption';
import { packedLength, packing, type Entry } from '../../shared/package/tar.ts';

/**
 * Packs entries and encrypts them for each of the county's keys, as binary age v1 (trust.md 4.2), piece by piece: the container
 * is never there as a whole. The file key is random: no two results are alike. `tell` hears how many bytes are encrypted.
 */
export async function sealEntries(
  entries: readonly Entry[],
  recipients: readonly string[],
  tell: (done: number, total: number) => void = () => {},
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const pieces = packing(entries);
  const encrypted = await encrypter.encrypt(
    new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const { value, done } = pieces.next();
          if (done === true) controller.close();
          else controller.enqueue(value);
        },
      },
      { highWaterMark: 0 },
    ),
  );
  const file = new Uint8Array(encrypted.size(packedLength(entries)));
  let length = 0;
  for await (const piece of encrypted) {
    file.set(piece, length);
    length += piece.length;
    tell(length, file.length);
  }
  return file;
}
