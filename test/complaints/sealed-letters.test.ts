import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/package/bytes.ts';
import { contract } from '../../shared/contract/index.ts';
import { everyRequest } from '../support/contract.ts';
import { aComplaint, everyCell, idOf, peopleOf } from '../support/complaints.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { aCounty } from '../support/county-office.ts';
import { countyFor } from '../support/county-and-centre.ts';

const SECRET = '主任拿走了孙春生的补助卡';

async function aHouseAndCounty() {
  const house = await aHouse();
  peopleOf(house);
  const [director, nurse] = [await house.as('director'), await house.as('nurse')];
  const county = await countyFor(director);
  const secret = aComplaint(await idOf(nurse), {
    concernKind: 'account',
    concernId: await idOf(director),
    kind: 'property',
    said: SECRET,
    doneAtOnce: '把存折锁进了护理站',
    place: '主任办公室',
    happenedTime: '傍晚六点',
    tellerName: '孙春生的姐姐',
  });
  return { house, director, nurse, county, secret };
}

const written = (house: Awaited<ReturnType<typeof aHouse>>) =>
  house.raw.prepare('SELECT count(*) FROM audit').pluck().get() as number;

describe('a complaint about the director', () => {
  it('leaves nothing in the centre but sealed bytes, a number and the day: no word of it, no name, no line', async () => {
    const { house, director, nurse, secret } = await aHouseAndCounty();
    const before = { lines: written(house), cells: everyCell(house) };
    const { number, file } = await nurse.complaints.letters.seal(secret);

    expect(number).toMatch(/^\d{12}$/);
    expect(file.name).toBe(`TYX1_411799101_${number}.complaint`);
    expect(written(house)).toBe(before.lines);
    const after = everyCell(house);
    for (const word of [SECRET, secret.doneAtOnce, secret.place, secret.happenedTime, secret.tellerName])
      expect(after).not.toContain(word);
    // All that is new are the row's own cells: nothing says who wrote it or at which minute.
    const row = house.raw.prepare('SELECT * FROM complaint_letter').get() as Record<string, unknown>;
    expect(Object.keys(row)).toEqual(['place', 'number', 'sealed_on', 'sealed']);
    expect(row).toMatchObject({ place: 1, number, sealed_on: '2026-11-01' });
    expect(after.length - before.cells.length).toBeLessThan(4 * (row['sealed'] as Buffer).length);

    // The director finds nothing of it, wherever he looks; a sealed letter is in no list of anybody's.
    expect(await director.complaints.list({})).toEqual([]);
    expect(await nurse.complaints.mine({})).toEqual([]);
    expect(JSON.stringify(await director.audit.lines({ limit: 500 }))).not.toMatch(/complaints\.(?!list)/);
    expect((await refusalOf(director.complaints.open({ id: number }))).code).toBe('NOT_FOUND');
    expect(await director.find.anything({ text: number })).toEqual([]);
  });

  it('does not tell by its size how much was said, and by its number not how many there are', async () => {
    const { nurse, secret } = await aHouseAndCounty();
    const short = await nurse.complaints.letters.seal({ ...secret, said: '打', doneAtOnce: '无' });
    const long = await nurse.complaints.letters.seal({
      ...secret,
      said: '"长"\n'.repeat(500),
      doneAtOnce: '述'.repeat(1000),
    });
    expect(long.file.base64).toHaveLength(short.file.base64.length);
    expect(Math.abs(Number(long.number) - Number(short.number))).not.toBe(1);
  });

  it('is saved again by whoever holds its number, without a trace, and by nobody without it', async () => {
    const { house, nurse, director, secret } = await aHouseAndCounty();
    const { number, file } = await nurse.complaints.letters.seal(secret);
    const before = written(house);
    const typed = `${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`;
    const clerk = await house.as('clerk');
    const signedIn = written(house);
    expect(await clerk.complaints.letters.fetch({ letterNumber: typed })).toEqual(file);
    expect((await refusalOf(clerk.complaints.letters.fetch({ letterNumber: '000000000000' }))).code).toBe(
      'COMPLAINT_LETTER_UNKNOWN',
    );
    expect((await refusalOf(director.complaints.letters.fetch({ letterNumber: '1' }))).code).toBe(
      'BAD_INPUT',
    );
    expect(written(house) - signedIn).toBe(0);
    expect(signedIn - before).toBe(1);
  });

  it('is not told of by the file of faults either, should the program fail at it', async () => {
    const { house, nurse, secret } = await aHouseAndCounty();
    house.raw.exec('ALTER TABLE complaint_letter RENAME TO lost');
    const refusal = await refusalOf(nurse.complaints.letters.seal(secret));
    expect(refusal.code).toBe('UNEXPECTED');
    const { reference } = refusal.data as { reference: string };
    expect(house.faults).toEqual([{ reference, request: 'unnamed', error: 'SQLITE_ERROR' }]);
  });

  it('cannot be sealed while no county key is registered: one sentence says so and whom to tell instead', async () => {
    const house = await aHouse();
    peopleOf(house);
    const [nurse, director] = [await house.as('nurse'), await house.as('director')];
    expect((await nurse.complaints.form({})).canSeal).toBe(false);
    const facts = aComplaint(await idOf(nurse), { concernKind: 'account', concernId: await idOf(director) });
    const refusal = await refusalOf(nurse.complaints.letters.seal(facts));
    expect(refusal.code).toBe('COMPLAINT_CANNOT_BE_SEALED');
    expect(refusal.sentence).toMatch(/县残联.*12385/);
    expect(house.raw.prepare('SELECT count(*) FROM complaint_letter').pluck().get()).toBe(0);
  });

  it('counts what was said in the form in which it is signed, so that no letter is too long for its size', async () => {
    const { nurse, secret } = await aHouseAndCounty();
    const growing = (count: number) =>
      nurse.complaints.letters.seal({ ...secret, said: '\u0958'.repeat(count) });
    expect((await refusalOf(growing(1001))).code).toBe('BAD_INPUT');
    expect((await growing(1000)).number).toMatch(/^\d{12}$/);
  });

  it('is written by somebody else than the one it concerns', async () => {
    const { director, secret } = await aHouseAndCounty();
    expect((await refusalOf(director.complaints.letters.seal(secret))).code).toBe('COMPLAINT_ABOUT_YOURSELF');
  });
});

describe('the county', () => {
  it('opens a letter with its key and reads all of it, and that it was signed by this centre', async () => {
    const { county, nurse, secret } = await aHouseAndCounty();
    const { number, file } = await nurse.complaints.letters.seal(secret);
    county.write(file);
    const opened = await county.run('open-complaint', county.at(file.name), '--key', county.at('county.key'));
    expect(opened.error).toBe('');
    expect(opened.code).toBe(0);
    for (const word of [
      SECRET,
      secret.doneAtOnce,
      '主任办公室',
      '傍晚六点',
      '克扣财物',
      '孙春生的姐姐',
      number,
    ])
      expect(opened.out).toContain(word);
    expect(opened.out).toMatch(/签名有效/);
    const english = await county.run(
      'open-complaint',
      county.at(file.name),
      '--key',
      county.at('county.key'),
      '--lang',
      'en',
    );
    expect(english.out).toMatch(/signature is good/i);
  });

  it('is told which letter came before, so that one that was taken away is missed', async () => {
    const { county, nurse, secret } = await aHouseAndCounty();
    const first = await nurse.complaints.letters.seal(secret);
    const second = await nurse.complaints.letters.seal(secret);
    for (const { file } of [first, second]) county.write(file);
    const open = (name: string, ...more: string[]) =>
      county.run('open-complaint', county.at(name), '--key', county.at('county.key'), ...more);
    expect((await open(first.file.name)).out).toMatch(/第 1 封/);
    const { out } = await open(second.file.name);
    expect(out).toMatch(/第 2 封/);
    expect(out.replaceAll(' ', '')).toContain(sha256(readFileSync(county.at(first.file.name))));
  });

  it('is refused with another county’s key, and with a file that was changed, cut or is no letter', async () => {
    const { county, nurse, secret } = await aHouseAndCounty();
    const other = await aCounty({ enrolled: false });
    const { file } = await nurse.complaints.letters.seal(secret);
    county.write(file);
    const path = county.at(file.name);
    const open = (name: string, key = county.at('county.key')) =>
      county.run('open-complaint', name, '--key', key);
    const wrong = await open(path, other.at('county.key'));
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.error).toContain('不是用本县的公钥加密的');
    const bytes = Buffer.from(file.base64, 'base64');
    const changed = Buffer.from(bytes);
    changed[bytes.length - 40] = (changed[bytes.length - 40] ?? 0) ^ 1;
    for (const [name, content] of [
      ['changed', changed],
      ['cut', bytes.subarray(0, -100)],
      ['text', Buffer.from('你好')],
      ['nothing', Buffer.alloc(0)],
      ['large', Buffer.alloc(200_000, bytes)],
    ] as const) {
      writeFileSync(county.at(name), content);
      expect(await open(county.at(name)), name).toMatchObject({ code: 1, out: '' });
    }
    await county.file('not-a-letter', Buffer.from('谁都可以加密给县里'));
    const forged = await open(county.at('not-a-letter'));
    expect(forged).toMatchObject({ code: 1, out: '' });
  });
});

describe('requests without a line in the log', () => {
  it('are these two and no others', () => {
    const silent = everyRequest(contract)
      .filter(({ meta }) => meta.line === false)
      .map(({ path }) => path.join('.'));
    expect(silent).toEqual(['complaints.letters.seal', 'complaints.letters.fetch']);
  });
});
