import { expect, test } from '@playwright/test';
import { LIUHE } from '../ledger/fixtures.ts';
import { setUpCentre, signIn, startApp, watch, type App } from './support/app.ts';
import { look, visit } from './support/walk.ts';

let app: App;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await startApp();
  await setUpCentre(app);
});
test.afterAll(() => app.close());

test('the director brings the workbook in, mends two cells by keyboard, and reads the report', async ({
  page,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await visit(page, app, '/ledger');
  expect(await look(page, 'ledger-choose')).toEqual([]);

  await page.locator('input[type=file]').setInputFiles(LIUHE);
  await expect(page.getByRole('tab', { name: '疑点 9' })).toBeVisible();
  expect(await look(page, 'ledger-doubts')).toEqual([]);

  const doubt = (place: string) => page.getByRole('listitem').filter({ hasText: place });
  const first = page.getByRole('textbox', { name: '改正 入住人员 第 19 行 残疾等级' });
  await first.focus();
  await page.keyboard.type('一级');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: '疑点 8' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: '改正 入住人员 第 25 行 性别' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('女');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: '疑点 7' })).toBeVisible();

  await doubt('第 34 行').getByRole('button', { name: '采用 411799198801152957' }).click();
  await expect(page.getByRole('tab', { name: '疑点 6' })).toBeVisible();
  await doubt('第 64 行').getByRole('button', { name: '不导入' }).click();
  await expect(page.getByRole('tab', { name: '疑点 5' })).toBeVisible();

  await page.getByRole('tab', { name: '入住人员 38' }).click();
  await expect(page.getByRole('grid', { name: '入住人员' })).toBeVisible();
  expect(await look(page, 'ledger-sheet')).toEqual([]);
  await page.getByRole('tab', { name: /^改读/ }).click();
  expect(await look(page, 'ledger-readings')).toEqual([]);

  await page.getByRole('button', { name: '导入 181 行' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '导入完成' })).toBeVisible();
  await expect(page.getByText('其中 4 位入住人员为「待核实」')).toBeVisible();
  expect(await look(page, 'ledger-report')).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载导入报告（Excel）' }).click();
  expect((await download).suggestedFilename()).toBe('导入报告-liuhe.xlsx');
  expect(complaints).toEqual([]);
  expect(app.faults).toEqual([]);
});

test('the same workbook a second time adds nothing, and says so', async ({ page }) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/ledger');
  await page.locator('input[type=file]').setInputFiles(LIUHE);
  await expect(page.getByRole('button', { name: '没有新的内容可导入' })).toBeDisabled();
});

test('a file that is no table is refused in one sentence', async ({ page }) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/ledger');
  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '照片.xls', mimeType: 'image/png', buffer: picture });
  await expect(page.getByText('「照片.xls」不是认得的表格文件')).toBeVisible();
});
