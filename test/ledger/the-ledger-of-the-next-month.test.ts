import * as XLSX from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aHouse } from '../support/house.ts';
import { aJob, bringIn, LIUHE, previewOf } from './bring-in.ts';

/** The same clerk a month later: October became November, one bed and one card changed, one doubt was mended, somebody came. */
function novemberLedger() {
  const book = XLSX.read(readFileSync(LIUHE), { type: 'buffer' });
  const write = (sheet: string, cell: string, text: string) => {
    const page = book.Sheets[sheet];
    if (!page) throw new Error(`no sheet ${sheet}`);
    page[cell] = { t: 's', v: text };
  };
  write('入住人员', 'O5', '101-3');
  write('入住人员', 'D34', '411799198801152957');
  write('护理员', 'H3', '2028.1.22');
  write('10月考勤', 'A1', '柳河镇托养中心2026年11月考勤表');
  for (const [row, cell] of Object.entries(book.Sheets['体检'] ?? {})) {
    if (!/^A\d+$/.test(row) || typeof cell !== 'object' || cell === null) continue;
    const day = /(8|22)日?$/.exec(String((cell as XLSX.CellObject).v))?.[1];
    if (day) write('体检', row, `2026-11-${day.padStart(2, '0')}`);
  }
  // November has thirty days.
  for (let row = 4; row <= 22; row++) write('10月考勤', `AG${row}`, '');
  const base64 = XLSX.write(book, { bookType: 'xlsx', type: 'base64' }) as string;
  return { name: '柳河11月.xlsx', base64 };
}

describe('the ledger of the next month', () => {
  it('adds the month, changes no file, and names what it says differently', async () => {
    const house = await aHouse({ today: '2026-12-01' });
    const director = await house.as('director');
    await bringIn(director);
    const before = house.raw.prepare('SELECT * FROM resident ORDER BY rowid').all();

    const { id, faults } = await previewOf(director, novemberLedger());
    const different = faults.filter(({ kind }) => kind === 'differs-from-record');
    expect(
      different.map(({ sheet, row, column, raw, other, state }) => [sheet, row, column, raw, other, state]),
    ).toEqual([
      ['入住人员', 5, '房间床位', '101-3', '101-1', 'already'],
      ['护理员', 3, '健康证有效期', '2028.1.22', '2026-01-22', 'already'],
    ]);
    // 陈建国 lives here with an ID in doubt: the ledger does not mend a file by itself, nor make a second person of him.
    expect(faults.find(({ kind }) => kind === 'in-doubt-already')).toMatchObject({
      row: 34,
      raw: '陈建国',
      state: 'doubtful',
    });

    const report = await director.ledger.commit({ id, job: aJob(), undecided: 'provisional' });
    expect(report.counts.residents).toMatchObject({ imported: 0, provisional: 0, already: 37, leftOut: 1 });
    expect(report.counts.caregivers).toMatchObject({ imported: 0, already: 19 });
    expect(report.counts.attendance).toMatchObject({ imported: 19 });
    expect(report.counts.checkups).toMatchObject({ imported: 74, leftOut: 2 });
    expect(house.raw.prepare('SELECT * FROM resident ORDER BY rowid').all()).toEqual(before);
    expect(
      house.raw.prepare(`SELECT count(*) FROM attendance WHERE day LIKE '2026-11-%'`).pluck().get(),
    ).toBe(19 * 30);
  });
});
