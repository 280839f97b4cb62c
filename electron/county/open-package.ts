import { Decrypter } from 'age-encryption';
import { open } from 'node:fs/promises';
import { Refused, refusePackage } from '../../shared/package/refusal.ts';
import { unpackPieces, type Entry } from '../../shared/package/tar.ts';

/** No centre's month comes near this; what is larger is refused before it is read. */
export const LARGEST_PACKAGE = 64 * 1024 * 1024;

/** A binary age v1 file for one to four X25519 recipients and nobody else: no armor, no passphrase, no plug-in. */
const HEADER =
  /^age-encryption\.org\/v1\n(?:-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n){1,4}--- [A-Za-z0-9+/]{43}\n/;
const LONGEST_HEADER = 1024;
/** How much of a file is read at once, in bytes. */
const PIECE = 256 * 1024;

/**
 * Decrypts a package to its container. The whole file is authenticated before anything is answered: a cut, a flipped bit,
 * bytes at the end or chunks in another order end in a refusal. Throws Refused.
 */
export async function openPackage(file: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  checkSize(file.length);
  checkHeader(file.subarray(0, LONGEST_HEADER));
  try {
    return await decrypterFor(identities).decrypt(file);
  } catch (error) {
    throw asRefused(error);
  }
}

/**
 * The same from a file on a disk or a stick, piece by piece: no more of it is held than the entries of its container. `tell`
 * hears how many of its bytes are read. Throws Refused, and the system's error when the file cannot be read.
 */
export async function openPackageFile(
  path: string,
  identities: readonly string[],
  tell: (done: number, total: number) => void = () => {},
): Promise<Entry[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    checkSize(size);
    const start = Buffer.alloc(LONGEST_HEADER);
    checkHeader(start.subarray(0, (await file.read(start, 0, LONGEST_HEADER, 0)).bytesRead));
    let done = 0;
    const encrypted = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE, done);
          done += bytesRead;
          // A file that grows while it is read is not the one whose size was found to be small enough.
          if (done > size) refusePackage('DAMAGED');
          tell(done, size);
          if (bytesRead === 0) controller.close();
          else controller.enqueue(buffer.subarray(0, bytesRead));
        },
      },
      { highWaterMark: 0 },
    );
    return await unpackPieces(authenticated(encrypted, identities));
  } finally {
    await file.close();
  }
}

/** The bytes of the container, each piece authenticated; that it is whole is known when the last one has come. */
async function* authenticated(
  encrypted: ReadableStream<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const piece of await decrypterFor(identities).decrypt(encrypted)) yield piece;
  } catch (error) {
    throw asRefused(error);
  }
}

function decrypterFor(identities: readonly string[]): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter;
}

function checkHeader(start: Uint8Array): void {
  if (!HEADER.test(Buffer.from(start).toString('latin1'))) refusePackage('NOT_A_PACKAGE');
}

/** A refusal for what the cipher found; an error of the disk goes on as it is, for the file may be good. */
function asRefused(error: unknown): unknown {
  if (error instanceof Refused || (error instanceof Error && 'syscall' in error)) return error;
  const isForOthers = error instanceof Error && error.message.startsWith('no identity matched');
  return new Refused(isForOthers ? 'NOT_FOR_THIS_KEY' : 'DAMAGED');
}

/** Refuses by size alone, before a file is read. */
export function checkSize(bytes: number): void {
  if (bytes === 0) refusePackage('FILE_EMPTY');
  if (bytes > LARGEST_PACKAGE) refusePackage('FILE_TOO_LARGE', { limit: LARGEST_PACKAGE / 1024 / 1024 });
}
