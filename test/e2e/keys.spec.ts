import { rmSync, writeFileSync } from 'node:fs';
import { PASSWORD, STAFF } from '../support/centre.ts';
import { expect, setUpCentre, signIn, test, watch } from './support/app.ts';
import { look, speak, visit } from './support/walk.ts';

const PIN = '4719';

test.describe.configure({ mode: 'serial' });

test('a nurse sets her PIN and takes the director’s place at the window with it', async ({ page, app }) => {
  await setUpCentre(app);
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await page.getByRole('button', { name: new RegExp(STAFF.nurse) }).click();
  await page.getByRole('menuitem', { name: '设定我的 PIN' }).click();
  const own = page.getByRole('dialog');
  await own.getByLabel('我的密码').fill(PASSWORD);
  await own.getByLabel('PIN（4–6 位数字）').fill('1234');
  await own.getByLabel('再输一遍 PIN').fill('1234');
  await own.getByRole('button', { name: '保存' }).click();
  await expect(own.getByRole('alert')).toContainText('太好猜');
  expect(await look(page, 'own-pin')).toEqual([]);
  await own.getByLabel('PIN（4–6 位数字）').fill('４７１９');
  await own.getByLabel('再输一遍 PIN').fill('４７１９');
  await own.getByRole('button', { name: '保存' }).click();
  await expect(own).toBeHidden();

  await page.getByRole('button', { name: new RegExp(STAFF.nurse) }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await signIn(page, app, 'director');
  await visit(page, app, '/settings');
  await page.getByRole('button', { name: new RegExp(STAFF.director) }).click();
  await page.getByRole('menuitem', { name: '切换人员' }).click();
  const turn = page.getByRole('dialog');
  await turn.getByLabel('PIN（4–6 位数字）').fill('5820');
  await turn.getByRole('button', { name: '切换' }).click();
  await expect(turn.getByRole('alert')).toContainText('还可以试 4 次');
  expect(await look(page, 'switch-person')).toEqual([]);
  await turn.getByLabel('PIN（4–6 位数字）').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(STAFF.nurse) })).toBeVisible();
  await expect(page.getByRole('link', { name: '账号' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a director makes a new recovery code, which holds once its third line was typed back', async ({
  page,
  app,
}) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/settings');
  expect(await look(page, 'settings-keys')).toEqual([]);
  await page.getByRole('link', { name: '制作新的恢复码' }).click();
  await expect(page.getByRole('heading', { name: '制作新的恢复码' })).toBeVisible();
  expect(await look(page, 'new-code-password')).toEqual([]);
  await page.getByLabel('我的密码').fill(PASSWORD);
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByTestId('code-line-4')).toBeVisible();
  const lines = await page.getByTestId(/^code-line-/).allTextContents();
  expect(await look(page, 'new-code')).toEqual([]);
  await page.getByRole('button', { name: '我已收好' }).click();
  await page.getByLabel('第 3 行').fill(lines[2] ?? '');
  expect(await look(page, 'new-code-check')).toEqual([]);
  await page.getByRole('button', { name: '启用新码' }).click();
  await expect(page.getByText('新的恢复码已生效')).toBeVisible();
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
  await speak(page, 'en');
  expect(await look(page, 'settings-keys-en')).toEqual([]);
  expect(app.faults).toEqual([]);
});

test('the sign-in page tells that the file of keys is damaged, and when only a backup helps', async ({
  page,
  app,
}) => {
  app.house.lock();
  const file = app.house.keyringFile;
  writeFileSync(file, 'damaged');
  await page.goto(app.seat.address);
  await expect(page.getByText('现在用的是它的副本')).toBeVisible();
  expect(await look(page, 'keyring-copy')).toEqual([]);
  for (const each of [file, file.replace('.json', '.bak')]) rmSync(each);
  await page.reload();
  await expect(page.getByText('谁的密码都打不开数据')).toBeVisible();
  await expect(page.getByRole('button', { name: '登录' })).toHaveCount(0);
  expect(await look(page, 'keyring-lost')).toEqual([]);
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('恢复');
});
