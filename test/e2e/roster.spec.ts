import { readFileSync } from 'node:fs';
import { month } from '../../shared/calendar/day.ts';
import { withStaff } from '../support/staff.ts';
import { expect, setUpCentre, shotAt, signIn, test, watch, type App } from './support/app.ts';
import { generateRoster } from './support/generate.ts';
import { look } from './support/walk.ts';

const november = month('2026-11');

function raw(app: App) {
  if (!app.house.open) throw new Error('the house is closed');
  return { raw: app.house.open.store.raw };
}

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  withStaff(raw(app), { caregivers: 20, residents: 40 });
});

test('the director enters leave, makes a roster, edits it by keyboard, and publishes it', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=${november}`);
  await expect(page.getByText('2026年11月还没有排班')).toBeVisible();
  await page.screenshot({ path: shotAt('roster-empty.png') });

  await page.getByRole('button', { name: '班次、请假与规则' }).click();
  await page.getByRole('combobox', { name: '护理员' }).fill('护理1');
  await page.getByRole('option', { name: '护理1', exact: true }).click();
  await page.getByLabel('开始日期').fill('2026-11-03');
  await page.getByLabel('结束日期').fill('2026-11-05');
  await page.getByRole('button', { name: '登记请假' }).click();
  await expect(page.getByText('11月3日至11月5日')).toBeVisible();
  expect(await look(page, 'roster-leave')).toEqual([]);
  for (const tab of ['夜班保护', '在岗要求', '班次', '综合计算工时']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: shotAt(`roster-settings-${tab}.png`) });
  }
  await page.keyboard.press('Escape');

  await generateRoster(page);
  const grid = page.getByRole('grid', { name: '2026年11月排班表' });
  await expect(grid).toBeVisible();
  await expect(page.getByText('违规 0').first()).toBeVisible();
  await page.screenshot({ path: shotAt('roster-draft.png') });

  // A night and then a day: the reason appears at once, with the count.
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.type('nd');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('违规 1').first()).toBeVisible();
  await expect(page.getByText('两班之间休息不足 11 小时（如下夜班接着上班）').first()).toBeVisible();
  expect(await look(page, 'roster-breach')).toEqual([]);
  await page.getByRole('button', { name: /违规 \d/ }).click();
  await page.waitForTimeout(300);
  expect(await look(page, 'roster-problems')).toEqual([]);
  await page.keyboard.press('Escape');
  await grid.focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('违规 0').first()).toBeVisible();

  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('l');
  await page.screenshot({ path: shotAt('roster-locked.png') });
  await expect
    .poll(() => raw(app).raw.prepare('SELECT count(*) FROM roster_cell WHERE locked = 1').pluck().get())
    .toBe(4);

  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await expect(page.getByText(/已发布。\d+ 条班次分工已排好/)).toBeVisible();
  await page.screenshot({ path: shotAt('roster-published.png') });
  await page.goto(`${app.seat.origin}/#/roster/duties/2026-11-15`);
  await expect(page.getByText('D 白班 08:00–18:00')).toBeVisible();
  expect(await look(page, 'roster-duties')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the clerk starts attendance from the roster, enters an exception with its reason, and is told when the month may be closed', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'clerk');
  await page.goto(`${app.seat.origin}/#/attendance?month=${november}`);
  await page.getByRole('button', { name: '从排班开始' }).click();
  const grid = page.getByRole('grid', { name: '2026年11月考勤表' });
  await expect(grid).toBeVisible();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('k');
  await page.getByLabel('原因').fill('未到岗，电话未接');
  await page.screenshot({ path: shotAt('attendance-reason.png') });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('原因：未到岗，电话未接')).toBeVisible();
  expect(await look(page, 'attendance')).toEqual([]);
  await page.getByRole('button', { name: '结账' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结账' }).click();
  await expect(page.getByText('2026年11月还没有过完，请到月底再结账。')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the sheets of paper are one page each for twenty people', async ({ page, app }) => {
  await signIn(page, app, 'director');
  for (const [name, address, pages] of [
    ['roster', `print/roster/${november}`, 1],
    ['attendance', `print/attendance/${november}`, 1],
    ['duties', 'print/duties/2026-11-15', 1],
  ] as const) {
    await page.goto(`${app.seat.origin}/#/${address}`);
    await expect(page.locator('table').first()).toBeVisible();
    await page.waitForTimeout(300);
    const path = shotAt(`${name}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
    const facts = readFileSync(path, 'latin1');
    expect(facts.match(/\/Type \/Page\b/g)).toHaveLength(pages);
  }
});
