import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { bytesOf } from '../../shared/package/bytes.ts';
import { emptyLedger } from '../../shared/package/chain.ts';
import { asInspection, inspect, inspectEntries, linkOf, type Desk } from '../../shared/package/inspect.ts';
import { fingerprintOf, publicKeyOf } from '../../shared/package/key.ts';
import { refusePackage } from '../../shared/package/refusal.ts';
import { namespaces } from '../../shared/package/sshsig.ts';
import { SECOND_SIGNATURE, SIGNATURE } from '../../shared/package/statement.ts';
import { pack, unpack } from '../../shared/package/tar.ts';
import {
  aDesk,
  aDeskWithSecond,
  anOctober,
  aStatement,
  CENTER,
  keyFor,
  resigned,
  secondKey,
  withData,
  withManifest,
} from '../support/packages.ts';

const first = aStatement();
const { archive, hash, manifest } = first;
const told = (package_: Uint8Array, desk: Desk = aDesk()) => {
  const { verdict, ...rest } = inspect(package_, desk);
  return { verdict, ...rest };
};
const swapped = (from: string, to: string) => withManifest(archive, (text) => text.replace(from, to));
const wrong = (entry: string) => ({ verdict: 'refused', code: 'CONTAINER_ENTRIES', facts: { entry } });
const fault = () => {
  throw new TypeError('a fault');
};

describe('the desk is told of a package that holds', () => {
  it('its manifest, its rows, its hash and its place, whether or not the desk keeps a ledger', () => {
    const accepted = {
      verdict: 'accepted',
      manifest,
      tables: anOctober(),
      hash,
      link: linkOf(manifest, hash),
    };
    expect(told(archive)).toEqual(accepted);
    expect(told(archive, aDesk({ ledgerOf: () => null }))).toEqual(accepted);
    expect(inspectEntries(unpack(archive), aDesk())).toEqual(accepted);
    expect(linkOf(manifest, hash)).toEqual({
      epoch: 1,
      seq: 1,
      hash,
      prev: '0'.repeat(64),
      period: '2026-10',
      kind: 'full',
    });
  });

  it('that it waits, for which numbers, and all that it holds', () => {
    const third = aStatement({ seq: 3, prev_sha256: 'b'.repeat(64) });
    expect(told(third.archive)).toMatchObject({
      verdict: 'waiting',
      code: 'GAP',
      facts: { from: 1, to: 2 },
      manifest: third.manifest,
      hash: third.hash,
      tables: anOctober(),
    });
  });
});

describe('the desk is told of a package that does not hold', () => {
  it('which entry is not where it should be', () => {
    const entries = unpack(archive);
    const named = (change: typeof entries) => told(pack(change));
    for (const [index, { name }] of entries.entries()) {
      expect(named(entries.toSpliced(index, 1)), name).toEqual(wrong(name));
      expect(named(entries.slice(0, index)), name).toEqual(wrong(name));
    }
    expect(named([...entries, { name: 'zzz', data: new Uint8Array() }])).toEqual(wrong('zzz'));
    const late = [...entries.slice(0, 3), { name: SECOND_SIGNATURE, data: new Uint8Array() }];
    expect(named([...late, ...entries.slice(3)])).toEqual(wrong('data/attendance.ndjson'));
    const twice = { name: SECOND_SIGNATURE, data: new Uint8Array() };
    expect(named([...entries.slice(0, 2), twice])).toEqual(wrong('manifest.json'));
  });

  it('that its signature is for something else, or of something else', () => {
    const otherKind = resigned(archive, () => {}, { namespace: namespaces.enrol });
    expect(told(otherKind)).toEqual({ verdict: 'refused', code: 'SIGNATURE_OF_OTHER_KIND', facts: {} });
    const signature = unpack(aStatement({ audit_count: 13 }).archive).find(({ name }) => name === SIGNATURE);
    const mixed = unpack(archive).map((entry) => (entry.name === signature?.name ? signature : entry));
    expect(told(pack(mixed))).toEqual({ verdict: 'refused', code: 'SIGNATURE_WRONG', facts: {} });
  });

  it('the county, the centre and the key that stand there and should stand there', () => {
    const other = fingerprintOf(publicKeyOf(keyFor('other')));
    expect(told(swapped('"county":"411799"', '"county":"411702"'))).toEqual({
      verdict: 'refused',
      code: 'OTHER_COUNTY',
      facts: { found: '411702', county: '411799' },
    });
    expect(told(swapped('"county":"411799"', '"county":"411702"'), aDesk({ county: null }))).toMatchObject({
      code: 'OTHER_COUNTY',
      facts: { found: '411702', county: '411799' },
    });
    expect(told(archive, aDesk({ county: null }))).toMatchObject({ verdict: 'accepted' });
    expect(told(swapped('"center":"411799101"', '"center":"411799102"'))).toEqual({
      verdict: 'refused',
      code: 'OTHER_CENTRE',
      facts: { found: '411799102', center: CENTER },
    });
    expect(told(swapped(manifest.key_id, other))).toEqual({
      verdict: 'refused',
      code: 'OTHER_KEY',
      facts: {},
    });
    expect(told(archive, aDesk({ recipients: [] }))).toEqual({
      verdict: 'refused',
      code: 'OTHER_RECIPIENT',
      facts: {},
    });
  });

  it('the place of what is genuine, so that the ledger can keep it: refused by its month, its rows or its chain', () => {
    const genuine = { verdict: 'refused', center: CENTER };
    expect(told(archive, aDesk({ today: day('2026-10-01') }))).toMatchObject({ verdict: 'accepted' });
    const future = withManifest(archive, (text) => text.replace('2026-10"', '2026-12"'));
    expect(told(future)).toMatchObject({
      ...genuine,
      code: 'PERIOD_IN_FUTURE',
      facts: { period: '2026-12' },
      link: { seq: 1, period: '2026-12' },
    });
    const rows = withData(archive, 'residents', (text) => text.replace('"male"', '"M"'));
    expect(told(rows)).toMatchObject({ ...genuine, code: 'ROW_VALUE', link: { seq: 1, period: '2026-10' } });
    expect(told(swapped('"residents":2', '"residents":3'))).toMatchObject({
      ...genuine,
      code: 'COUNTS_DIFFER',
      facts: { table: 'residents' },
    });
    const ledger = { ...emptyLedger, accepted: [linkOf(manifest, hash)] };
    expect(told(archive, aDesk({ ledger }))).toMatchObject({
      ...genuine,
      code: 'REPLAY',
      link: linkOf(manifest, hash),
    });
    const begins = aStatement({ epoch: 2 }).archive;
    expect(told(begins, aDesk({ ledger }))).toMatchObject({ ...genuine, code: 'EPOCH_UNCONFIRMED' });
    const confirmation = { lastHash: hash, by: ['甲', '乙'] as const };
    expect(told(begins, aDesk({ ledger, confirmation }))).not.toMatchObject({ code: 'EPOCH_UNCONFIRMED' });
  });

  it('nothing of the place of what is not genuine', () => {
    const forged = pack(unpack(archive).map((entry) => ({ ...entry, data: entry.data.slice(0, -1) })));
    expect(told(forged)).not.toHaveProperty('link');
    expect(told(swapped('"app"', '"apq"'))).not.toHaveProperty('link');
  });

  it('what is wrong with its second signature, and with a suite that does not name it', () => {
    const second = aStatement({}, undefined, undefined, secondKey).archive;
    const without = pack(unpack(second).filter(({ name }) => name !== SECOND_SIGNATURE));
    const malformed = { verdict: 'refused', code: 'MANIFEST_MALFORMED', facts: { field: 'suite' } };
    expect(told(without)).toEqual(malformed);
    const missing = { code: 'SECOND_SIGNATURE_MISSING', facts: { center: CENTER } };
    expect(told(without, aDeskWithSecond())).toEqual({ verdict: 'refused', ...missing });
    const unknown = { code: 'SECOND_SIGNER_UNKNOWN', facts: { center: CENTER } };
    expect(told(second)).toEqual({ verdict: 'refused', ...unknown });
    expect(told(second, aDeskWithSecond())).toMatchObject({ verdict: 'accepted' });
    const spoilt = (data: Uint8Array) =>
      told(
        pack(unpack(second).map((entry) => (entry.name === SECOND_SIGNATURE ? { ...entry, data } : entry))),
        aDeskWithSecond(),
      );
    expect(spoilt(bytesOf('x'))).toMatchObject({ code: 'SECOND_SIGNATURE_MALFORMED' });
    expect(spoilt(Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1))).toMatchObject({
      code: 'SECOND_SIGNATURE_WRONG',
    });
    // While a key changes both are in force, and either may have signed.
    const { signers, ...desk } = aDeskWithSecond();
    const other = aDeskWithSecond(keyFor('other').slice(16)).signers.second ?? [];
    const both = { ...signers, second: [...other, ...(signers.second ?? [])] };
    expect(told(second, { ...desk, signers: both })).toMatchObject({ verdict: 'accepted' });
  });

  it('a fault of the program as what it is, and not as a refusal', () => {
    expect(asInspection(() => refusePackage('GAP', { seq: 3 }))).toEqual({
      verdict: 'refused',
      code: 'GAP',
      facts: { seq: 3 },
    });
    expect(() => asInspection(fault)).toThrow(new TypeError('a fault'));
    expect(() => inspect(archive, aDesk({ ledgerOf: fault }))).toThrow(new TypeError('a fault'));
  });
});
