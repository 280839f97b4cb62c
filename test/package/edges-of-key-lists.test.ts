import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { privateKeyOf, publicKeyOf, sshLine } from '../../shared/package/key.ts';
import {
  isInForce,
  readRevoked,
  readSecondSigners,
  readSigners,
  secondKeysInForce,
  secondSignerLine,
  signerFrom,
  signerInForce,
  signerLine,
  SignersUnreadable,
} from '../../shared/package/signers.ts';
import { sm2KeyOf } from '../../shared/package/sm2.ts';
import { refusalOf } from '../support/package-refusal.ts';

const seed = (byte: number) => new Uint8Array(32).fill(byte);
const key = publicKeyOf(privateKeyOf(seed(1)));
const other = publicKeyOf(privateKeyOf(seed(2)));
const line = sshLine(key);

describe('the county’s list of enrolled keys', () => {
  const signer = signerFrom({ center: '411799101', name: '柳河镇托养中心', key }, day('2026-10-01'));
  const written = signerLine(signer);
  const bare = written.split('\n')[1] ?? '';

  it('is written as ssh-keygen reads it, in force for 730 days, and read back', () => {
    expect(written).toBe(
      `# 柳河镇托养中心\ncenter-411799101 namespaces="monthly-export.v1@nuantuo.example",valid-after="20261001",valid-before="20280930" ${line}\n`,
    );
    expect(signer).toMatchObject({ after: '2026-10-01', before: '2028-09-30' });
    expect(readSigners(written)).toEqual([signer]);
    expect(readSigners('')).toEqual([]);
  });

  it('takes a name from the comment above a key, and only for that key', () => {
    const named = readSigners(`\n  \n#one\n#  two  \n${bare}\n \n${bare}\n# end`);
    expect(named.map(({ name }) => name)).toEqual(['two', '']);
    expect(readSigners(bare)).toEqual([{ ...signer, name: '' }]);
  });

  it('says which line is not one that is enrolled', () => {
    for (const bad of [
      ` ${bare}`,
      `x${bare}`,
      `${bare} comment`,
      bare.replace('411799101', '41179910'),
      bare.replace('411799101', '4117991011'),
      bare.replace('411799101', '41179910x'),
      bare.replace('center-', 'centre-'),
      bare.replace('monthly-export', 'receipt'),
      bare.replace('20261001', '20260931'),
      bare.replace('20280930', '20280931'),
      bare.replace('20261001', '2026101'),
      bare.replace('20280930', '202809300'),
      bare.replace(line, line.slice(0, -4)),
      bare.replace('ssh-ed25519', 'ssh-rsa'),
      bare.toUpperCase(),
      'x # no comment',
    ]) {
      const error = new SignersUnreadable(3);
      expect(() => readSigners(`# a\n\n${bad}\n`), bad).toThrow(error);
      expect(error).toMatchObject({ line: 3, message: 'line 3 is not an enrolled key' });
    }
  });

  it('knows whose key it is on a day, by the enrolment that is in force then', () => {
    const earlier = { ...signer, name: 'earlier', after: day('2024-10-01'), before: day('2026-10-01') };
    const stranger = { ...signer, key: other, center: '411799102' };
    const signers = { allowed: [stranger, earlier, signer], revoked: [] };
    const named = (today: string) => signerInForce(signers, key, day(today)).name;
    expect(named('2026-09-30')).toBe('earlier');
    expect(named('2026-10-01')).toBe('柳河镇托养中心');
    expect(named('2028-09-29')).toBe('柳河镇托养中心');
    expect(refusalOf(() => named('2028-09-30'))).toEqual({
      code: 'SIGNER_NOT_IN_FORCE',
      from: '2026-10-01',
      until: '2028-09-29',
    });
    expect(refusalOf(() => named('2024-09-30'))).toMatchObject({ code: 'SIGNER_NOT_IN_FORCE' });
    const unknown = { allowed: [stranger], revoked: [key] };
    expect(refusalOf(() => signerInForce(unknown, key, day('2026-11-01')))).toEqual({
      code: 'SIGNER_UNKNOWN',
    });
    expect([isInForce(signer, day('2026-10-01')), isInForce(signer, day('2028-09-30'))]).toEqual([
      true,
      false,
    ]);
  });

  it('refuses a revoked key, whichever of the revoked ones it is', () => {
    const on = day('2026-11-01');
    for (const revoked of [[key], [other, key], [key, other]])
      expect(refusalOf(() => signerInForce({ allowed: [signer], revoked }, key, on))).toEqual({
        code: 'SIGNER_REVOKED',
      });
    expect(signerInForce({ allowed: [signer], revoked: [other] }, key, on)).toBe(signer);
  });
});

describe('the county’s list of revoked keys', () => {
  it('has one key a line, with or without a comment', () => {
    expect(readRevoked(`# lost\n${line}\n  \n${sshLine(other)} stolen in May\n`)).toEqual([key, other]);
    expect(readRevoked('')).toEqual([]);
  });

  it('never passes for an empty one when it cannot be read', () => {
    for (const bad of ['x', `${line.slice(0, -4)}`, ` ${line}`, `${line} x\nnothing #`, 'ssh-rsa AAAA'])
      expect(() => readRevoked(`\n${bad}`), bad).toThrow(SignersUnreadable);
    expect(() => readRevoked(`${line}\n\nx`)).toThrow(new SignersUnreadable(3));
  });
});

describe('the county’s list of second keys', () => {
  const second = {
    center: '411799101',
    key: sm2KeyOf(seed(4)),
    after: day('2026-10-01'),
    before: day('2028-09-30'),
  };
  const written = secondSignerLine(second).trimEnd();

  it('is written and read back, comments and blank lines aside', () => {
    expect(written).toBe(`center-411799101 valid-after="20261001",valid-before="20280930" sm2 ${second.key}`);
    expect(readSecondSigners(`# a\n \n${written}\n`)).toEqual([second]);
  });

  it('says which line is not one of its own', () => {
    for (const bad of [
      ` ${written}`,
      `${written}0`,
      written.slice(0, -1),
      written.replace('411799101', '41179910'),
      written.replace('411799101', '41179910x'),
      written.replace('20261001', '20260931'),
      written.replace('20280930', '20280931'),
      written.replace('20261001', '2026101'),
      written.replace(second.key, `04${'0'.repeat(128)}`),
      written.replace(second.key, second.key.toUpperCase().replace('04', '05')),
      'x #',
    ])
      expect(() => readSecondSigners(`${written}\n${bad}`), bad).toThrow(new SignersUnreadable(2));
  });

  it('counts for the centre and the days that it names', () => {
    const keysOf = (center: string, today: string) =>
      secondKeysInForce({ allowed: [], revoked: [], second: [second] }, center, day(today));
    expect(keysOf('411799101', '2026-10-01')).toEqual([second.key]);
    expect(keysOf('411799102', '2026-10-01')).toEqual([]);
    expect(keysOf('411799101', '2026-09-30')).toEqual([]);
    expect(keysOf('411799101', '2028-09-30')).toEqual([]);
    expect(secondKeysInForce({ allowed: [], revoked: [] }, '411799101', day('2026-10-01'))).toEqual([]);
  });
});
