import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/county/open-package.ts';
import { inspect } from '../../shared/package/inspect.ts';
import { chance, seed } from '../support/counts.ts';
import { aFullMonth } from '../support/full-month.ts';
import { aDesk, aStatement, IDENTITY, sealed, verdictOn, verdictOnFile } from '../support/packages.ts';

// A real month of several chunks, so that whatever escaped the cipher would be a package that the county takes.
const { archive, hash } = aStatement({}, aFullMonth(80));
const file = await sealed(archive);
const CHUNK = 65_536 + 16;

/** Where the parts of an age file begin (age-encryption.org/v1). */
function regions(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1');
  const recipient = text.indexOf('X25519');
  const mac = text.indexOf('\n---') + 5;
  const nonce = text.indexOf('\n', mac) + 1;
  const chunks = nonce + 16;
  return { recipient, key: text.indexOf('\n', recipient) + 1, mac, nonce, chunks };
}
const at = regions(file);
const chunkStarts = Array.from(
  { length: Math.ceil((file.length - at.chunks) / CHUNK) },
  (_, index) => at.chunks + index * CHUNK,
);

/** Some bytes with one bit turned. */
function flipped(bytes: Uint8Array, place: number, bit = 0): Uint8Array {
  const copy = bytes.slice();
  copy[place] = (copy[place] ?? 0) ^ (1 << bit);
  return copy;
}

describe('a package as it arrives', () => {
  it('is accepted as the centre made it, whoever encrypts it: its hash is that of the content', async () => {
    expect(chunkStarts.length).toBeGreaterThan(3);
    const again = await sealed(archive);
    expect(Buffer.compare(file, again)).not.toBe(0);
    expect(inspect(await openPackage(again, [IDENTITY]), aDesk())).toMatchObject({
      verdict: 'accepted',
      hash,
    });
  });

  it('is refused by the wrong key, which says that it is for somebody else', async () => {
    const other = await sealed(archive, await identityToRecipient(await generateX25519Identity()));
    expect(await verdictOnFile(other)).toBe('NOT_FOR_THIS_KEY');
  });
});

describe('a file from outside is refused', () => {
  it(
    'attack 1: with one bit turned in any byte of the header, MAC and nonce, in each chunk and its tag, in the last chunk',
    { timeout: 300_000 },
    async () => {
      const places = [
        ...Array.from({ length: at.chunks }, (_, index) => index),
        ...chunkStarts.flatMap((start) => [
          start,
          start + 1,
          start + 30_000,
          start + CHUNK - 16,
          start + CHUNK - 1,
        ]),
        file.length - 17,
        file.length - 16,
        file.length - 1,
      ].filter((place) => place < file.length);
      for (const place of places) {
        for (const bit of [0, 7])
          expect(await verdictOnFile(flipped(file, place, bit)), `byte ${place} bit ${bit}`).toMatch(
            /^(NOT_A_PACKAGE|NOT_FOR_THIS_KEY|DAMAGED)$/,
          );
      }
    },
  );

  it('attack 1: with one bit turned in any byte of the opened container', { timeout: 300_000 }, () => {
    const small = aStatement().archive;
    const desk = aDesk();
    for (let place = 0; place < small.length; place += 1)
      expect(inspect(flipped(small, place, place % 8), desk).verdict, `byte ${place}`).toBe('refused');
  });

  it(
    'attack 2: cut at every chunk, one byte before and after it, and at 200 places',
    { timeout: 300_000 },
    async () => {
      const random = chance(seed('package-cuts'));
      const boundaries = chunkStarts.flatMap((start) => [start - 1, start, start + 1]);
      const anywhere = Array.from({ length: 200 }, () => Math.floor(random() * file.length));
      for (const length of [...boundaries, ...anywhere, file.length - 1])
        expect(await verdictOnFile(file.subarray(0, length)), `to ${length} bytes`).toMatch(
          /^(NOT_A_PACKAGE|DAMAGED|FILE_EMPTY)$/,
        );
    },
  );

  it('attack 3: with bytes behind it, outside or inside of the encryption', async () => {
    for (const tail of [Uint8Array.of(0), new Uint8Array(512), new Uint8Array(CHUNK), Uint8Array.of(10)]) {
      expect(await verdictOnFile(Buffer.concat([file, tail]))).toBe('DAMAGED');
      expect(await verdictOnFile(await sealed(Buffer.concat([archive, tail])))).toBe('CONTAINER_MALFORMED');
    }
  });

  it('attack 4: when two encrypted files stand one after the other', async () => {
    expect(await verdictOnFile(Buffer.concat([file, file]))).toBe('DAMAGED');
    const small = await sealed(aStatement().archive);
    expect(await verdictOnFile(Buffer.concat([small, file]))).toBe('DAMAGED');
  });

  it('attack 5: with two of its chunks exchanged, one twice, one left out, or one of another package', async () => {
    const chunks = chunkStarts.map((start) => file.subarray(start, start + CHUNK));
    const head = file.subarray(0, at.chunks);
    const [first, second, ...others] = chunks as [Uint8Array, Uint8Array, ...Uint8Array[]];
    const again = await sealed(archive);
    const foreign = again.subarray(regions(again).chunks, regions(again).chunks + CHUNK);
    for (const [what, order] of Object.entries({
      exchanged: [second, first, ...others],
      twice: [first, first, second, ...others],
      'left out': [first, ...others],
      'the last one first': [...chunks.slice(-1), ...chunks.slice(0, -1)],
      'of another package': [foreign, second, ...others],
    }))
      expect(await verdictOnFile(Buffer.concat([head, ...order])), what).toBe('DAMAGED');
  });

  it('attack 6: when it is empty, or encrypts nothing', async () => {
    expect(await verdictOnFile(new Uint8Array())).toBe('FILE_EMPTY');
    expect(await verdictOnFile(await sealed(new Uint8Array()))).toBe('CONTAINER_MALFORMED');
    expect(verdictOn(new Uint8Array())).toBe('CONTAINER_MALFORMED');
  });

  it('attack 7: when it is of another kind or another version of age, or the container without its encryption', async () => {
    for (const text of [
      'PK\u0003\u0004',
      'age-encryption.org/v2\n',
      'SQLite format 3\0',
      'x',
      '\n',
      'age-encryption.org/v1\n',
    ])
      expect(await verdictOnFile(new TextEncoder().encode(text)), text).toBe('NOT_A_PACKAGE');
    expect(await verdictOnFile(archive)).toBe('NOT_A_PACKAGE');
    const newer = Buffer.from(file);
    newer.write('age-encryption.org/v2');
    expect(await verdictOnFile(newer)).toBe('NOT_A_PACKAGE');
  });

  it('attack 8: in armor', async () => {
    expect(await verdictOnFile(new TextEncoder().encode(armor.encode(file)))).toBe('NOT_A_PACKAGE');
  });

  it('attack 9: when it is encrypted with a passphrase, even one that would take the PC a day to try', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('x');
    encrypter.setScryptWorkFactor(4);
    const locked = await encrypter.encrypt(archive);
    expect(await verdictOnFile(locked)).toBe('NOT_A_PACKAGE');
    const costly = Buffer.from(Buffer.from(locked).toString('latin1').replace(' 4\n', ' 30\n'), 'latin1');
    const begun = process.cpuUsage();
    expect(await verdictOnFile(costly)).toBe('NOT_A_PACKAGE');
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});
