import { expect, test } from '@playwright/test';
import { signIn, startApp, type App } from './support/app.ts';
import { fillHouse } from './support/full-house.ts';
import { look } from './support/walk.ts';

let app: App;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp();
  await fillHouse(app);
});
test.afterAll(() => app.close());

test('Ctrl+K finds a resident by the first letters of the name, and a page by its name', async ({ page }) => {
  await signIn(page, app, 'director');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('textbox', { name: '搜索' });
  await field.fill('scs');
  await expect(page.getByRole('button', { name: /孙春生/ })).toBeVisible();
  expect(await look(page, 'search')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /孙春生/ })).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.fill('操作');
  await expect(page.getByRole('button', { name: /操作记录/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '操作记录' })).toBeVisible();
});

test('the language and the large type stay as they were chosen', async ({ page }) => {
  await signIn(page, app, 'nurse');
  const height = async () => (await page.locator('header').first().boundingBox())?.height ?? 0;
  const before = await height();
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Normal type' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await height()).toBeGreaterThan(before);
});

test('a role sees only its own pages, and is told so on the address of another', async ({ page }) => {
  await signIn(page, app, 'clerk');
  const bar = page.getByRole('navigation', { name: '主导航' });
  await expect(bar.getByRole('link', { name: '考勤' })).toBeVisible();
  await expect(bar.getByRole('link', { name: '账号' })).toHaveCount(0);
  await page.goto(`${app.seat.origin}/#/accounts`);
  await expect(page.getByText('没有这个页面')).toBeVisible();
});

test('today says what is next, and leads there', async ({ page }) => {
  await signIn(page, app, 'clerk');
  const steps = page.locator('main li');
  await expect(steps.filter({ hasText: '2026年10月考勤' })).toContainText('已结账');
  await expect(steps.filter({ hasText: '2026年10月工资' })).toContainText('等待');
  await steps.filter({ hasText: '2026年10月工资' }).getByRole('link').click();
  await expect(page).toHaveURL(/#\/payroll\?month=2026-10$/);
});

test('the skip button leads the keyboard past the side bar', async ({ page }) => {
  await signIn(page, app, 'director');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '跳到正文' }).press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a month stays with its page: the next page has its own, and back returns to it', async ({ page }) => {
  await signIn(page, app, 'clerk');
  const bar = page.getByRole('navigation', { name: '主导航' });
  await page.goto(`${app.seat.origin}/#/payroll?month=2026-09`);
  await expect(page.getByRole('button', { name: /2026年9月/ })).toBeVisible();
  await bar.getByRole('link', { name: '政策参数' }).click();
  await expect(page).toHaveURL(/#\/policy$/);
  await page.goBack();
  await expect(page.getByRole('button', { name: /2026年9月/ })).toBeVisible();
});
