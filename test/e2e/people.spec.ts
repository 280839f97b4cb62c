import { expect, test } from '@playwright/test';
import { CENTRE, PASSWORD, STAFF } from '../support/centre.ts';
import { startApp, watch, type App } from './support/app.ts';
import { look } from './support/walk.ts';

let app: App;
let code: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await startApp();
});
test.afterAll(() => app.close());

test('a director sets the centre up, keeps the recovery code, and types a line of it back', async ({
  page,
}) => {
  const complaints = watch(page, app);
  await page.goto(app.seat.address);
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('县级区划代码是 6 位数字。')).toBeVisible();
  expect(await look(page, 'set-up-faults')).toEqual([]);

  await page.getByLabel('中心名称').fill(CENTRE.name);
  await page.getByLabel('所在县（市、区）').fill(CENTRE.county);
  await page.getByLabel('所在乡镇（街道）').fill(CENTRE.township);
  await page.getByLabel('县级区划代码').fill('４１１７９９');
  await page.getByLabel('中心代码').fill('411798101');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('中心代码的前 6 位要与县级区划代码相同。')).toBeVisible();
  await page.getByLabel('中心代码').fill(CENTRE.code);
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByLabel('主任姓名').fill(STAFF.director);
  await page.getByLabel('登录名').fill('director');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一遍密码').fill('something else');
  await page.getByRole('button', { name: '建立中心' }).click();
  await expect(page.getByText('两次输入的密码不一样。')).toBeVisible();
  await page.getByLabel('再输一遍密码').fill(PASSWORD);
  await page.getByRole('button', { name: '建立中心' }).click();

  await expect(page.getByTestId('code-line-4')).toBeVisible();
  code = await page.getByTestId(/^code-line-/).allTextContents();
  expect(await look(page, 'set-up-code')).toEqual([]);
  await page.getByRole('button', { name: '我已收好' }).click();
  await page.getByLabel('第 3 行').fill(code[1] ?? '');
  await page.getByRole('button', { name: '完成，开始使用' }).click();
  await expect(page.getByText('与恢复码第 3 行不符，请对照纸上再看一遍。')).toBeVisible();
  await page.getByLabel('第 3 行').fill((code[2] ?? '').toLowerCase());
  await page.getByRole('button', { name: '完成，开始使用' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a wrong password says so, and the right one opens the house', async ({ page }) => {
  await page.goto(app.seat.address);
  await page.getByRole('radio', { name: STAFF.director }).check();
  await page.getByLabel('密码', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('登录名或密码不对');
  expect(await look(page, 'sign-in-refused')).toEqual([]);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('a director gives the nurse an account, and ends it with a reason', async ({ page }) => {
  await page.goto(app.seat.address);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '账号' }).first().click();
  await page.getByRole('button', { name: '新增账号' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('姓名').fill(STAFF.nurse);
  await window.getByLabel('登录名').fill('nurse');
  await window.getByRole('radio', { name: '护士' }).check();
  await window.getByLabel('初始密码').fill(PASSWORD);
  await window.getByLabel('再输一遍密码').fill(PASSWORD);
  expect(await look(page, 'account-added')).toEqual([]);
  await window.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(`已为${STAFF.nurse}开通账号。`)).toBeVisible();

  await page.getByRole('row').filter({ hasText: STAFF.nurse }).click();
  const panel = page.getByRole('dialog');
  expect(await look(page, 'account-panel')).toEqual([]);
  await panel.getByLabel('停用原因').fill('离职');
  await panel.getByRole('button', { name: '停用账号' }).click();
  await expect(page.getByText(`${STAFF.nurse}的账号已停用。`)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: STAFF.nurse })).toContainText('已停用');
});

test('a director who forgot the password sets a new one with the paper code, which names the bad line', async ({
  page,
}) => {
  await page.goto(app.seat.address);
  await page.getByRole('button', { name: '忘记密码' }).click();
  expect(await look(page, 'recovery')).toEqual([]);
  await page.getByLabel('主任的登录名').fill('director');
  const slip = code.map((line, index) =>
    index === 1 ? line.replace(/.$/, (last) => (last === '0' ? '1' : '0')) : line,
  );
  await page.getByLabel('恢复码（四行）').fill(slip.join('\n'));
  await page.getByLabel('新密码', { exact: true }).fill('new-words-2026');
  await page.getByLabel('再输一遍新密码').fill('new-words-2026');
  await page.getByRole('button', { name: '重设并登录' }).click();
  await expect(page.getByRole('alert')).toContainText('第 2 行不对');
  await page.getByLabel('恢复码（四行）').fill(code.join(' '));
  await page.getByRole('button', { name: '重设并登录' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(app.faults).toEqual([]);
});

test('the window locks after the idle minutes, shows nothing of the house, and comes back to the same page', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(app.seat.address);
  await page.getByLabel('密码', { exact: true }).fill('new-words-2026');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '操作记录' }).first().click();
  await expect(page.getByText(/没有发现改动/)).toBeVisible();
  await page.clock.runFor(16 * 60_000);
  await expect(page.getByRole('heading', { name: '请登录' })).toBeVisible();
  await expect(page.getByText(/没有发现改动/)).toHaveCount(0);
  await page.getByLabel('密码', { exact: true }).fill('new-words-2026');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText(/没有发现改动/)).toBeVisible();
});
