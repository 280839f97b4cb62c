import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { countyDesk } from '../../build/month/county-desk.ts';
import { day } from '../../shared/calendar/day.ts';
import { setUpCentre, shotAt, signIn, startApp, watch, type App } from './support/app.ts';
import { visit } from './support/walk.ts';
import { generateRoster } from './support/generate.ts';

const ledger = new URL('../fixtures/liuhe.xls', import.meta.url).pathname;
let app: App;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await startApp();
  await setUpCentre(app);
});
test.afterAll(() => app.close());
test.afterEach(() => {
  expect(app.faults).toEqual([]);
});

const shot = (page: Page, name: string) => page.screenshot({ path: shotAt(`month-${name}.png`) });

/** Answers the question that a page asks before something final. */
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

/** Takes what a button downloads and leaves it among the screenshots. */
async function downloaded(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await waiting;
  const file = shotAt(download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

test('the director brings in the workbook: mends one doubt in place, houses the others provisionally', async ({
  page,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await visit(page, app, '/ledger');
  await page.locator('input[type=file]').setInputFiles(ledger);

  const doubt = page.getByRole('listitem').filter({ hasText: '411799198801152955' });
  await expect(doubt).toContainText('34');
  await shot(page, '1-preview');
  await doubt.getByRole('button', { name: /411799198801152957/ }).click();
  await expect(page.getByText('未处理的疑点行：8')).toBeVisible();
  await page.getByRole('button', { name: /^导入 \d+ 行$/ }).click();

  await expect(page.getByText('导入完成')).toBeVisible();
  await expect(page.getByText('其中 6 位入住人员为「待核实」')).toBeVisible();
  await shot(page, '2-report');
  await downloaded(page, '下载导入报告（Excel）');

  await visit(page, app, '/residents');
  await expect(page.getByText('孙春生').first()).toBeVisible();
  await shot(page, '3-residents');
  expect(complaints).toEqual([]);
});

test('the same workbook again adds nothing and says so', async ({ page }) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/ledger');
  await page.locator('input[type=file]').setInputFiles(ledger);
  await expect(page.getByText(/没有新增任何内容|没有新的内容可导入/).first()).toBeVisible();
});

test('the director makes next month’s roster and publishes it', async ({ page }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await visit(page, app, '/roster?month=2026-11');
  await generateRoster(page);
  await expect(page.getByText('违规 0').first()).toBeVisible();
  await shot(page, '4-roster');
  await page.getByRole('button', { name: '发布' }).first().click();
  // Half of the certificates in the workbook have run out: the director says why she publishes all the same.
  await page.getByLabel('「健康证过期仍上班」的原因').fill('已通知本人，本月内补办体检');
  await confirm(page, '发布');
  await expect(page.getByText(/已发布/).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the nurse logs checkups of two residents by keyboard', async ({ page }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await visit(page, app, '/checkups/round');
  await page.getByRole('gridcell').first().click();
  // Enter goes to the right and, after the last field, to the next resident; fields that were not measured are passed over.
  for (const row of [
    ['365', '72', '18', '120/78', '', '', '656'],
    ['367', '80', '17', '118 76', '', '', '584'],
  ]) {
    for (const value of row) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
  }
  await expect(page.getByText('待保存 2 行')).toBeVisible();
  await shot(page, '5-round');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已登记 2 / 38 人')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the clerk closes October’s attendance and computes the pay', async ({ page }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'clerk');
  await visit(page, app, '/attendance?month=2026-10');
  await shot(page, '6-attendance');
  await page.getByRole('button', { name: '结账' }).click();
  await confirm(page, '结账');
  await expect(page.getByText('已结账').first()).toBeVisible();

  await visit(page, app, '/payroll?month=2026-10');
  await page.getByRole('button', { name: '核算工资' }).click();
  await expect(page.getByText('50,409.69').first()).toBeVisible();
  await shot(page, '7-payroll');
  await downloaded(page, '导出 Excel');
  expect(complaints).toEqual([]);
});

test('the director reviews and locks the pay, and sends the month to the county, which verifies it', async ({
  page,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await visit(page, app, '/payroll?month=2026-10');
  await page.getByRole('button', { name: '审核通过' }).click();
  await page.getByRole('button', { name: '锁定本月' }).click();
  await confirm(page, '锁定');
  await expect(page.getByText('已锁定').first()).toBeVisible();

  const county = await countyDesk(
    join(mkdtempSync(join(tmpdir(), 'nuantuo-county-')), 'keys'),
    '411799',
    day('2026-11-01'),
  );
  await visit(page, app, '/packages/keys');
  await page.getByLabel('选择县卡文件').setInputFiles(county.cardFile);
  await page.getByLabel('我已与盖章的登记表逐组核对').check();
  await page.getByRole('button', { name: '登记县卡' }).click();
  await expect(page.getByText('已登记县卡。')).toBeVisible();
  const enrolment = readFileSync(await downloaded(page, '生成登记文件')).toString('base64');
  await county.enrol(enrolment);

  await visit(page, app, '/packages?month=2026-10');
  await expect(page.getByText('可以生成上报包。')).toBeVisible();
  await shot(page, '8-package');
  const file = await downloaded(page, '生成上报包');
  const report = shotAt('county-report.txt');
  expect(await county.verify(file, report)).toBe(true);
  expect(readFileSync(report, 'utf8')).toContain('柳河镇重度残疾人托养中心');

  const bytes = readFileSync(file);
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  writeFileSync(`${file}.flipped`, bytes);
  expect(await county.verify(`${file}.flipped`, `${report}.flipped`)).toBe(false);
  expect(complaints).toEqual([]);
});
