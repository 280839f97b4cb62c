import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { changedBytes } from '../support/byte-changes.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aFullMonth } from '../support/full-month.ts';
import { aDesk, aStatement, sealed, verdictOnFile } from '../support/packages.ts';

const CHANGES = count('package-file', 5000, 100_000);
const CHUNK = 65_536 + 16;
const REFUSED = /^(NOT_A_PACKAGE|NOT_FOR_THIS_KEY|DAMAGED|FILE_EMPTY)$/;

const small = aStatement().archive;
const large = aStatement({}, aFullMonth(80)).archive;
const files = [await sealed(small), await sealed(large), await sealed(large)];
const strangers = await identityToRecipient(await generateX25519Identity());
const foreign = await sealed(large, strangers);

function split(file: Uint8Array) {
  const text = Buffer.from(file).toString('latin1');
  const mac = text.indexOf('\n---') + 1;
  const nonce = text.indexOf('\n', mac) + 1;
  const body = Buffer.from(file).subarray(nonce + 16);
  const chunks: Buffer[] = Array.from({ length: Math.ceil(body.length / CHUNK) }, (_, index) =>
    body.subarray(index * CHUNK, (index + 1) * CHUNK),
  );
  return {
    head: text.slice(0, mac),
    mac: text.slice(mac, nonce),
    nonce: Buffer.from(file).subarray(nonce, nonce + 16),
    chunks,
  };
}
type Parts = ReturnType<typeof split>;
const joined = ({ head, mac, nonce, chunks }: Parts) =>
  Buffer.concat([Buffer.from(head + mac, 'latin1'), nonce, ...chunks]);

/** Changes of somebody who knows how age is built: parts of two files mixed, chunks moved, stanzas doubled or put in. */
function changedParts(one: Parts, other: Parts, random: () => number): Uint8Array {
  const at = Math.floor(random() * one.chunks.length);
  const chunk = one.chunks[at] as Buffer;
  const stanza = /-> X25519 .*\n.*\n/.exec(other.head)?.[0] ?? '';
  const changes: (() => Partial<Parts>)[] = [
    () => ({ chunks: one.chunks.with(at, one.chunks[0] as Buffer).with(0, chunk) }),
    () => ({ chunks: one.chunks.toSpliced(at, 0, chunk) }),
    () => ({ chunks: one.chunks.toSpliced(at, 1) }),
    () => ({ chunks: one.chunks.with(at, (other.chunks[at] ?? other.chunks[0]) as Buffer) }),
    () => ({ chunks: one.chunks.with(at, Buffer.from(changedBytes(chunk, random))) }),
    () => ({ nonce: other.nonce }),
    () => ({ mac: other.mac }),
    () => ({ head: other.head }),
    () => ({ head: one.head + stanza }),
    () => ({ head: one.head.replace('-> ', `${stanza}-> `) }),
    () => ({ head: one.head.replace('-> ', '-> grease x\nAAAA\n-> ') }),
    () => ({ head: one.head.replace('X25519', 'scrypt') }),
    () => ({ head: one.head.replace('\n', '\r\n') }),
    () => ({ chunks: [...one.chunks, Buffer.alloc(16)] }),
    () => ({ chunks: one.chunks.slice(0, at) }),
  ];
  return joined({ ...one, ...changes[Math.floor(random() * changes.length)]?.() });
}

describe('an encrypted file that was changed', () => {
  it(
    `is never opened: ${CHANGES} changes, blind and by somebody who knows age`,
    { timeout: 7_200_000 },
    async () => {
      const random = chance(seed('package-file'));
      const parts = [...files, foreign].map(split);
      const desk = aDesk();
      const codes = new Set<string>();
      let same = 0;
      for (let round = 0; round < CHANGES; round += 1) {
        // The small file is dear to nobody, and cheap to try: nine of ten changes are made to it.
        const which = random() < 0.9 ? 0 : 1 + Math.floor(random() * 2);
        const file = files[which] as Uint8Array;
        const partner = parts[(which + 1 + Math.floor(random() * 3)) % parts.length] as Parts;
        const changed =
          random() < 0.5 ? changedBytes(file, random) : changedParts(parts[which] as Parts, partner, random);
        if (files.some((genuine) => Buffer.compare(genuine, changed) === 0)) {
          same += 1;
          continue;
        }
        const verdict = await verdictOnFile(changed, desk);
        if (!REFUSED.test(verdict)) throw new Error(`round ${round} was ${verdict}`);
        codes.add(verdict);
      }
      expect(same).toBeLessThan(CHANGES / 5);
      expect([...codes].toSorted()).toEqual(['DAMAGED', 'NOT_A_PACKAGE', 'NOT_FOR_THIS_KEY']);
    },
  );
});
