import { expect, test, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { volumeAt, type Volume } from '../../electron/core/volumes.ts';
import { CENTRE, PASSWORD, STAFF } from '../support/centre.ts';
import { signIn, startApp, watch, type App } from './support/app.ts';
import { look, speak, visit } from './support/walk.ts';

/** A stick that stays in one hand while the PC changes. */
const stick = join(mkdtempSync(join(tmpdir(), 'nuantuo-e2e-stick-')), 'KINGSTON');
const volumes = (): Volume[] => {
  const volume = volumeAt(stick, tmpdir());
  return volume ? [{ ...volume, disk: 'other', removable: true }] : [];
};

let app: App;
let other: App;
let code = '';
let said: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  mkdirSync(stick);
  app = await startApp({ volumes });
  other = await startApp({ volumes });
  const { recoveryCode } = await app.client().people.setUp({
    centre: CENTRE,
    director: { login: 'director', name: STAFF.director, password: PASSWORD },
  });
  code = recoveryCode;
});
test.afterAll(async () => {
  await app.close();
  await other.close();
  rmSync(join(stick, '..'), { recursive: true, force: true });
});

const sets = () => readdirSync(join(stick, '暖托备份')).filter((name) => name !== 'place.json');
const openFirst = (page: Page) => page.getByRole('row').filter({ hasText: '手动' }).first().click();

test('the director chooses a stick and makes a backup that is read back', async ({ page }) => {
  said = watch(page, app);
  await signIn(page, app, 'director');
  await expect(page.getByText('还没有可用的备份。')).toBeVisible();
  await visit(page, app, '/backup');
  expect(await look(page, 'backup-none')).toEqual([]);
  await page.getByRole('button', { name: '选定备份位置' }).click();
  await expect(page.getByText('不是数据所在的硬盘')).toBeVisible();
  expect(await look(page, 'backup-choose')).toEqual([]);
  await page.getByRole('button', { name: '用这个 KINGSTON' }).click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('备份已做好，并已读回核对。')).toBeVisible();
  await expect(page.getByText(/2026年11月1日 09:0\d · KINGSTON/)).toBeVisible();
  expect(sets()).toHaveLength(1);
  expect(await look(page, 'backup')).toEqual([]);
  await page.mouse.wheel(0, 4000);
  await look(page, 'backup-promises');
});

test('a drill opens the backup with the paper code and shows what is in it', async ({ page }) => {
  said.push(...watch(page, app));
  writeFileSync(join(app.house.folder, 'centre.db.v200.bak'), Buffer.alloc(2_000_000));
  await signIn(page, app, 'director');
  await visit(page, app, '/backup');
  await expect(page.getByText('本机旧副本：升级前 1 份，共 2 MB')).toBeVisible();
  await openFirst(page);
  expect(await look(page, 'backup-one')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '做一次演练' }).click();
  await page.getByLabel('恢复码（四行）').fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
  await page.getByRole('button', { name: '开始演练' }).click();
  await expect(page.getByRole('alert')).toContainText('第 4 行不对');
  await page.getByLabel('恢复码（四行）').fill(code);
  await page.getByRole('button', { name: '开始演练' }).click();
  await expect(page.getByText('演练成功：这份备份能用，恢复码也对。')).toBeVisible();
  await expect(page.getByText(CENTRE.name).last()).toBeVisible();
  expect(await look(page, 'backup-drill')).toEqual([]);
  await visit(page, app, '/');
  await expect(page.getByText(/上次恢复演练 2026年11月1日/)).toBeVisible();
  expect(await look(page, 'backup-home')).toEqual([]);
});

test('a backup that rots is named as damaged, and a new one takes its place', async ({ page }) => {
  said.push(...watch(page, app));
  const file = join(stick, '暖托备份', sets()[0] ?? '', 'centre.db');
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(9000) ^ 4, 9000);
  writeFileSync(file, bytes);
  await signIn(page, app, 'director');
  await visit(page, app, '/backup');
  await openFirst(page);
  await page.getByRole('dialog').getByRole('button', { name: '核对一遍' }).click();
  await expect(page.getByText('这份备份已经损坏，不能再用；请马上再做一份。')).toBeVisible();
  await expect(page.getByRole('dialog').getByText('已损坏')).toBeVisible();
  expect(await look(page, 'backup-damaged')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('备份已做好，并已读回核对。')).toBeVisible();
});

test('an empty PC is given its centre back with the stick and the paper code', async ({ page }) => {
  said.push(...watch(page, other));
  await page.goto(other.seat.address);
  await page.getByRole('button', { name: '换了电脑？从备份恢复' }).click();
  await page.getByRole('radio').first().check();
  expect(await look(page, 'restore-door')).toEqual([]);
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await page.getByLabel('恢复码（四行）').fill(code);
  await page.getByRole('button', { name: '核对并看看里面' }).click();
  await expect(page.getByRole('heading', { name: '这份备份里面' })).toBeVisible();
  expect(await look(page, 'restore-inside')).toEqual([]);
  await page.getByRole('button', { name: '恢复这份备份' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复这份备份' }).click();
  await expect(page.getByRole('heading', { name: '请登录' })).toBeVisible();
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await visit(page, other, '/backup');
  await expect(page.getByText('KINGSTON').first()).toBeVisible();
  await speak(page, 'en');
  await expect(page.getByRole('heading', { name: 'Backup and safety' })).toBeVisible();
  expect(await look(page, 'backup-en')).toEqual([]);
  expect([said, app.faults, other.faults]).toEqual([[], [], []]);
});
