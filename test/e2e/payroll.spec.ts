import { expect, test } from '@playwright/test';
import { month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import { signIn, startApp, watch, type App } from './support/app.ts';
import { fillHouse } from './support/full-house.ts';
import { look, visit } from './support/walk.ts';

let app: App;
const october = month('2026-10');

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp();
  await fillHouse(app);
});
test.afterAll(() => app.close());

test('the clerk opens a number to its reasons, changes a wage, and computes again', async ({ page }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'clerk');
  await visit(page, app, '/payroll?month=2026-10');
  await page.getByRole('row').filter({ hasText: '冯明' }).click();
  const slip = page.getByRole('dialog', { name: /冯明/ });
  await slip.getByRole('button', { name: /法定节假日加班费/ }).click();
  await expect(slip.getByText('10月1日、10月2日')).toBeVisible();
  await expect(slip.getByText('另外支付').first()).toBeVisible();
  const faults = await look(page, 'payroll-slip');
  await page.keyboard.press('Escape');

  await visit(page, app, '/pay-terms?month=2026-10');
  await page.getByRole('row').filter({ hasText: '冯明' }).click();
  const terms = page.getByRole('dialog', { name: '冯明' });
  await terms.getByLabel(/月工资/).fill('2300');
  faults.push(...(await look(page, 'payroll-terms')));
  await terms.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('冯明的工资约定已保存。')).toBeVisible();

  await visit(page, app, '/payroll?month=2026-10');
  await page.getByRole('button', { name: '重新核算' }).click();
  await expect(page.getByRole('row').filter({ hasText: '冯明' })).toContainText('2,300.00');
  await expect(page.getByRole('row').filter({ hasText: '冯明' })).toContainText('约定有变');
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the sheet shows everybody in full and cuts nothing; the notice for the wall hides every number', async ({
  page,
}) => {
  const complaints = watch(page, app);
  const clerk = app.client();
  await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
  const { rows, capitals } = await clerk.payroll.sheet({ month: october });
  await signIn(page, app, 'clerk');
  await visit(page, app, '/print/pay-sheet/2026-10');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByRole('table');
  for (const text of rows.flatMap(({ name, nationalId, phone, bankCard }) => [
    name,
    nationalId,
    phone,
    bankCard,
  ])) {
    await expect(sheet).toContainText(text);
  }
  await expect(sheet).toContainText(capitals);
  const cut = await sheet
    .locator('tbody td')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
  expect(cut).toEqual([]);

  await visit(page, app, '/print/pay-notice/2026-10');
  await page.reload();
  const notice = page.getByRole('table');
  await expect(notice).toContainText(rows[0]?.name ?? '');
  for (const { nationalId, phone, bankCard } of rows) {
    for (const hidden of [nationalId, phone, bankCard]) await expect(notice).not.toContainText(hidden);
  }
  expect(complaints).toEqual([]);
});

test('the director sends the run back with a reason, then locks it; the clerk can only reverse it', async ({
  page,
}) => {
  const complaints = watch(page, app);
  const clerk = app.client();
  await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
  await signIn(page, app, 'director');
  await visit(page, app, '/payroll?month=2026-10');
  await page.getByRole('button', { name: '审核通过' }).click();
  await page.getByRole('button', { name: '退回财务' }).click();
  const asking = page.getByRole('dialog', { name: '退回财务' });
  await asking.getByLabel('原因').fill('请再核对夜班');
  await asking.getByRole('button', { name: '退回财务' }).click();
  await page.getByRole('button', { name: '审核通过' }).click();
  await page.getByRole('button', { name: '锁定本月' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '锁定本月' }).click();
  await expect(page.getByText('已锁定', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '审核通过' })).toHaveCount(0);

  const { current } = await clerk.payroll.month({ month: october });
  await clerk.payroll.reverse({ id: current ?? '', reason: '夜班少记两次' });
  await page.reload();
  await expect(page.getByText('夜班少记两次')).toBeVisible();
  await expect(page.getByText('红冲', { exact: true }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});
