import { base64 } from '@scure/base';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { keyInBlob, publicKeyOf, seedOf, sshBlob, sshString } from '../../shared/package/key.ts';
import { readSigners, signerFrom, SignersUnreadable } from '../../shared/package/signers.ts';
import { holds, namespaces, sign } from '../../shared/package/sshsig.ts';
import { SIGNATURE, SUMS } from '../../shared/package/statement.ts';
import { pack, unpack } from '../../shared/package/tar.ts';
import { aDesk, aStatement, CENTER, centreKey, keyFor, resigned, verdictOn } from '../support/packages.ts';

const { archive } = aStatement();
const entries = new Map(unpack(archive).map(({ name, data }) => [name, data]));
const sums = entries.get(SUMS) ?? new Uint8Array();
const armored = new TextDecoder().decode(entries.get(SIGNATURE));
const nobody = keyFor('nobody');
/** A point of order eight. */
const TORSION = '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05';

const signer = (key: Uint8Array, from = '2026-10-01', center = CENTER) =>
  signerFrom({ center, name: '', key: publicKeyOf(key) }, day(from));

/** The container with other text for its signature or its sums. */
function replaced(name: string, text: string | Uint8Array): Uint8Array {
  const data = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return pack(unpack(archive).map((entry) => (entry.name === name ? { name, data } : entry)));
}

const withSignature = (text: string | Uint8Array) => verdictOn(replaced(SIGNATURE, text));

function armorOf(bytes: Uint8Array, width = 70, end = '\n'): string {
  const lines = base64.encode(bytes).match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join(end);
}

const encode = (text: string) => new TextEncoder().encode(text);

/** A signature blob built by hand, so that each of its parts can be wrong. */
function blob(
  change: {
    magic?: string;
    version?: number;
    key?: Uint8Array;
    namespace?: string;
    reserved?: string;
    hash?: string;
    type?: string;
    value?: Uint8Array;
    tail?: Uint8Array;
  } = {},
): Uint8Array {
  const { namespace = namespaces.export, reserved = '', hash = 'sha512' } = change;
  const signed = concatBytes(
    encode('SSHSIG'),
    sshString(namespace),
    sshString(reserved),
    sshString(hash),
    sshString(sha512(sums)),
  );
  const value = change.value ?? ed25519.sign(signed, seedOf(centreKey));
  return concatBytes(
    encode(change.magic ?? 'SSHSIG'),
    Uint8Array.of(0, 0, 0, change.version ?? 1),
    sshString(change.key ?? sshBlob(publicKeyOf(centreKey))),
    sshString(namespace),
    sshString(reserved),
    sshString(hash),
    sshString(concatBytes(sshString(change.type ?? 'ssh-ed25519'), sshString(value))),
    change.tail ?? new Uint8Array(),
  );
}

const body = () => base64.decode(armored.split('\n').slice(1, -2).join(''));
const signatureValue = () => body().slice(-64);

describe('the signature check', () => {
  it('accepts what the centre signed, and the hand-made blob of these tests is the same', () => {
    expect(verdictOn(archive)).toBe('accepted');
    expect(armorOf(blob())).toBe(armored);
  });

  it('attack 22: refuses a package without a signature', () => {
    expect(withSignature('')).toBe('SIGNATURE_MALFORMED');
  });

  it('attack 23: refuses the key of another centre under this centre’s name', () => {
    const other = keyFor('411799102');
    const desk = aDesk({
      signers: { allowed: [signer(centreKey), signer(other, '2026-10-01', '411799102')], revoked: [] },
    });
    expect(verdictOn(aStatement({}, undefined, other).archive, desk)).toBe('OTHER_CENTRE');
  });

  it('attack 24: refuses a key that nobody enrolled, though all its sums are right', () => {
    expect(verdictOn(aStatement({}, undefined, nobody).archive)).toBe('SIGNER_UNKNOWN');
    expect(verdictOn(archive, aDesk({ signers: { allowed: [], revoked: [] } }))).toBe('SIGNER_UNKNOWN');
  });

  it('attack 25: refuses a key that is expired, not yet in force, or revoked', () => {
    const on = (today: string) => verdictOn(archive, aDesk({ today: day(today) }));
    expect(on('2026-09-30')).toBe('SIGNER_NOT_IN_FORCE');
    expect(on('2028-09-29')).toBe('accepted');
    expect(on('2028-09-30')).toBe('SIGNER_NOT_IN_FORCE');
    const revoked = aDesk({ signers: { allowed: [signer(centreKey)], revoked: [publicKeyOf(centreKey)] } });
    expect(verdictOn(archive, revoked)).toBe('SIGNER_REVOKED');
  });

  it('attack 26: refuses a signature that was made for something else', () => {
    expect(verdictOn(resigned(archive, () => {}, { namespace: namespaces.enrol }))).toBe(
      'SIGNATURE_OF_OTHER_KIND',
    );
    expect(withSignature(armorOf(blob({ namespace: 'file' })))).toBe('SIGNATURE_OF_OTHER_KIND');
    expect(withSignature(armorOf(blob({ namespace: '' })))).toBe('SIGNATURE_OF_OTHER_KIND');
  });

  it('attack 27: refuses SHA-256, reserved data, other versions and other key types', () => {
    const rsa = concatBytes(
      sshString('ssh-rsa'),
      sshString(new Uint8Array(3)),
      sshString(new Uint8Array(256)),
    );
    const ecdsa = concatBytes(
      sshString('ecdsa-sha2-nistp256'),
      sshString('nistp256'),
      sshString(new Uint8Array(65)),
    );
    for (const change of [
      { hash: 'sha256' },
      { reserved: 'x' },
      { version: 2 },
      { version: 0 },
      { magic: 'SSHSIX' },
      { type: 'ssh-rsa' },
      { key: rsa },
      { key: ecdsa },
      { value: new Uint8Array(63) },
      { value: new Uint8Array(65) },
    ]) {
      expect(withSignature(armorOf(blob(change))), JSON.stringify(Object.keys(change))).toBe(
        'SIGNATURE_MALFORMED',
      );
    }
  });

  it('attack 28: refuses the same signature with S + L', () => {
    const order = ed25519.Point.Fn.ORDER;
    const value = signatureValue();
    let scalar = value.slice(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + order;
    for (let index = 32; index < 64; index += 1, scalar >>= 8n) value[index] = Number(scalar & 255n);
    expect(withSignature(armorOf(blob({ value })))).toBe('SIGNATURE_WRONG');
  });

  it('attack 28: refuses keys of small order and points with a torsion part, for which forged signatures hold', () => {
    const torsion = ed25519.Point.fromHex(TORSION, false);
    const mixed = ed25519.Point.fromBytes(publicKeyOf(centreKey)).add(torsion).toBytes();
    for (const key of [
      torsion.toBytes(),
      ed25519.Point.ZERO.toBytes(),
      mixed,
      new Uint8Array(32).fill(255),
    ]) {
      expect(keyInBlob(sshBlob(key))).toBeNull();
      // Nobody can enrol it, and were it enrolled, no signature of it would hold.
      const line = `center-${CENTER} namespaces="${namespaces.export}",valid-after="20261001",valid-before="20280930" ssh-ed25519 ${base64.encode(sshBlob(key))}`;
      expect(() => readSigners(line)).toThrow(SignersUnreadable);
      expect(withSignature(armorOf(blob({ key: sshBlob(key) })))).toBe('SIGNER_UNKNOWN');
      const forged = concatBytes(ed25519.Point.ZERO.toBytes(), new Uint8Array(32));
      for (const value of [forged, signatureValue()])
        expect(holds({ key, namespace: namespaces.export, value }, sums)).toBe(false);
    }
    const value = signatureValue();
    value.set(ed25519.Point.fromBytes(value.slice(0, 32)).add(torsion).toBytes(), 0);
    expect(withSignature(armorOf(blob({ value })))).toBe('SIGNATURE_WRONG');
  });

  it('attack 28: refuses a signature whose point has a torsion part, which the cofactored equation alone would take', () => {
    const torsion = ed25519.Point.fromHex(TORSION, false);
    const { scalar } = ed25519.utils.getExtendedPublicKey(seedOf(centreKey));
    const { Fn, BASE } = ed25519.Point;
    const order = (bytes: Uint8Array) =>
      Fn.create(bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n));
    const point = BASE.multiply(12_345n).add(torsion).toBytes();
    const signed = concatBytes(
      encode('SSHSIG'),
      sshString(namespaces.export),
      sshString(''),
      sshString('sha512'),
      sshString(sha512(sums)),
    );
    const challenge = order(sha512(concatBytes(point, publicKeyOf(centreKey), signed)));
    const value = concatBytes(point, Fn.toBytes(Fn.create(12_345n + challenge * scalar)));
    expect(ed25519.verify(value, signed, publicKeyOf(centreKey))).toBe(true);
    expect(withSignature(armorOf(blob({ value })))).toBe('SIGNATURE_WRONG');
  });

  it('attack 29: refuses two signatures, comments, CRLF, other line widths, spaces and loose base64', () => {
    const comment = armored.replace('\n', '\nComment: x\n');
    const forms = [
      armored + armored,
      comment,
      armored.replaceAll('\n', '\r\n'),
      armorOf(body(), 76),
      armorOf(body(), 64),
      ` ${armored}`,
      `${armored}\n`,
      armored.slice(0, -1),
      armorOf(blob({ tail: Uint8Array.of(0) })),
      armored.replace('BEGIN SSH', 'BEGIN  SSH'),
      `\uFEFF${armored}`,
    ];
    for (const form of forms) expect(withSignature(form)).toBe('SIGNATURE_MALFORMED');
  });

  it('attack 30: refuses a good signature of other sums', () => {
    const other = aStatement({ seq: 2, prev_sha256: 'b'.repeat(64) }).archive;
    const signature = unpack(other).find(({ name }) => name === SIGNATURE)?.data ?? new Uint8Array();
    expect(withSignature(signature)).toBe('SIGNATURE_WRONG');
  });

  it('attack 31: refuses sums with CRLF, upper case, the * mode, another order, a line twice, a byte order mark or no last line feed', () => {
    const text = new TextDecoder().decode(sums);
    const lines = text.trimEnd().split('\n');
    const forms = [
      text.replaceAll('\n', '\r\n'),
      text.replace(/^[0-9a-f]{64}/, (hash) => hash.toUpperCase()),
      text.replaceAll('  ', ' *'),
      `${lines.toReversed().join('\n')}\n`,
      `${[lines[0], ...lines].join('\n')}\n`,
      `\uFEFF${text}`,
      text.trimEnd(),
      `\n${text}`,
      text.replaceAll('  ', ' '),
    ];
    for (const form of forms) {
      const bytes = new TextEncoder().encode(form);
      const forged = pack(
        unpack(archive).map((entry) => {
          if (entry.name === SUMS) return { name: SUMS, data: bytes };
          return entry.name === SIGNATURE
            ? { name: SIGNATURE, data: sign(bytes, namespaces.export, centreKey) }
            : entry;
        }),
      );
      expect(verdictOn(forged), JSON.stringify(form.slice(0, 80))).toBe('SUMS_MALFORMED');
    }
  });

  it('attack 32: refuses sums that leave a file out or name one that is not there', () => {
    const text = new TextDecoder().decode(sums);
    const less = text
      .split('\n')
      .filter((line) => !line.endsWith('data/pay.ndjson'))
      .join('\n');
    const more = `${text}${'0'.repeat(64)}  zzz\n`;
    for (const form of [less, more]) {
      const bytes = new TextEncoder().encode(form);
      const forged = pack(
        unpack(archive).map((entry) => {
          if (entry.name === SUMS) return { name: SUMS, data: bytes };
          return entry.name === SIGNATURE
            ? { name: SIGNATURE, data: sign(bytes, namespaces.export, centreKey) }
            : entry;
        }),
      );
      expect(verdictOn(forged)).toBe('SUMS_DIFFER');
    }
  });

  it('refuses content that is not what was signed', () => {
    const forged = pack(
      unpack(archive).map((entry) =>
        entry.name === 'data/pay.ndjson' ? { name: entry.name, data: new Uint8Array() } : entry,
      ),
    );
    expect(verdictOn(forged)).toBe('SUMS_DIFFER');
  });

  it('attack 33: refuses what somebody of the house signs again with a key of his own, whatever he changed and whoever he says he is', () => {
    const forgeries = {
      nothing: () => {},
      pay: (files: Map<string, Uint8Array>) => files.set('data/pay.ndjson', new Uint8Array()),
    };
    const others = { allowed: [signer(centreKey), signer(nobody, '2026-10-01', '411799102')], revoked: [] };
    for (const change of Object.values(forgeries)) {
      const forged = resigned(archive, change, { key: nobody });
      expect(verdictOn(forged)).toBe('SIGNER_UNKNOWN');
      expect(verdictOn(forged, aDesk({ signers: others }))).toMatch(/^(OTHER_CENTRE|OTHER_KEY)$/);
    }
    // The manifest names his key too, and still it is another centre's name under which he is enrolled.
    expect(verdictOn(aStatement({}, undefined, nobody).archive, aDesk({ signers: others }))).toBe(
      'OTHER_CENTRE',
    );
  });
});
