import { expect } from '@playwright/test';
import { shotAt, signIn, test, watch, type App } from './support/app.ts';
import { fillHouse } from './support/full-house.ts';
import { look } from './support/walk.ts';

test.describe.configure({ mode: 'serial' });

let stamp = { seq: 0, code: '' };

/** What somebody with the key could do to the file: the guards are dropped, and a line is changed. */
function tamper(app: App): number {
  const raw = app.house.open?.store.raw;
  if (!raw) throw new Error('the house is closed');
  const names = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'`)
    .pluck()
    .all() as string[];
  for (const name of names) raw.exec(`DROP TRIGGER "${name}"`);
  const seq = raw
    .prepare(`SELECT min(seq) FROM audit WHERE action = 'ledger.commit'`)
    .pluck()
    .get() as number;
  raw.prepare(`UPDATE audit SET detail = '没有这回事' WHERE seq = ?`).run(seq);
  return seq;
}

test('what was done, looked at and printed stands in the log, and is asked for by person and kind', async ({
  page,
  app,
}) => {
  await fillHouse(app);
  const complaints = watch(page, app);
  await signIn(page, app, 'clerk');
  await page.goto(`${app.seat.origin}/#/print/pay-sheet/2026-10`);
  const line = page.getByText(/^记录链 第 \d+ 条 /);
  await expect(line).toBeVisible();
  const [, seq = '', code = ''] = /第 (\d+) 条 (\S+)/.exec((await line.textContent()) ?? '') ?? [];
  stamp = { seq: Number(seq), code };
  await page.screenshot({ path: shotAt('audit-paper.png'), fullPage: true });
  const printed = page.waitForResponse((response) => response.url().includes('audit/printed'));
  await page.pdf({ path: shotAt('audit-pay-sheet.pdf'), preferCSSPageSize: true });
  await printed;

  await page.goto(`${app.seat.origin}/#/`);
  await page.reload();
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/audit`);
  await expect(page.getByText(/前后相接，没有发现改动/)).toBeVisible();
  expect(await look(page, 'audit')).toEqual([]);
  await page.getByRole('combobox', { name: '类别' }).click();
  await page.getByRole('option', { name: '打印、导出、上报' }).click();
  await expect(page.getByRole('row').filter({ hasText: '打印单据' })).toContainText('工资发放表');
  await page.getByRole('button', { name: '现在从头核对' }).click();
  await expect(page.getByText(/核对完毕：\d+ 条前后相接/)).toBeVisible();
  expect(await look(page, 'audit-copies')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the code on the paper is held against the log, and a slip is named by its group', async ({
  page,
  app,
}) => {
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/audit/compare`);
  await page.getByLabel('第几条').fill(String(stamp.seq));
  await page.getByLabel('八组码').fill(`${stamp.code.slice(0, -1)}*`);
  await page.locator('form').getByRole('button', { name: '核对' }).click();
  await expect(page.getByText('码的第 8 组不对')).toBeVisible();
  await page.getByLabel('八组码').fill(stamp.code.toLowerCase());
  await page.locator('form').getByRole('button', { name: '核对' }).click();
  await expect(page.getByText(`相符：第 ${stamp.seq} 条`)).toBeVisible();
  expect(await look(page, 'audit-compare')).toEqual([]);
});

test('a line that was changed past the program is told at sign-in, by its row', async ({ page, app }) => {
  const seq = tamper(app);
  await app.house.close();
  await signIn(page, app, 'director');
  await expect(page.getByRole('alert').filter({ hasText: `操作记录第 ${seq} 条` })).toBeVisible();
  expect(await look(page, 'audit-alarm')).toEqual([]);
  await page.getByRole('alert').getByRole('link', { name: '查看' }).click();
  await expect(page.getByRole('heading', { name: '不符之处' })).toBeVisible();
  await expect(page.getByText(`第 ${seq} 条的内容与记下时的校验值不符`)).toBeVisible();
  expect(await look(page, 'audit-faults')).toEqual([]);
  await page.goto(`${app.seat.origin}/#/audit/compare`);
  await page.getByLabel('八组码').fill(stamp.code);
  await page.locator('form').getByRole('button', { name: '核对' }).click();
  await expect(page.getByText(/前面的记录接不上/)).toBeVisible();
  await signIn(page, app, 'nurse');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('who may do what is listed by the program itself', async ({ page, app }) => {
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/accounts`);
  await page.getByRole('button', { name: '谁能做什么' }).click();
  await expect(page.getByRole('row').filter({ hasText: '管理账号' }).first()).toBeVisible();
  expect(await look(page, 'audit-rights')).toEqual([]);
});
