import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/county/open-package.ts';
import { publicKeyOf } from '../../shared/package/key.ts';
import { aStatement, centreKey, IDENTITY, verdictOn } from '../support/packages.ts';

// The format of trust.md 4.2, read here by hand and by Node's own hashes and signatures: nothing of shared/package takes part
// in the reading, so that a slip in it cannot hide itself. What changes here is another format and needs another version.

const archive = Buffer.from(aStatement().archive);
const GOLDEN = 'a30266b1c967b69f03d67e5324fcfcea9c8e7bd7c85a928dec06e79dd3acb656';
const NAMES = [
  'SHA256SUMS',
  'SHA256SUMS.sig',
  'manifest.json',
  'data/attendance.ndjson',
  'data/caregivers.ndjson',
  'data/checkups.ndjson',
  'data/devices.ndjson',
  'data/pairings.ndjson',
  'data/pay.ndjson',
  'data/residents.ndjson',
  'data/roster.ndjson',
  'data/stays.ndjson',
];
const SUMS = `9a01aa6e98b8e31f666afb192db9141f24edadb4fad3ea71cd4b4e4276e6742e  data/attendance.ndjson
46680ddcb6c5cd5ba30781f7c117d9d96ab817781523199d13dacb28cc0ebf35  data/caregivers.ndjson
5b6bcd99766ee2d0ab2ff5d3d9b87491d1e7616c1aa0dfe326a95fa03cb704f6  data/checkups.ndjson
c00cb89d74d2fc2a601839a6dce6b352b8af3bef45abaf66f52bd4df85500210  data/devices.ndjson
042061bcc585e6a35e36633f262a98cd482a34fc9bfe235bbd9f13c324eafbf0  data/pairings.ndjson
92e764e5faa92f88403d155ec048a0ca3d046015e3707cc5421ce4db3027b9b0  data/pay.ndjson
9d65d7354779ba4001b7891a36b2658f73980691355465955a8bc9fbf6edd37e  data/residents.ndjson
d4e45cab8da23a6f3b57481053710215f7ac0975ff87923d58b5bcb26b03420e  data/roster.ndjson
3b0b25b68ca6d8927a8d7c46220a008ccc1868c4a2f4ae0a29e85affc6d4857d  data/stays.ndjson
778bf5384457dc9a50374cdc9722f7087689b719d8d4953ea76f33b91dc6c429  manifest.json
`;
const SIGNATURE = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg4Xdb2a56ZTG0cyvJHT420BERPE
S29zyG3Ijlyu0rVgUAAAAhbW9udGhseS1leHBvcnQudjFAbnVhbnR1by5leGFtcGxlAAAA
AAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5AAAAQDW50sXaZ5rHdGWOZFHZv3OI+p
KAiROmBjKwUKyxzIacXU+3K7vpyB71YUVPUvlOpBYGKzt+TYmpl6NxfIdxrQo=
-----END SSH SIGNATURE-----
`;
const MANIFEST = `{"app":"nuantuo 0.1.0","audit_count":12,"audit_head":"${'a'.repeat(64)}","center":"411799101","counts":{"attendance":2,"caregivers":1,"checkups":1,"devices":1,"pairings":1,"pay":1,"residents":2,"roster":2,"stays":1},"county":"411799","created_at":"2026-11-02T09:00:00+08:00","epoch":1,"format":"tuoyang-export","key_id":"SHA256:C5ww5M5scm6b1IlfpFk7q9w5ACbGsDKQBctVBz90t1s","kind":"full","period":"2026-10","prev_sha256":"${'0'.repeat(64)}","recipient":"age1zwlyl6h27gzv0lfntr7fcqrjrzqazap8sy5zylkxwneh7llf0dksu37mwt","schema":1,"seq":1,"suite":"age-x25519+sshsig-ed25519","totals":{"deduction_fen":10000,"gross_fen":260000,"net_fen":250000,"tax_fen":0},"version":1}\n`;
const CAREGIVERS = `{"ended_on":null,"id":"c1","name":"谢雪","poor_household":true,"sex":"female","started_on":"2024-03-01"}\n`;

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

type Part = {
  readonly name: string;
  readonly header: Buffer;
  readonly data: Buffer;
  readonly padding: Buffer;
};

/** The container taken apart by offsets alone. */
function partsOf(bytes: Buffer): { parts: Part[]; rest: Buffer } {
  const parts: Part[] = [];
  let offset = 0;
  while (bytes[offset] !== 0) {
    const header = bytes.subarray(offset, offset + 512);
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const [start, end] = [offset + 512, offset + 512 + size];
    offset = start + Math.ceil(size / 512) * 512;
    const name = header.toString('latin1', 0, header.indexOf(0));
    parts.push({ name, header, data: bytes.subarray(start, end), padding: bytes.subarray(end, offset) });
  }
  return { parts, rest: bytes.subarray(offset) };
}

const { parts, rest } = partsOf(archive);
const dataOf = (name: string) => parts.find((part) => part.name === name)?.data ?? Buffer.alloc(0);

describe('the bytes of a package', () => {
  it('are for ever those of the first one that was written', () => {
    expect(sha256(archive)).toBe(GOLDEN);
    expect(archive.length).toBe(14_336);
    expect(dataOf('SHA256SUMS').toString()).toBe(SUMS);
    expect(dataOf('SHA256SUMS.sig').toString()).toBe(SIGNATURE);
    expect(dataOf('manifest.json').toString()).toBe(MANIFEST);
    expect(dataOf('data/caregivers.ndjson').toString()).toBe(CAREGIVERS);
  });

  it('are taken from a file of that day, which stock age encrypted', async () => {
    const file = readFileSync(new URL('../fixtures/october-2026.tyx', import.meta.url));
    const opened = await openPackage(file, [IDENTITY]);
    expect(sha256(Buffer.from(opened))).toBe(GOLDEN);
    expect(verdictOn(opened)).toBe('accepted');
  });

  it('stand in their order, each padded with zeros to 512, and nothing follows two blocks of zeros', () => {
    expect(parts.map(({ name }) => name)).toEqual(NAMES);
    for (const { name, padding } of parts)
      expect(padding.equals(Buffer.alloc(padding.length)), name).toBe(true);
    expect(rest.equals(Buffer.alloc(1024))).toBe(true);
  });

  it('have headers that are the table of trust.md 4.2, field for field', () => {
    for (const { name, header, data } of parts) {
      const size = data.length.toString(8).padStart(11, '0');
      const fields: [offset: number, length: number, value: string][] = [
        [0, 100, name],
        [100, 8, '0000644\0'],
        [108, 8, '0000000\0'],
        [116, 8, '0000000\0'],
        [124, 12, `${size}\0`],
        [136, 12, '00000000000\0'],
        [156, 1, '0'],
        [157, 100, ''],
        [257, 8, 'ustar\u000000'],
        [265, 64, ''],
        [329, 8, '0000000\0'],
        [337, 8, '0000000\0'],
        [345, 167, ''],
      ];
      for (const [offset, length, value] of fields) {
        const found = header.toString('latin1', offset, offset + length);
        expect(found, `${name} at ${offset}`).toBe(value.padEnd(length, '\0'));
      }
      const summed = Buffer.concat([header.subarray(0, 148), Buffer.alloc(8, 32), header.subarray(156)]);
      const checksum = summed
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0');
      expect(header.toString('latin1', 148, 156), `${name} checksum`).toBe(`${checksum}\0 `);
      expect(
        fields.reduce((sum, [, length]) => sum + length, 8),
        'the fields fill the header',
      ).toBe(512);
    }
  });

  it('are summed file by file, sorted by path, and the hash of the sums names the package', () => {
    const lines = parts.slice(2).map(({ name, data }) => `${sha256(data)}  ${name}\n`);
    const sorted = lines.toSorted((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1));
    expect(dataOf('SHA256SUMS').toString()).toBe(sorted.join(''));
    expect(aStatement().hash).toBe(sha256(dataOf('SHA256SUMS')));
  });

  it('are signed as PROTOCOL.sshsig says, which OpenSSL’s Ed25519 confirms', () => {
    const string = (value: Buffer | string) => {
      const bytes = Buffer.from(value);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return Buffer.concat([length, bytes]);
    };
    const namespace = 'monthly-export.v1@nuantuo.example';
    const key = Buffer.from(publicKeyOf(centreKey));
    const lines = dataOf('SHA256SUMS.sig').toString().split('\n');
    expect(lines.slice(1, -3).map((line) => line.length)).toEqual([70, 70, 70]);
    const blob = Buffer.from(lines.slice(1, -2).join(''), 'base64');
    const value = blob.subarray(-64);
    const expected = [
      Buffer.from('SSHSIG\0\0\0\u0001'),
      string(Buffer.concat([string('ssh-ed25519'), string(key)])),
      string(namespace),
      string(''),
      string('sha512'),
      string(Buffer.concat([string('ssh-ed25519'), string(value)])),
    ];
    expect(blob.toString('hex')).toBe(Buffer.concat(expected).toString('hex'));
    const signed = Buffer.concat([
      Buffer.from('SSHSIG'),
      string(namespace),
      string(''),
      string('sha512'),
      string(createHash('sha512').update(dataOf('SHA256SUMS')).digest()),
    ]);
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
    expect(verify(null, signed, createPublicKey({ key: spki, format: 'der', type: 'spki' }), value)).toBe(
      true,
    );
    expect(
      verify(null, dataOf('SHA256SUMS'), createPublicKey({ key: spki, format: 'der', type: 'spki' }), value),
    ).toBe(false);
  });

  it('hold canonical JSON: keys in order, no spaces, explicit nulls, one line feed a row, rows sorted', () => {
    /** Sorted keys and plain JSON are RFC 8785 for ASCII keys, whole numbers and text without controls. */
    const canonical = (value: unknown): string => {
      if (typeof value !== 'object' || value === null) return JSON.stringify(value);
      const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
      return `{${members.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`;
    };
    for (const { name, data } of parts.slice(2)) {
      const lines = data.toString().split('\n');
      expect(lines.pop(), name).toBe('');
      for (const line of lines) expect(canonical(JSON.parse(line)), name).toBe(line);
      const ids = lines.map((line) => (JSON.parse(line) as { id?: string }).id ?? '');
      expect(ids, name).toEqual(ids.toSorted());
    }
  });
});
