import type { Page } from '@playwright/test';
import { noVitals } from '../../shared/health/vitals.ts';
import { PASSWORD } from '../support/centre.ts';
import { settle } from '../health/people-in-house.ts';
import { expect, setUpCentre, shotAt, signIn, test, watch, type App } from './support/app.ts';
import { look } from './support/walk.ts';

const NAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'
  .split('')
  .map((family) => `${family}小满`);

function inside(app: App) {
  if (!app.house.open) throw new Error('the house is closed');
  return { house: app.house, raw: app.house.open.store.raw };
}

/** The keys of a numeric keypad and nothing else; answers how many were pressed. */
async function typeRow(page: Page, texts: readonly string[]): Promise<number> {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  return texts.join('').length + texts.length;
}

const count = (app: App) =>
  inside(app).raw.prepare('SELECT count(*) FROM checkup WHERE superseded_at IS NULL').pluck().get();

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  const residents = NAMES.map((name, index) =>
    settle(inside(app), name, { bed: `${101 + Math.floor(index / 2)}-${(index % 2) + 1}` }),
  );
  const nurse = app.client();
  await nurse.people.signIn({ login: 'nurse', password: PASSWORD });
  const day = '2026-10-08' as Parameters<typeof nurse.checkups.round>[0]['day'];
  const { doers } = await nurse.checkups.round({ day, round: 1 });
  const values = {
    ...noVitals,
    temperature: 364,
    pulse: 70,
    respiration: 18,
    systolic: 118,
    diastolic: 76,
    weight: 560,
  };
  const rows = residents.map((residentId) => ({ residentId, values, note: '', confirmed: [] }));
  await nurse.checkups.record({ day, round: 1, doer: doers[0]?.id ?? '', rows });
});

test('the nurse logs a round of thirty by the keypad alone, and it is in the record', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await page.getByRole('link', { name: '体检登记' }).click();
  await page.getByRole('gridcell').first().click();
  await page.screenshot({ path: shotAt('checkups-round-empty.png') });

  let pressed = 0;
  for (let index = 0; index < NAMES.length; index += 1) {
    // Blood oxygen and glucose are not measured today: Enter passes over them.
    pressed += await typeRow(page, ['365', '72', '18', index % 2 ? '120 80' : '12080', '', '', '562']);
  }
  // Three keys a second is a slow hand: thirty residents within five minutes leave 30 keys for each.
  expect(pressed / NAMES.length).toBeLessThanOrEqual(30);
  await expect(page.getByText('待保存 30 行')).toBeVisible();
  await page.screenshot({ path: shotAt('checkups-round-full.png') });
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已登记 30 / 30 人')).toBeVisible();
  expect(count(app)).toBe(60);
  await page.screenshot({ path: shotAt('checkups-round-saved.png') });
  expect(complaints).toEqual([]);
});

test('an impossible value stays, an unusual one is confirmed by a second Enter, and only whole rows are saved', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await page.getByRole('link', { name: '体检登记' }).click();
  await page.getByRole('combobox', { name: '轮次' }).click();
  await page.getByRole('option', { name: '第 2 轮' }).click();
  await expect(page.getByRole('grid', { name: /第 2 轮/ })).toBeVisible();
  await page.getByRole('gridcell').first().click();

  await typeRow(page, ['63.6']);
  await expect(page.getByText('体温 63.6 不可能（应在 30.0–43.0 之间），请重新测量或改正。')).toBeVisible();
  await typeRow(page, ['38.6']);
  await expect(
    page.getByText('体温 38.6 偏高、上升较多（常见 36.0–37.2；上次 36.5）。核对无误请再按一次 Enter 确认。'),
  ).toBeVisible();
  await page.screenshot({ path: shotAt('checkups-unusual.png') });
  await page.keyboard.press('Enter');
  await expect(page.getByText('待保存 1 行')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /赵小满 脉搏/ })).toBeFocused();

  // Typed and thought better of: Esc puts the cell back.
  await page.keyboard.type('7');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: /赵小满 脉搏/ })).toHaveValue('');

  await page.keyboard.press('ArrowDown');
  await typeRow(page, ['300']);
  await expect(page.getByText('有误 1 行')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已保存 1 行；还有 1 行没有保存：钱小满。')).toBeVisible();
  expect(count(app)).toBe(61);

  await page.getByRole('link', { name: '今日' }).click();
  await expect(page.getByRole('dialog', { name: '还有 1 行没有保存' })).toBeVisible();
  await page.getByRole('button', { name: '暂时离开' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('link', { name: '体检登记' }).click();
  await expect(page.getByText('另有未保存：')).toBeVisible();
  await page.getByRole('button', { name: '11月1日第 2 轮 1 行' }).click();
  await expect(page.getByText('有误 1 行')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a range copied from Excel or WPS is pasted into the sheet', async ({ page, app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.seat.origin });
  await signIn(page, app, 'nurse');
  await page.getByRole('link', { name: '体检登记' }).click();
  await page.getByRole('combobox', { name: '轮次' }).click();
  await page.getByRole('option', { name: '第 3 轮' }).click();
  await expect(page.getByRole('grid', { name: /第 3 轮/ })).toBeVisible();
  await page.getByRole('gridcell').first().click();
  await page.evaluate(() =>
    navigator.clipboard.writeText('36.5\t72\t18\t120/80\n36。6\t70\t17\t118／76\n365\t71\t18\t12080\n'),
  );
  await page.keyboard.press('Control+v');
  // The first had a fever an hour ago: the fall is asked about, and Enter on the cell confirms it.
  await expect(page.getByText('待确认 1 行')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('待保存 3 行')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已登记 3 / 30 人')).toBeVisible();
});

test('a wrong row is corrected with a reason, and the old one can still be read', async ({ page, app }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await page.getByRole('link', { name: '体检记录' }).click();
  await page
    .getByRole('row', { name: /孙小满/ })
    .first()
    .click();
  await page.getByRole('button', { name: '更正', exact: true }).click();
  await page.getByLabel('脉搏 次/分').fill('77');
  await page.screenshot({ path: shotAt('checkups-correct.png') });
  await page.getByRole('button', { name: '看错读数' }).click();
  await page.getByRole('button', { name: '保存更正' }).click();
  await expect(page.getByText('已更正。')).toBeVisible();
  await page.getByLabel('显示已更正和撤回的').check();
  await expect(page.getByRole('row', { name: /孙小满.*已更正/ })).toBeVisible();
  expect(await look(page, 'checkups-month')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('one resident’s trend is a chart with a table beside it, and the sheet passes the accessibility check', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await page.getByRole('link', { name: '体检记录' }).click();
  await page
    .getByRole('row', { name: /孙小满/ })
    .first()
    .click();
  await page.getByRole('button', { name: '看趋势' }).click();
  await expect(page.getByRole('heading', { name: '孙小满 的生命体征' })).toBeVisible();
  await page.getByText('脉搏', { exact: true }).click();
  await expect(page.getByRole('img', { name: /孙小满脉搏趋势图/ })).toBeVisible();
  await expect(page.getByRole('grid', { name: '孙小满脉搏数值表' })).toContainText('2026年10月8日');
  expect(await look(page, 'checkups-trend')).toEqual([]);
  await page.getByRole('link', { name: '体检登记' }).click();
  await page.getByRole('gridcell').first().click();
  expect(await look(page, 'checkups-round')).toEqual([]);
  expect(complaints).toEqual([]);
});
