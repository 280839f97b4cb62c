import { describe, expect, it } from 'vitest';
import { canonicalLine, type Json } from '../../shared/package/canonical.ts';
import { publicKeyOf, sshLine } from '../../shared/package/key.ts';
import { readRotation, ROTATION_DAYS, writeRotation } from '../../shared/package/rotation.ts';
import { namespaces, sign, type Namespace } from '../../shared/package/sshsig.ts';
import { CENTER, centreKey, keyFor } from '../support/packages.ts';

const CENTRE = { center: CENTER, county: '411799', name: '柳河镇托养中心' };
const next = keyFor('next');
const line = {
  format: 'tuoyang-rotate',
  version: 1,
  center: CENTER,
  county: '411799',
  center_name: '柳河镇托养中心',
  old_key: sshLine(publicKeyOf(centreKey)),
  new_key: sshLine(publicKeyOf(next)),
};
const bytes = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
/** What somebody who holds both keys could write with another program. */
function signed(
  value: object,
  keys: { readonly old?: Uint8Array; readonly own?: Uint8Array } = {},
  spaces: { readonly old?: Namespace; readonly own?: Namespace } = {},
): Uint8Array {
  const text = canonicalLine(value as Json);
  return bytes(
    text,
    sign(text, spaces.old ?? namespaces.rotate, keys.old ?? centreKey),
    sign(text, spaces.own ?? namespaces.rotate, keys.own ?? next),
  );
}

describe('the file with which a centre changes its key', () => {
  it('is signed by the old key and by the new one, and reads as it was written', () => {
    const file = writeRotation(CENTRE, centreKey, next);
    expect(readRotation(file)).toEqual({ ...CENTRE, old: publicKeyOf(centreKey), next: publicKeyOf(next) });
    expect(signed(line)).toEqual(file);
  });

  it('writes the name of the centre in one form, however it was typed', () => {
    const typed = { ...CENTRE, name: '柳河镇 Cafe\u0301' };
    expect(readRotation(writeRotation(typed, centreKey, next))?.name).toBe('柳河镇 Caf\u00e9');
  });

  it('leaves sixty days in which packages signed with the old key still arrive', () => {
    expect(ROTATION_DAYS).toBe(60);
  });

  it('is refused when a signature is missing, twice, in the other order, or of another key, and when a byte changed', () => {
    const text = new TextDecoder().decode(writeRotation(CENTRE, centreKey, next));
    const end = text.indexOf('\n') + 1;
    const [first, signatures] = [text.slice(0, end), text.slice(end)];
    const [old = '', own = ''] = signatures.split(/(?<=-----END SSH SIGNATURE-----\n)/);
    const stranger = new TextDecoder().decode(writeRotation(CENTRE, keyFor('stranger'), next));
    const forged = [
      first + old,
      first + own,
      first + old + old,
      first + own + old,
      first + old + own + own,
      `${first}${old}${own}\n`,
      first + stranger.slice(stranger.indexOf('\n') + 1),
      text.replace(CENTER, '411799102'),
      text.replace('柳河镇', '清河镇'),
      '',
      first,
    ];
    for (const content of forged)
      expect(readRotation(new TextEncoder().encode(content)), content.slice(-90)).toBeNull();
    expect(readRotation(writeRotation(CENTRE, centreKey, centreKey))).toBeNull();
    expect(readRotation(writeRotation({ ...CENTRE, county: '411702' }, centreKey, next))).toBeNull();
  });

  it('is refused when one of the two signatures is by a key that the line does not name', () => {
    expect(readRotation(signed(line, { old: keyFor('stranger') }))).toBeNull();
    expect(readRotation(signed(line, { own: keyFor('stranger') }))).toBeNull();
    expect(readRotation(signed(line, { own: centreKey }))).toBeNull();
    expect(readRotation(signed(line, { old: next, own: centreKey }))).toBeNull();
  });

  it('is refused when one of the two signatures was made for something else', () => {
    for (const other of Object.values(namespaces)) {
      const is = other === namespaces.rotate;
      expect(readRotation(signed(line, {}, { old: other })) !== null, other).toBe(is);
      expect(readRotation(signed(line, {}, { own: other })) !== null, other).toBe(is);
      expect(readRotation(signed(line, {}, { old: other, own: other })) !== null, other).toBe(is);
    }
  });

  it('is refused when a field holds what it should not, is missing, or is one too many', () => {
    const wrong: Record<keyof typeof line, readonly unknown[]> = {
      format: ['tuoyang-enroll', ''],
      version: [2, '1'],
      center: ['41179910', '411702101', 411_799_101],
      county: ['411702', 411_799],
      center_name: ['柳', '柳'.repeat(81), null],
      old_key: ['', 'ssh-ed25519 AAAA', null, line.new_key, 'x'.repeat(201)],
      new_key: ['', 'ssh-ed25519 AAAA', null, line.old_key, 'x'.repeat(201)],
    };
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values)
        expect(readRotation(signed({ ...line, [field]: value })), `${field} ${String(value)}`).toBeNull();
      const without = Object.fromEntries(Object.entries(line).filter(([name]) => name !== field));
      expect(readRotation(signed(without)), `without ${field}`).toBeNull();
    }
    expect(readRotation(signed({ ...line, more: 1 }))).toBeNull();
  });
});
