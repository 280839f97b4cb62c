import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/county/open-package.ts';
import { inspect } from '../../shared/package/inspect.ts';
import { Refused } from '../../shared/package/refusal.ts';
import { aDesk, aStatement, IDENTITY, RECIPIENT, seeded, verdictOn } from '../support/packages.ts';

// The counts of every run; NUANTUO_DEEP=10 multiplies them (trust.md 4.6: 100,000 inner, 5,000 outer).
const DEEP = Number(process.env['NUANTUO_DEEP'] ?? 1);
const INNER = 20_000 * DEEP;
const OUTER = 1000 * DEEP;

const { archive, hash } = aStatement();
const desk = aDesk();

/** One seeded change: flip a bit, set a byte, delete, insert, copy a stretch, swap two stretches, cut the end. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = 1 + Math.floor(random() * 64);
  const copy = bytes.slice();
  switch (Math.floor(random() * 7)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return copy;
    case 1:
      copy[at] = Math.floor(random() * 256);
      return copy;
    case 2:
      return Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(at + length)]);
    case 3:
      return Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(0, length), ...copy.subarray(at)]);
    case 4:
      copy.copyWithin(Math.floor(random() * bytes.length), at, at + length);
      return copy;
    case 5: {
      const other = Math.floor(random() * (bytes.length - length));
      const [one, two] = [copy.slice(at, at + length), copy.slice(other, other + length)];
      copy.set(two.subarray(0, Math.min(two.length, bytes.length - at)), at);
      copy.set(one.subarray(0, Math.min(one.length, bytes.length - other)), other);
      return copy;
    }
    default:
      return copy.subarray(0, at);
  }
}

const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

async function sealed(bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(RECIPIENT);
  return encrypter.encrypt(bytes);
}

/** The code with which a sealed file is refused, or its verdict. */
async function verdictOnFile(file: Uint8Array): Promise<string> {
  try {
    return verdictOn(await openPackage(file, [IDENTITY]), desk);
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

describe('a package that was altered', () => {
  it(
    `1 is refused inside: ${INNER} seeded changes of the container, none accepted that differs`,
    { timeout: 600_000 },
    () => {
      const random = seeded(20_261_105);
      const codes = new Map<string, number>();
      for (let round = 0; round < INNER; round += 1) {
        const changed = mutate(archive, random);
        if (isSame(changed, archive)) continue;
        const inspection = inspect(changed, desk);
        if (inspection.verdict !== 'refused') throw new Error(`round ${round} was ${inspection.verdict}`);
        codes.set(inspection.code, (codes.get(inspection.code) ?? 0) + 1);
      }
      expect([...codes.keys()].toSorted()).toEqual(
        expect.arrayContaining([
          'CONTAINER_MALFORMED',
          'SIGNATURE_MALFORMED',
          'SIGNATURE_WRONG',
          'SUMS_DIFFER',
        ]),
      );
    },
  );

  it('1 is refused for one flipped bit of any byte of the container', { timeout: 600_000 }, () => {
    for (let at = 0; at < archive.length; at += 1) {
      const changed = archive.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(verdictOn(changed, desk), `byte ${at}`).not.toMatch(/accepted|waiting/);
    }
  });

  it(
    `1 is refused outside: ${OUTER} seeded changes of the encrypted file, none accepted`,
    { timeout: 600_000 },
    async () => {
      const file = await sealed(archive);
      const random = seeded(7);
      for (let round = 0; round < OUTER; round += 1) {
        const changed = mutate(file, random);
        if (isSame(changed, file)) continue;
        expect(await verdictOnFile(changed), `round ${round}`).toMatch(
          /^(NOT_A_PACKAGE|NOT_FOR_THIS_KEY|DAMAGED|FILE_EMPTY)$/,
        );
      }
    },
  );

  it('1 is refused for a flipped bit in each part: version, recipient, wrapped key, MAC, nonce, every chunk, last byte', async () => {
    const file = await sealed(new Uint8Array(150_000).fill(65));
    const text = Buffer.from(file).toString('latin1');
    const mac = text.indexOf('\n---') + 6;
    const nonce = text.indexOf('\n', mac) + 1;
    const parts = {
      version: 5,
      recipient: text.indexOf('X25519') + 10,
      'wrapped key': text.indexOf('\n', text.indexOf('X25519')) + 5,
      MAC: mac,
      nonce,
      'first chunk': nonce + 16,
      'second chunk': nonce + 16 + 65_552,
      'last chunk': nonce + 16 + 2 * 65_552,
      'last byte': file.length - 1,
    };
    for (const [part, at] of Object.entries(parts)) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await verdictOnFile(changed), part).toMatch(/^(NOT_A_PACKAGE|NOT_FOR_THIS_KEY|DAMAGED)$/);
    }
  });

  it(
    '2 is refused when cut: at every chunk, one byte before and after, and at 200 places',
    { timeout: 120_000 },
    async () => {
      const file = await sealed(new Uint8Array(200_000).fill(65));
      const header = Buffer.from(file).indexOf('\n---');
      const start = Buffer.from(file).indexOf('\n', header + 1) + 1 + 16;
      const random = seeded(2);
      const places = [0, 1, 2, 3].flatMap((chunk) =>
        [-1, 0, 1].map((off) => start + chunk * (65_536 + 16) + off),
      );
      for (const at of [
        ...places,
        ...Array.from({ length: 200 }, () => Math.floor(random() * file.length)),
      ]) {
        if (at >= file.length) continue;
        expect(await verdictOnFile(file.subarray(0, at)), `at ${at}`).toMatch(
          /^(NOT_A_PACKAGE|DAMAGED|FILE_EMPTY)$/,
        );
      }
    },
  );

  it('3 and 4 is refused with bytes behind it, and when two files stand one after the other', async () => {
    const file = await sealed(archive);
    for (const tail of [Uint8Array.of(0), file]) {
      expect(await verdictOnFile(Uint8Array.from([...file, ...tail]))).toBe('DAMAGED');
    }
  });

  it('5 is refused with its chunks in another order', async () => {
    const file = await sealed(new Uint8Array(200_000).fill(65));
    const start = Buffer.from(file).indexOf('\n', Buffer.from(file).indexOf('\n---') + 1) + 1 + 16;
    const chunk = 65_536 + 16;
    const swapped = file.slice();
    swapped.set(file.subarray(start + chunk, start + 2 * chunk), start);
    swapped.set(file.subarray(start, start + chunk), start + chunk);
    expect(await verdictOnFile(swapped)).toBe('DAMAGED');
  });

  it('6 and 7 is refused when empty or of another kind', async () => {
    expect(await verdictOnFile(new Uint8Array())).toBe('FILE_EMPTY');
    for (const text of ['PK\u0003\u0004', 'age-encryption.org/v2\n', 'SQLite format 3\0', 'x']) {
      expect(await verdictOnFile(new TextEncoder().encode(text))).toBe('NOT_A_PACKAGE');
    }
    expect(await verdictOnFile(archive)).toBe('NOT_A_PACKAGE');
  });

  it('8 is refused in armor', async () => {
    const { armor } = await import('age-encryption');
    expect(await verdictOnFile(new TextEncoder().encode(armor.encode(await sealed(archive))))).toBe(
      'NOT_A_PACKAGE',
    );
  });

  it('9 is refused when encrypted with a passphrase', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('x');
    encrypter.setScryptWorkFactor(4);
    expect(await verdictOnFile(await encrypter.encrypt(archive))).toBe('NOT_A_PACKAGE');
  });

  it('is refused by the wrong key, which says that it is for somebody else', async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    expect(await verdictOnFile(await encrypter.encrypt(archive))).toBe('NOT_FOR_THIS_KEY');
  });

  it('is one package whoever encrypts it: the hash is that of the content', async () => {
    const [one, other] = [await sealed(archive), await sealed(archive)];
    expect(isSame(one, other)).toBe(false);
    const inspection = inspect(await openPackage(other, [IDENTITY]), desk);
    expect(inspection).toMatchObject({ verdict: 'accepted', hash });
  });
});
