import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bytesOf, sha256 } from '../../shared/package/bytes.ts';
import { SUITE, SUITE_SM2 } from '../../shared/package/manifest.ts';
import { readSecondSigners, secondSignerLine, SignersUnreadable } from '../../shared/package/signers.ts';
import {
  isSm2Key,
  isSm2Signature,
  signSm2,
  SM2_ID,
  sm2Holds,
  sm2KeyOf,
  sm2Pem,
} from '../../shared/package/sm2.ts';
import { namespaces, sign } from '../../shared/package/sshsig.ts';
import { MANIFEST, SECOND_SIGNATURE, SIGNATURE, SUMS } from '../../shared/package/statement.ts';
import { sumsOf } from '../../shared/package/sums.ts';
import { pack, unpack, type Entry } from '../../shared/package/tar.ts';
import { day } from '../../shared/calendar/day.ts';
import { chance, count, seed } from '../support/counts.ts';
import {
  aDeskWithSecond,
  aStatement,
  CENTER,
  centreKey,
  keyFor,
  secondKey,
  verdictOn,
} from '../support/packages.ts';

const { archive } = aStatement({}, undefined, undefined, secondKey);
const desk = aDeskWithSecond();
const entries = unpack(archive);
const dataOf = (name: string) => entries.find((entry) => entry.name === name)?.data ?? new Uint8Array();
const sums = dataOf(SUMS);
const der = dataOf(SECOND_SIGNATURE);
const withSecond = (data: Uint8Array) =>
  pack(entries.map((entry) => (entry.name === SECOND_SIGNATURE ? { name: entry.name, data } : entry)));

/** Content signed anew by the centre's own keys: what an insider could do. */
function signedAnew(content: readonly Entry[], second: Uint8Array | null): Uint8Array {
  const sums = sumsOf(content);
  return pack([
    { name: SUMS, data: sums },
    { name: SIGNATURE, data: sign(sums, namespaces.export, centreKey) },
    ...(second ? [{ name: SECOND_SIGNATURE, data: second }] : []),
    ...content,
  ]);
}

describe('a package with a second signature, SM2', () => {
  it('has one file more in its place, says so in its suite, and is for ever the same bytes', () => {
    expect(entries.map(({ name }) => name).slice(0, 4)).toEqual([
      SUMS,
      SIGNATURE,
      SECOND_SIGNATURE,
      MANIFEST,
    ]);
    expect(new TextDecoder().decode(dataOf(MANIFEST))).toContain(`"suite":"${SUITE_SM2}"`);
    expect(new TextDecoder().decode(sums)).not.toContain('SHA256SUMS');
    expect(aStatement({}, undefined, undefined, secondKey).archive).toEqual(archive);
    expect(sha256(archive)).toBe('1b6ba53ef1e1347ebb7131bf847c7e8cdad540bc9860df74c6385f6fe15f52f2');
  });

  it('is taken where the key is enrolled, and where it is not the county is told to enrol it', () => {
    expect(verdictOn(archive, desk)).toBe('accepted');
    expect(verdictOn(archive)).toBe('SECOND_SIGNER_UNKNOWN');
    expect(verdictOn(archive, aDeskWithSecond(secondKey, '411799102'))).toBe('SECOND_SIGNER_UNKNOWN');
    expect(verdictOn(archive, { ...desk, today: day('2028-09-30') })).not.toBe('accepted');
  });

  it('cannot lose its second signature: a centre whose key is enrolled must have it', () => {
    expect(verdictOn(aStatement().archive, desk)).toBe('SECOND_SIGNATURE_MISSING');
    const without = pack(entries.filter(({ name }) => name !== SECOND_SIGNATURE));
    expect(verdictOn(without, desk)).toBe('SECOND_SIGNATURE_MISSING');
    expect(verdictOn(without)).toBe('MANIFEST_MALFORMED');
  });

  it('cannot be given one that its manifest does not name', () => {
    const plain = unpack(aStatement().archive).slice(2);
    const forged = signedAnew(plain, signSm2(sumsOf(plain), secondKey));
    expect(new TextDecoder().decode(plain[0]?.data)).toContain(`"suite":"${SUITE}"`);
    expect(verdictOn(forged, desk)).toBe('MANIFEST_MALFORMED');
  });

  it('is refused with the signature of another key, of other sums, or empty', () => {
    const other = keyFor('other').slice(16);
    expect(verdictOn(withSecond(signSm2(sums, other)), desk)).toBe('SECOND_SIGNATURE_WRONG');
    expect(verdictOn(withSecond(signSm2(bytesOf('other'), secondKey)), desk)).toBe('SECOND_SIGNATURE_WRONG');
    expect(verdictOn(withSecond(new Uint8Array()), desk)).toBe('SECOND_SIGNATURE_MALFORMED');
    // The first signature still counts: a good second one does not stand for it.
    const bare = pack(entries.map((entry) => (entry.name === SIGNATURE ? { ...entry, data: der } : entry)));
    expect(verdictOn(bare, desk)).toBe('SIGNATURE_MALFORMED');
  });

  it('takes DER in its one form only: no byte behind, no longer length, no negative, zero or too large number', () => {
    const [r, s] = [der.slice(4, 4 + (der[3] ?? 0)), der.slice(6 + (der[3] ?? 0))];
    const written = (...numbers: Uint8Array[]) => {
      const body = numbers.flatMap((bytes) => [2, bytes.length, ...bytes]);
      return Uint8Array.from([0x30, body.length, ...body]);
    };
    expect(written(r, s)).toEqual(der);
    const order = Buffer.from('00fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123', 'hex');
    const forms = {
      'a byte behind': Uint8Array.from([...der, 0]),
      'a zero before': written(Uint8Array.from([0, ...r]), s),
      'no number': written(Uint8Array.of(0), s),
      'the order itself': written(r, order),
      'r plus the order': written(r, Uint8Array.from([1, ...s])),
      'a long length': Uint8Array.from([0x30, 0x81, ...der.subarray(1)]),
      'another type': Uint8Array.from([0x31, ...der.subarray(1)]),
      'one number': written(r),
      'three numbers': written(r, s, s),
      hex: bytesOf(Buffer.from(der).toString('hex')),
    };
    for (const [what, form] of Object.entries(forms)) {
      expect(isSm2Signature(form), what).toBe(false);
      expect(verdictOn(withSecond(form), desk), what).toBe('SECOND_SIGNATURE_MALFORMED');
    }
  });

  const FLIPS = count('package-second-signature', 300, 6000);
  it(`is refused for any change of its second signature: ${FLIPS} of them`, { timeout: 600_000 }, () => {
    const random = chance(seed('package-second-signature'));
    for (let round = 0; round < FLIPS; round += 1) {
      const changed = der.slice();
      const place = round < der.length * 8 ? Math.floor(round / 8) : Math.floor(random() * der.length);
      changed[place] = (changed[place] ?? 0) ^ (1 << (round % 8));
      expect(sm2Holds(sums, changed, sm2KeyOf(secondKey)), `byte ${place}`).toBe(false);
    }
  });
});

describe('the list of second keys', () => {
  it('reads what it writes, and no line that is something else', () => {
    const signer = {
      center: CENTER,
      key: sm2KeyOf(secondKey),
      after: day('2026-10-01'),
      before: day('2028-09-30'),
    };
    const line = secondSignerLine(signer);
    expect(readSecondSigners(`# 柳河镇\n${line}\n`)).toEqual([signer]);
    for (const bad of [
      line.replace(' sm2 04', ' sm2 05'),
      line.replace(/..\n$/, 'zz\n'),
      line.replace('20261001', '20261301'),
      line.replace('center-', 'centre-'),
      line.trimEnd().slice(0, -2),
      'x',
    ])
      expect(() => readSecondSigners(bad), bad).toThrow(SignersUnreadable);
  });

  it('takes only points of the curve', () => {
    const key = sm2KeyOf(secondKey);
    expect(isSm2Key(key)).toBe(true);
    for (const bad of [
      '',
      '04',
      key.toUpperCase(),
      `${key}00`,
      key.slice(2),
      `04${'0'.repeat(128)}`,
      `${key.slice(0, -1)}${key.endsWith('1') ? 2 : 1}`,
    ])
      expect(isSm2Key(bad), bad).toBe(false);
  });
});

const speaksSm2 = spawnSync('openssl', ['ecparam', '-name', 'SM2', '-noout']).status === 0;
const unless = speaksSm2 ? '' : ' (not tried here: an openssl with SM2 is not installed)';

describe('stock OpenSSL', () => {
  it.skipIf(!speaksSm2)(`takes our second signatures and refuses altered ones${unless}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-sm2-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'sm2.pem'), sm2Pem(sm2KeyOf(secondKey)));
    const takes = (message: Uint8Array, signature: Uint8Array) => {
      writeFileSync(join(folder, SUMS), message);
      writeFileSync(join(folder, SECOND_SIGNATURE), signature);
      const command = `openssl pkeyutl -verify -rawin -in ${SUMS} -sigfile ${SECOND_SIGNATURE} -pubin -inkey sm2.pem -digest sm3 -pkeyopt distid:${SM2_ID}`;
      return spawnSync('sh', ['-c', command], { cwd: folder }).status === 0;
    };
    expect(takes(sums, der)).toBe(true);
    for (let round = 0; round < 20; round += 1) {
      const message = bytesOf('柳'.repeat(round * round));
      expect(takes(message, signSm2(message, secondKey)), `${round}`).toBe(true);
    }
    expect(takes(bytesOf('other'), der)).toBe(false);
    const flipped = der.slice();
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    expect(takes(sums, flipped)).toBe(false);
  });

  it.skipIf(!speaksSm2)(`signs what we take${unless}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-sm2-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'm'), sums);
    const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
    run('genpkey', '-algorithm', 'SM2', '-out', 'k.pem');
    const spki = run('pkey', '-in', 'k.pem', '-pubout', '-outform', 'DER');
    run(
      'pkeyutl',
      '-sign',
      '-rawin',
      '-in',
      'm',
      '-inkey',
      'k.pem',
      '-out',
      's',
      '-digest',
      'sm3',
      '-pkeyopt',
      `distid:${SM2_ID}`,
    );
    const theirs = spki.subarray(-65).toString('hex');
    expect(sm2Holds(sums, execFileSync('cat', ['s'], { cwd: folder }), theirs)).toBe(true);
    expect(sm2Holds(bytesOf('other'), execFileSync('cat', ['s'], { cwd: folder }), theirs)).toBe(false);
  });
});
