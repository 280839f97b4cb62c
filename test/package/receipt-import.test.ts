import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { receiptFileName, writeReceipt, type Receipt } from '../../shared/package/receipt.ts';
import { fingerprintOf, publicKeyOf } from '../../shared/package/key.ts';
import { asFile, countyFor, TWO } from '../support/county-and-centre.ts';
import { aHouse, refusalOf, type TestHouse } from '../support/house.ts';
import { readyHouse } from '../support/october.ts';
import { CENTER, keyFor } from '../support/packages.ts';

const OCTOBER = { month: month('2026-10'), correction: false };
const CORRECTION = { ...OCTOBER, correction: true };

async function aCentre() {
  const house = await aHouse({ today: '2026-11-05' });
  const director = await readyHouse(house);
  return { house, director, county: await countyFor(director) };
}
let turn = 0;
/** Changes one record, so that there is something to correct. */
const change = (house: TestHouse) => {
  turn += 1;
  house.raw.exec(`UPDATE device SET name = '轮椅${turn}' WHERE id = 'd1'`);
  house.pass(1000);
};

/** As when somebody puts an old copy of the file back: what was built second is gone from this PC. */
const loseTheSecond = (house: TestHouse) =>
  house.raw.exec(`DROP TRIGGER package_is_never_deleted;
    DROP TRIGGER package_content_is_never_deleted;
    DELETE FROM package_content WHERE package_id = (SELECT id FROM package WHERE seq = 2);
    DELETE FROM package WHERE seq = 2`);

/** A receipt that somebody with this key could have written. */
function aReceipt(change: Partial<Receipt>, key = keyFor('nobody')) {
  const receipt: Receipt = {
    format: 'tuoyang-receipt',
    version: 1,
    center: CENTER,
    county: CENTER.slice(0, 6),
    epoch: 1,
    seq: 1,
    statement_hash: 'a'.repeat(64),
    verdict: 'accepted',
    code: null,
    facts: {},
    next_seq: 2,
    last_hash: 'a'.repeat(64),
    signers: [],
    received_on: '2026-11-05',
    key_id: fingerprintOf(publicKeyOf(key)),
    ...change,
  };
  return asFile(receiptFileName(receipt), writeReceipt(receipt, key, new Uint8Array()));
}

describe('a receipt of the county', () => {
  it('is the centre’s proof of delivery: kept, shown, logged, and an anchor of the log', async () => {
    const { house, director, county } = await aCentre();
    const built = await director.package.build(OCTOBER);
    expect(built.package.receipt).toEqual({ fate: 'awaited', code: null, facts: {}, receivedOn: null });
    expect((await director.package.chain({})).awaited).toBe(1);
    const { receipt } = await county.handIn(built.file);
    if (!receipt) throw new Error('no receipt');
    expect(await director.package.importAnswer({ file: receipt })).toMatchObject({
      outcome: 'accepted',
      epoch: 1,
      seq: 1,
      code: null,
    });
    const [listed] = await director.package.list({});
    expect(listed?.receipt).toMatchObject({ fate: 'accepted', receivedOn: '2026-11-05' });
    expect(
      house.raw.prepare('SELECT action, object, detail FROM audit ORDER BY seq DESC LIMIT 1').get(),
    ).toEqual({ action: 'package.importAnswer', object: built.package.id, detail: '1-1 accepted' });
    expect(house.raw.prepare(`SELECT reference FROM audit_anchor WHERE kind = 'receipt'`).get()).toEqual({
      reference: built.file.name,
    });
    expect((await refusalOf(director.package.importAnswer({ file: receipt }))).sentence).toBe(
      '这份回执以前已经导入过，不用再导。',
    );
  });

  it('is refused when forged, altered, for another centre, or before the county’s card is entered', async () => {
    const { director, county } = await aCentre();
    const built = await director.package.build(OCTOBER);
    const { receipt } = await county.handIn(built.file);
    if (!receipt) throw new Error('no receipt');
    const refused = async (file: { name: string; base64: string }) =>
      (await refusalOf(director.package.importAnswer({ file }))).code;
    expect(await refused(aReceipt({ statement_hash: built.package.hash }))).toBe('RECEIPT_NOT_BY_COUNTY');
    const text = Buffer.from(receipt.base64, 'base64').toString();
    for (const forged of [
      '',
      text.replace('"accepted"', '"refused"'),
      text.replace('"seq":1', '"seq":2'),
      text.slice(0, -3),
      `${text}\n`,
      text + text,
      text.replace('-----END SSH SIGNATURE-----', '-----END SSH SIGNATURE----- '),
    ]) {
      expect(await refused(asFile('x.receipt', Buffer.from(forged))), forged.slice(0, 40)).toBe(
        'RECEIPT_UNREADABLE',
      );
    }
    expect(await refused(built.file)).toBe('RECEIPT_UNREADABLE');
    expect(await refused(county.card())).toBe('RECEIPT_UNREADABLE');

    const countyKey = Buffer.from(
      readFileSync(county.at('county-sign.key'), 'utf8').split('\n')[1] ?? '',
      'base64',
    );
    const signed = (facts: Partial<Receipt>) => aReceipt(facts, new Uint8Array(countyKey));
    expect(await refused(signed({ center: '411799102' }))).toBe('RECEIPT_OTHER_CENTRE');
    expect((await director.package.list({}))[0]?.receipt.fate).toBe('awaited');

    const other = await aHouse({ today: '2026-11-05' });
    const stranger = await readyHouse(other);
    expect((await refusalOf(stranger.package.importAnswer({ file: receipt }))).code).toBe(
      'COUNTY_SIGNER_MISSING',
    );
  });

  it('that is older than what is known, or says the opposite, changes nothing', async () => {
    const { house, director, county } = await aCentre();
    const first = await director.package.build(OCTOBER);
    change(house);
    const second = await director.package.build(CORRECTION);
    const waiting = await county.handIn(second.file);
    expect(waiting.report).toMatchObject({ verdict: 'waiting', code: 'GAP' });
    await county.handIn(first.file);
    const accepted = await county.handIn(second.file);
    expect(accepted.report).toMatchObject({ verdict: 'refused', code: 'REPLAY' });
    if (!waiting.receipt || !accepted.receipt) throw new Error('no receipt');
    expect(await director.package.importAnswer({ file: accepted.receipt })).toMatchObject({
      outcome: 'accepted',
    });
    expect((await refusalOf(director.package.importAnswer({ file: waiting.receipt }))).code).toBe(
      'RECEIPT_OLDER',
    );

    const countyKey = new Uint8Array(
      Buffer.from(readFileSync(county.at('county-sign.key'), 'utf8').split('\n')[1] ?? '', 'base64'),
    );
    const opposite = aReceipt(
      { seq: 2, statement_hash: second.package.hash, verdict: 'refused', code: 'ROW_VALUE' },
      countyKey,
    );
    expect((await refusalOf(director.package.importAnswer({ file: opposite }))).code).toBe(
      'RECEIPT_CONTRADICTS',
    );
  });
});

describe('a month that the county returned', () => {
  it('is built again in its place, and the county takes it', async () => {
    const { house, director, county } = await aCentre();
    const built = await director.package.build(OCTOBER);
    // The county's clock stands in September: for it the month has not begun, and it answers so for good.
    const { report, receipt } = await county.handIn(built.file, '--on', '2026-09-30');
    expect(report).toMatchObject({ verdict: 'refused', code: 'PERIOD_IN_FUTURE' });
    expect((await county.handIn(built.file)).report).toMatchObject({
      verdict: 'refused',
      code: 'PERIOD_IN_FUTURE',
    });
    if (!receipt) throw new Error('no receipt');
    expect(await director.package.importAnswer({ file: receipt })).toMatchObject({
      outcome: 'returned',
      seq: 1,
      code: 'PERIOD_IN_FUTURE',
    });
    const preflight = await director.package.preflight(OCTOBER);
    expect([preflight.reported, preflight.refusals]).toEqual([false, []]);
    expect((await refusalOf(director.package.download({ id: built.package.id }))).sentence).toBe(
      '第 1 号已被退回或作废，不能再交；请重新生成这个月的上报包。',
    );
    house.pass(1000);
    const again = await director.package.build(OCTOBER);
    expect(again.package).toMatchObject({ epoch: 1, seq: 1, kind: 'full' });
    expect(again.package.hash).not.toBe(built.package.hash);
    expect((await county.handIn(again.file)).report).toMatchObject({ verdict: 'accepted' });
    expect((await director.package.list({})).map(({ receipt: { fate } }) => fate)).toEqual([
      'awaited',
      'returned',
    ]);
  });
});

describe('after an old backup came back', () => {
  const raise = (house: TestHouse, epoch: number) => {
    house.pass(1000);
    house.raw
      .prepare(
        `INSERT INTO setting (key, value, changed_at, changed_by) VALUES ('package.epoch', ?, ?, 'restore')
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at`,
      )
      .run(String(epoch), house.house.at);
    house.pass(1000);
  };

  it('a token of two people lets the new epoch begin without a hash being typed', async () => {
    const { house, director, county } = await aCentre();
    await county.handIn((await director.package.build(OCTOBER)).file);
    raise(house, 2);
    expect(await director.package.chain({})).toMatchObject({
      epoch: 2,
      seq: 1,
      unconfirmed: true,
      hold: null,
    });
    const begun = await director.package.build(OCTOBER);
    expect((await county.handIn(begun.file)).report).toMatchObject({ code: 'EPOCH_UNCONFIRMED' });
    expect((await county.resync('--confirmed-by', '甲,甲')).code).toBe(1);
    const { token } = await county.resync(...TWO);
    if (!token) throw new Error('no token');
    expect(await director.package.importAnswer({ file: token })).toMatchObject({
      outcome: 'new-epoch',
      epoch: 2,
    });
    expect((await director.package.chain({})).unconfirmed).toBe(false);
    expect((await county.handIn(begun.file)).report).toMatchObject({ verdict: 'accepted' });
    expect((await refusalOf(director.package.importAnswer({ file: token }))).code).toBe('RESYNC_OLDER');
    expect(county.ledger().centres[CENTER]?.accepted).toMatchObject([
      { epoch: 1, seq: 1 },
      { epoch: 2, seq: 1 },
    ]);
  });

  it('the old numbers go on when a receipt imported since then shows that nothing was lost, and somebody says so', async () => {
    const { house, director, county } = await aCentre();
    const { receipt } = await county.handIn((await director.package.build(OCTOBER)).file);
    raise(house, 2);
    expect((await refusalOf(director.package.continueChain({}))).code).toBe('CHAIN_NOT_CONTINUABLE');
    if (!receipt) throw new Error('no receipt');
    await director.package.importAnswer({ file: receipt });
    expect((await director.package.chain({})).canContinue).toBe(1);
    expect(await director.package.continueChain({})).toEqual({ epoch: 1 });
    change(house);
    const next = await director.package.build(CORRECTION);
    expect(next.package).toMatchObject({ epoch: 1, seq: 2 });
    expect((await county.handIn(next.file)).report).toMatchObject({ verdict: 'accepted' });
  });

  it('without the epoch raised, a receipt of what this PC no longer has holds the chain until a token comes', async () => {
    const { house, director, county } = await aCentre();
    const first = await director.package.build(OCTOBER);
    await county.handIn(first.file);
    change(house);
    const lost = await director.package.build(CORRECTION);
    const { receipt } = await county.handIn(lost.file);
    loseTheSecond(house);
    if (!receipt) throw new Error('no receipt');
    expect(await director.package.importAnswer({ file: receipt })).toMatchObject({ outcome: 'held', seq: 2 });
    expect((await director.package.chain({})).hold).toEqual({ reason: 'behind', seq: 2 });
    change(house);
    expect(await refusalOf(director.package.build(CORRECTION))).toMatchObject({
      data: { reasons: ['chain-held'] },
    });
    const { token } = await county.resync(...TWO);
    if (!token) throw new Error('no token');
    house.pass(1000);
    await director.package.importAnswer({ file: token });
    expect(await director.package.chain({})).toMatchObject({ hold: null, epoch: 2, seq: 1 });
    const begun = await director.package.build(OCTOBER);
    expect((await county.handIn(begun.file)).report).toMatchObject({ verdict: 'accepted' });
  });
});

describe('two PCs that are copies of each other', () => {
  it('are found at their first own package, on both sides, and one goes on by a token', async () => {
    const { house, director, county } = await aCentre();
    const first = await director.package.build(OCTOBER);
    await county.handIn(first.file);
    // The copy builds number 2 as this PC will: here it is taken away from this PC after it was built.
    change(house);
    const copys = await director.package.build(CORRECTION);
    loseTheSecond(house);
    change(house);
    const own = await director.package.build(CORRECTION);
    expect(own.package.seq).toBe(2);
    expect((await county.handIn(copys.file)).report).toMatchObject({ verdict: 'accepted' });
    const fork = await county.handIn(own.file);
    expect(fork.report).toMatchObject({ verdict: 'refused', code: 'FORK' });
    if (!fork.receipt) throw new Error('no receipt');
    expect(await director.package.importAnswer({ file: fork.receipt })).toMatchObject({
      outcome: 'held',
      code: 'FORK',
    });
    expect((await director.package.chain({})).hold).toEqual({ reason: 'fork', seq: 2 });
    const { token } = await county.resync(...TWO);
    if (!token) throw new Error('no token');
    house.pass(1000);
    await director.package.importAnswer({ file: token });
    const begun = await director.package.build(OCTOBER);
    expect(begun.package).toMatchObject({ epoch: 2, seq: 1 });
    expect((await county.handIn(begun.file)).report).toMatchObject({ verdict: 'accepted' });
    expect(county.ledger().centres[CENTER]?.fork).toBeNull();
  });
});
