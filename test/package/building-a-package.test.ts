import { describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/county/open-package.ts';
import { day, month } from '../../shared/calendar/day.ts';
import { readEnrolment } from '../../shared/package/enrolment.ts';
import { inspect } from '../../shared/package/inspect.ts';
import { unpack } from '../../shared/package/tar.ts';
import { signerFrom } from '../../shared/package/signers.ts';
import { aHouse, refusalOf, type Client } from '../support/house.ts';
import { closeAttendance, fillOctober, lockPay, put, readyHouse } from '../support/october.ts';
import { aDesk, anOctober, IDENTITY, RECIPIENT } from '../support/packages.ts';

const OCTOBER = { month: month('2026-10'), correction: false };
const bytesOf = (file: { base64: string }) => new Uint8Array(Buffer.from(file.base64, 'base64'));

/** The county's desk after it enrolled the centre with the centre's own file. */
async function deskFor(director: Client) {
  const enrolment = readEnrolment(bytesOf(await director.package.enrolment({})));
  if (!enrolment) throw new Error('the enrolment file does not read');
  return aDesk({ signers: { allowed: [signerFrom(enrolment, day('2026-11-01'))], revoked: [] } });
}

describe('building the package of a month', () => {
  it('gives a file that the county opens, with exactly the rows of the house', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const built = await director.package.build(OCTOBER);
    expect(built.package).toMatchObject({ epoch: 1, seq: 1, kind: 'full', period: '2026-10' });
    expect(built.file.name).toBe('TYX1_411799101_202610_E1_S000001.tyx');

    const archive = await openPackage(bytesOf(built.file), [IDENTITY]);
    const inspection = inspect(archive, await deskFor(director));
    expect(inspection).toMatchObject({ verdict: 'accepted', hash: built.package.hash, tables: anOctober() });
  });

  it('lets nothing out that is not on the list: no telephone, address, bank card, note, vital or provisional resident', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const archive = await openPackage(bytesOf((await director.package.build(OCTOBER)).file), [IDENTITY]);
    // Hashes and signatures may hold any digits by chance; what people wrote lies in the data files.
    const data = unpack(archive).filter(({ name }) => name.startsWith('data/'));
    const text = data.map((entry) => new TextDecoder().decode(entry.data)).join('');
    for (const secret of [
      '13800000000',
      '13900000000',
      '6222',
      '秘密',
      '家属',
      '待核实人',
      'r9',
      '365',
      '411799198001011234',
    ]) {
      expect(text, secret).not.toContain(secret);
    }
  });

  it('numbers packages and chains each to the one before', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const first = await director.package.build(OCTOBER);
    house.raw.exec(`UPDATE device SET condition = 'needs-repair' WHERE id = 'd1'`);
    const second = await director.package.build({ ...OCTOBER, correction: true });
    expect(second.package).toMatchObject({ epoch: 1, seq: 2, kind: 'correction', period: '2026-10' });
    const chain = house.raw
      .prepare('SELECT seq, statement_hash AS hash, prev_hash AS prev FROM package ORDER BY seq')
      .all();
    expect(chain).toMatchObject([
      { seq: 1, hash: first.package.hash, prev: '0'.repeat(64) },
      { seq: 2, hash: second.package.hash, prev: first.package.hash },
    ]);
    expect((await director.package.list({})).map(({ seq }) => seq)).toEqual([2, 1]);
  });

  it('begins at number one again when a new epoch was raised', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    await director.package.build(OCTOBER);
    put(house, 'setting', { key: 'package.epoch', value: '2', changed_at: '2026-11-02', changed_by: 'test' });
    expect((await director.package.build(OCTOBER)).package).toMatchObject({ epoch: 2, seq: 1, kind: 'full' });
  });

  it('carries the head of the audit chain as it stood before', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const head = house.raw.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as {
      seq: number;
      hash: string;
    };
    await director.package.build(OCTOBER);
    const { manifest } = house.raw.prepare('SELECT manifest FROM package').get() as { manifest: string };
    expect(JSON.parse(manifest)).toMatchObject({ audit_head: head.hash, audit_count: head.seq });
    expect(
      house.raw.prepare('SELECT action, detail FROM audit ORDER BY seq DESC LIMIT 1').get(),
    ).toMatchObject({ action: 'package.build' });
  });

  it('is downloaded again as the same bytes, and that leaves an audit line', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const built = await director.package.build(OCTOBER);
    expect(await director.package.download({ id: built.package.id })).toEqual(built.file);
    expect(house.raw.prepare('SELECT action, object FROM audit ORDER BY seq DESC LIMIT 1').get()).toEqual({
      action: 'package.download',
      object: built.package.id,
    });
    expect(await refusalOf(director.package.download({ id: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can be cancelled while it is written, and then nothing is left: no package, number, key or line of the log', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const before = house.raw.prepare('SELECT count(*) AS n FROM audit').get();
    const job = 'the-package-of-october';
    const building = refusalOf(director.package.build({ ...OCTOBER, job }));
    while (!(await director.jobs.cancel({ job })).stopping) await new Promise(setImmediate);
    expect(await building).toMatchObject({ code: 'CANCELLED' });
    for (const table of ['package', 'package_content', 'signing_key'])
      expect(house.raw.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: 0 });
    expect(house.raw.prepare('SELECT count(*) AS n FROM audit').get()).toEqual(before);
    expect((await director.package.build({ ...OCTOBER, job })).package).toMatchObject({ epoch: 1, seq: 1 });
  });

  it('keeps a package as it is for ever', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    await director.package.build(OCTOBER);
    expect(() => house.raw.exec(`UPDATE package SET seq = 9`)).toThrow(/stays as it is/);
    expect(() => house.raw.exec(`DELETE FROM package`)).toThrow(/is kept/);
    expect(() => house.raw.exec(`UPDATE package_content SET content = x'00'`)).toThrow(/stays as it is/);
    expect(() => house.raw.exec(`DELETE FROM package_content`)).toThrow(/is kept/);
  });

  it('is a nil report for a centre without residents and caregivers', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await house.as('director');
    await director.package.setCountyKey({ recipient: RECIPIENT });
    const built = await director.package.build(OCTOBER);
    expect(built.package.kind).toBe('empty');
    expect(inspect(await openPackage(bytesOf(built.file), [IDENTITY]), await deskFor(director)).verdict).toBe(
      'accepted',
    );
  });

  it('sums a reversal and the pay that replaces it', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    lockPay(house, 2);
    expect((await director.package.build(OCTOBER)).package.totals.net_fen).toBe(500_000);
  });
});

const kinds = (preflight: { refusals: readonly { kind: string }[] }) =>
  preflight.refusals.map(({ kind }) => kind);

describe('before a package is built', () => {
  it('is said what is missing: the county’s key, the closed attendance, the locked pay', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    fillOctober(house, { closed: false, locked: false });
    const director = await house.as('director');
    expect(kinds(await director.package.preflight(OCTOBER))).toEqual([
      'no-county-key',
      'attendance-open',
      'pay-open',
    ]);
    const refusal = await refusalOf(director.package.build(OCTOBER));
    expect(refusal).toMatchObject({
      code: 'PACKAGE_NOT_READY',
      data: { reasons: ['no-county-key', 'attendance-open', 'pay-open'] },
    });
    expect(refusal.sentence).toBe('还不能生成上报包：没有登记县里的收件公钥、考勤没有结账、工资没有锁定。');

    await director.package.setCountyKey({ recipient: RECIPIENT });
    closeAttendance(house);
    expect(kinds(await director.package.preflight(OCTOBER))).toEqual(['pay-open']);
    lockPay(house);
    expect(kinds(await director.package.preflight(OCTOBER))).toEqual([]);
    expect(house.raw.prepare('SELECT count(*) AS n FROM package').get()).toEqual({ n: 0 });
  });

  it('counts what will go up and warns of what stays behind', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const preflight = await director.package.preflight(OCTOBER);
    expect(preflight.counts).toMatchObject({
      residents: 2,
      stays: 1,
      caregivers: 1,
      attendance: 2,
      checkups: 1,
      pay: 1,
      roster: 2,
    });
    expect(preflight.totals.net_fen).toBe(250_000);
    expect(preflight.warnings).toEqual([
      { kind: 'provisional-residents', count: 1 },
      { kind: 'no-checkup', count: 1 },
    ]);
  });

  it('reports a month once; what changes later is a correction', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    expect(kinds(await director.package.preflight({ ...OCTOBER, correction: true }))).toEqual([
      'nothing-to-correct',
    ]);
    await director.package.build(OCTOBER);
    expect(await refusalOf(director.package.build(OCTOBER))).toMatchObject({
      data: { reasons: ['already-reported'] },
    });
    expect((await director.package.preflight({ ...OCTOBER, correction: true })).refusals).toEqual([
      { kind: 'nothing-changed', fault: null },
    ]);
    expect(await refusalOf(director.package.build({ ...OCTOBER, correction: true }))).toMatchObject({
      sentence: '还不能生成上报包：与上次上报的内容完全相同，不需要更正。',
    });
    house.raw.exec(`UPDATE device SET condition = 'needs-repair' WHERE id = 'd1'`);
    expect((await director.package.preflight({ ...OCTOBER, correction: true })).refusals).toEqual([]);
  });

  it('refuses a month that has not begun and warns of one that is not over', async () => {
    const house = await aHouse({ today: '2026-10-31' });
    const director = await readyHouse(house);
    expect((await director.package.preflight(OCTOBER)).warnings.map(({ kind }) => kind)).toContain(
      'month-not-over',
    );
    expect(kinds(await director.package.preflight({ month: month('2026-12'), correction: false }))).toContain(
      'month-not-begun',
    );
  });

  it('names the record that could not be reported as it is', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    house.raw.exec(`UPDATE device SET name = '轮椅' || char(8238) WHERE id = 'd1'`);
    const { refusals } = await director.package.preflight(OCTOBER);
    expect(refusals).toEqual([
      { kind: 'faulty-row', fault: { table: 'devices', id: 'd1', label: '轮椅\u202e', field: 'name' } },
    ]);
    expect(await refusalOf(director.package.build(OCTOBER))).toMatchObject({ code: 'PACKAGE_NOT_READY' });
  });

  it('marks text that begins like a formula, says where, and does not keep the month from going up', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    house.raw.exec(`UPDATE device SET name = '=HYPERLINK("http://x")' WHERE id = 'd1'`);
    house.raw.exec(`UPDATE bed SET label = '-1-101' WHERE id = 'b1'`);
    const preflight = await director.package.preflight(OCTOBER);
    expect(preflight.refusals).toEqual([]);
    expect(preflight.warnings).toContainEqual({ kind: 'text-marked', count: 2 });
    expect(preflight.marked).toEqual([
      { table: 'devices', id: 'd1', label: '=HYPERLINK("http://x")' },
      { table: 'stays', id: 's1', label: '-1-101' },
    ]);
    const built = await director.package.build(OCTOBER);
    const inspection = inspect(await openPackage(bytesOf(built.file), [IDENTITY]), await deskFor(director));
    expect(inspection).toMatchObject({
      verdict: 'accepted',
      tables: { devices: [{ name: `'=HYPERLINK("http://x")` }], stays: [{ bed: `'-1-101` }] },
    });
  });
});

describe('the keys of a centre', () => {
  it('takes only a real recipient of age, and never the county’s private key', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    for (const recipient of [
      'age1',
      RECIPIENT.replace(/t$/, 'q'),
      RECIPIENT.slice(0, -1),
      RECIPIENT.toUpperCase(),
      'ssh-ed25519 AAAA',
    ]) {
      expect(await refusalOf(director.package.setCountyKey({ recipient })), recipient).toMatchObject({
        code: 'NOT_A_COUNTY_KEY',
      });
    }
    expect(await refusalOf(director.package.setCountyKey({ recipient: IDENTITY }))).toMatchObject({
      code: 'COUNTY_KEY_IS_SECRET',
    });
    expect(JSON.stringify(house.raw.prepare('SELECT * FROM audit').all())).not.toContain(IDENTITY);
    await director.package.setCountyKey({ recipient: `  ${RECIPIENT}\n` });
    expect((await director.package.keys({})).county?.recipient).toBe(RECIPIENT);
    expect(await refusalOf(director.package.setCountyKey({ recipient: RECIPIENT }))).toMatchObject({
      code: 'NOTHING_CHANGED',
    });
  });

  it('keeps the county’s old key on record when it is changed, also back again', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const other = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
    for (const recipient of [RECIPIENT, other, RECIPIENT]) await director.package.setCountyKey({ recipient });
    expect((await director.package.keys({})).county?.recipient).toBe(RECIPIENT);
    expect(house.raw.prepare('SELECT count(*) AS n FROM county_key').get()).toEqual({ n: 3 });
  });

  it('makes the signing key once, and shows its fingerprint in groups', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    expect((await director.package.keys({})).signing).toBeNull();
    const first = await director.package.enrolment({});
    expect(first.name).toBe('TYX1_411799101.enrol');
    expect(await director.package.enrolment({})).toEqual(first);
    const { signing } = await director.package.keys({});
    expect(signing?.fingerprint).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
    expect(signing?.spoken).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  });

  it('never lets the private key out, and leaves it nowhere in plain text on the disk', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const built = await director.package.build(OCTOBER);
    const { private_key: key } = house.raw.prepare('SELECT private_key FROM signing_key').get() as {
      private_key: Buffer;
    };
    const answers = [
      await director.package.keys({}),
      await director.package.enrolment({}),
      await director.package.list({}),
      built,
    ];
    const seed = key.subarray(16);
    expect(JSON.stringify(answers)).not.toContain(seed.toString('base64').slice(0, 40));
    const archive = Buffer.from(await openPackage(bytesOf(built.file), [IDENTITY]));
    expect(archive.indexOf(seed)).toBe(-1);
    house.raw.pragma('wal_checkpoint(TRUNCATE)');
    const { readdirSync, readFileSync } = await import('node:fs');
    for (const name of readdirSync(house.folder))
      expect(readFileSync(`${house.folder}/${name}`).indexOf(seed), name).toBe(-1);
  });

  it('packs the same bytes twice but for the random key of age', async () => {
    const house = await aHouse({ today: '2026-11-02' });
    const director = await readyHouse(house);
    const first = await openPackage(bytesOf((await director.package.build(OCTOBER)).file), [IDENTITY]);
    const names = unpack(first).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['SHA256SUMS', 'SHA256SUMS.sig', 'manifest.json']);
    expect(names.slice(3)).toEqual(names.slice(3).toSorted());
  });
});
