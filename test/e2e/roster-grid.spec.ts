import type { Page } from '@playwright/test';
import { makeRoster } from '../../build/make-roster.ts';
import { month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import { expect, shotAt, signIn, test, watch, type App } from './support/app.ts';
import { aDraftToEdit, evening } from './support/draft.ts';
import { look, speak } from './support/walk.ts';

const december = month('2026-12');
const raw = (app: App) => {
  if (!app.house.open) throw new Error('the house is closed');
  return app.house.open.store.raw;
};
/** The letters of the first days of a row, a dot for rest, as the grid shows them. */
const letters = (page: Page, row: number, count = 6) =>
  page.evaluate(
    ([at, days]) => {
      const cells = [...document.querySelectorAll(`[role=gridcell][data-row='${at}']`)].slice(0, days);
      return cells.map((cell) => cell.textContent || '.').join('');
    },
    [row, count] as const,
  );
const stored = (app: App, caregiver: string, day: string) =>
  raw(app)
    .prepare(
      `SELECT shift_code FROM roster_cell JOIN roster ON roster.id = roster_id
       WHERE state = 'draft' AND caregiver_id = ? AND day = ?`,
    )
    .pluck()
    .get(caregiver, day);

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ viewport: { width: 1366, height: 768 }, permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeAll(async ({ app }) => {
  await aDraftToEdit(app, { caregivers: 24, month: december, shifts: [evening] });
});

test('the director types, fills, repeats, pastes, locks and takes back; what is typed is written down', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=${december}`);
  const grid = page.getByRole('grid', { name: '2026年12月排班表' });
  await grid.focus();

  // Three rows are emptied with one key, and filled from the first.
  for (const held of ['Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(held);
  for (let day = 1; day < 6; day += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Delete');
  expect(await Promise.all([0, 1, 2].map((row) => letters(page, row)))).toEqual([
    '......',
    '......',
    '......',
  ]);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('ddn');
  expect(await letters(page, 0)).toBe('DDN...');
  await page.keyboard.press('Home');
  for (const held of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown'])
    await page.keyboard.press(held);
  await page.keyboard.press('Control+d');
  expect(await letters(page, 2)).toBe('DDN...');

  // A rotation over the same rows, each beginning a day later; a sign that means nothing is named.
  await page.keyboard.press('Control+e');
  await page.getByLabel('一轮').fill('DDQ');
  await expect(page.getByText('「Q」不是班次，也不是休。')).toBeVisible();
  expect(await look(page, 'roster-rotation')).toEqual([]);
  await page.getByLabel('一轮').fill('白白夜休');
  await page.getByRole('button', { name: '填入 9 格' }).click();
  expect(await Promise.all([0, 1, 2].map((row) => letters(page, row, 3)))).toEqual(['DDN', '.DD', 'N.D']);
  await expect(grid).toBeFocused();

  // From another sheet: two cells fill the whole selection; a word that is no shift changes nothing.
  await page.evaluate(() => navigator.clipboard.writeText('夜班\t休\r\n'));
  await page.keyboard.press('Control+Home');
  for (let day = 1; day < 6; day += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+v');
  expect(await letters(page, 0)).toBe('N.N.N.');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('N\t\tN\t\tN\t');
  await page.keyboard.press('Control+z');
  expect(await letters(page, 0, 3)).toBe('DDN');
  await page.keyboard.press('Control+y');
  expect(await letters(page, 0)).toBe('N.N.N.');
  await expect.poll(() => stored(app, 'c01', '2026-12-03')).toBe('N');

  // A locked cell stays when its row is filled.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('l');
  await expect(grid.locator('[data-locked]')).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('e');
  expect(await letters(page, 0, 2)).toBe('NE');
  await expect(page.getByText('有 1 个锁定的格子没有改。')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(grid.locator('[data-locked]')).toHaveCount(0);

  await page.keyboard.press('Home');
  await page.keyboard.type('nd');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('两班之间休息不足 11 小时（如下夜班接着上班）').first()).toBeVisible();
  expect(await look(page, 'roster-grid')).toEqual([]);
  await page.keyboard.press('Control+a');
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(24 * 31);
  await page.screenshot({ path: shotAt('roster-grid-all.png') });
  expect(complaints).toEqual([]);
});

test('the mouse selects, and a page that is left and opened again shows what was typed', async ({
  page,
  app,
}) => {
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=${december}`);
  const cell = (row: number, column: number) => page.locator(`[data-row='${row}'][data-column='${column}']`);
  await cell(4, 2).hover();
  await page.mouse.down();
  await cell(6, 5).hover();
  await page.mouse.up();
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(12);
  await page.keyboard.press('x');
  expect(await letters(page, 5)).toMatch(/^..\.\.\.\.$/);
  await page.getByRole('link', { name: '床位' }).click();
  await page.getByRole('link', { name: '排班' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  expect(await letters(page, 5)).toMatch(/^..\.\.\.\.$/);
  await expect.poll(() => stored(app, 'c06', '2026-12-05')).toBe(null);
  // Back to a roster that may be published.
  await cell(4, 2).click();
});

test('a version that takes the place of a published one marks what it changes, and both stand side by side', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  const director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  const { view } = await makeRoster(director, { month: december, seed: 2 });
  if (!view.roster) throw new Error('no roster was made');
  await director.roster.publish({ rosterId: view.roster.id });
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=${december}`);
  await page.getByRole('button', { name: '另起一版修改' }).click();
  await expect(page.getByText('比第 2 版改动 0')).toBeVisible();
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Control+Home');
  const before = await letters(page, 0, 1);
  await page.keyboard.press(before === 'E' ? 'd' : 'e');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('比第 2 版改动 1')).toBeVisible();
  await expect(grid.locator('[data-changed]')).toHaveCount(1);
  await expect(page.getByText(/第 2 版是/)).toBeVisible();
  expect(await look(page, 'roster-changed')).toEqual([]);

  await page.getByRole('button', { name: '比第 2 版改动 1' }).click();
  const compared = page.getByRole('grid', { name: '2026年12月排班：版本比较' });
  await expect(compared).toBeVisible();
  await expect(page.getByText('1 格不同，涉及 1 人')).toBeVisible();
  await compared.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('n');
  await expect(compared).toHaveAttribute('aria-activedescendant', /-0-0$/);
  expect(await look(page, 'roster-compare')).toEqual([]);

  expect(complaints).toEqual([]);
});

test('any two versions are compared: a list of every difference leads to its cell, in both languages', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster/compare/${december}?from=1&to=3`);
  const compared = page.getByRole('grid', { name: '2026年12月排班：版本比较' });
  await expect(page.getByText(/\d+ 格不同/)).toBeVisible();
  await page.screenshot({ path: shotAt('roster-compare-many.png') });
  await page.getByRole('button', { name: '改动清单' }).click();
  await page.waitForTimeout(300);
  expect(await look(page, 'roster-compare-list')).toEqual([]);
  await page.getByRole('dialog').getByRole('button').nth(1).press('Enter');
  await expect(compared).toBeFocused();
  await speak(page, 'en');
  await expect(page.getByText(/Cells that differ: \d+/)).toBeVisible();
  expect(await look(page, 'roster-compare-en')).toEqual([]);
  await page.goto(`${app.seat.origin}/#/roster?month=${december}`);
  await page.getByRole('grid').focus();
  await expect(page.getByText('Changed since v2: 1')).toBeVisible();
  expect(await look(page, 'roster-grid-en')).toEqual([]);
  expect(complaints).toEqual([]);
});
