import type { Page } from '@playwright/test';
import { withStaff } from '../support/staff.ts';
import { expect, setUpCentre, signIn, test, watch, type App } from './support/app.ts';
import { look, speak } from './support/walk.ts';

function raw(app: App) {
  if (!app.house.open) throw new Error('the house is closed');
  return app.house.open.store.raw;
}

const versions = (app: App) => raw(app).prepare('SELECT count(*) FROM roster').pluck().get();

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  // So many that nothing is proven to be the best while a test looks on.
  const { caregivers } = withStaff({ raw: raw(app) }, { caregivers: 45, residents: 90 });
  const leave = raw(app).prepare(
    `INSERT INTO leave (id, caregiver_id, kind, starts_on, ends_on, recorded_at, recorded_by)
     VALUES (?, ?, 'personal', ?, ?, '2026-10-31T08:00:00.000Z', 'by')`,
  );
  for (const [index, id] of caregivers.entries()) {
    // The whole house is away on one day: its sentence, and the rest of the month is rostered.
    for (const day of ['2026-11-10', ...daysAway(index)]) leave.run(`leave ${id} ${day}`, id, day, day);
  }
});

/** Four more days for each, scattered: alike people would make the month so easy that it is proven in two seconds. */
function daysAway(index: number): string[] {
  return [0, 1, 2, 3].map((turn) => `2026-11-${11 + ((index * 7 + turn * 5 + ((index * turn) % 3)) % 19)}`);
}

/** Lets the window ask for more effort than any test looks on, so that the work still runs on the fastest machine. */
async function withoutEnd(page: Page): Promise<void> {
  await page.route('**/rpc/roster/generate/begin', async (route) => {
    const sent = route.request().postDataJSON() as { json: Record<string, unknown> };
    await route.continue({ postData: { ...sent, json: { ...sent.json, effort: 100_000_000_000 } } });
  });
}

test('the director watches a roster being made, and gives it up with Esc: nothing is left', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await withoutEnd(page);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=2026-11`);
  await page.getByRole('button', { name: '生成排班' }).click();
  const dialog = page.getByRole('dialog', { name: '生成2026年11月排班' });
  await expect(dialog.getByRole('button', { name: '停止并采用' })).toBeEnabled({ timeout: 60_000 });
  await expect(dialog.getByText('11月10日所有人都请假或不在岗，当天的班全部空缺')).toBeVisible();
  await expect(dialog.getByRole('img', { name: /扣分随时间减少/ })).toBeVisible();
  await expect(dialog.getByText(/至多 [\d.]+ (?:%|分)/)).toBeVisible({ timeout: 60_000 });
  expect(await look(page, 'generate-working')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('2026年11月还没有排班')).toBeVisible();
  expect(versions(app)).toBe(0);
  expect(complaints).toEqual([]);
});

test('she stops it and keeps the best so far; what contradicted itself stays with the draft', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await withoutEnd(page);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=2026-11`);
  await page.getByRole('button', { name: '生成排班' }).click();
  const dialog = page.getByRole('dialog', { name: '生成2026年11月排班' });
  const stop = dialog.getByRole('button', { name: '停止并采用' });
  await expect(stop).toBeEnabled({ timeout: 60_000 });
  await expect(dialog.getByText('11月10日 白班缺 23 人')).toBeVisible();
  await stop.click();
  await expect(dialog.getByText('已保存为第 1 版草稿')).toBeVisible({ timeout: 20_000 });
  expect(await look(page, 'generate-kept')).toEqual([]);
  await dialog.getByRole('button', { name: '查看排班' }).click();
  await expect(page.getByRole('grid', { name: '2026年11月排班表' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('有 1 处要求互相矛盾，其余照排：')).toBeVisible();
  expect(await look(page, 'generate-draft')).toEqual([]);
  expect(versions(app)).toBe(1);
  expect(complaints).toEqual([]);
});

test('another is made in English, with the keyboard alone', async ({ page, app }) => {
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=2026-11`);
  await speak(page, 'en');
  await page.getByRole('button', { name: 'Make it again' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /Making the roster/ });
  // It may be proven to be the best before anybody could stop it.
  const saved = dialog.getByText('Saved as version 2, a draft');
  const stop = dialog.getByRole('button', { name: 'Stop and keep' }).and(page.locator(':enabled'));
  await expect(stop.or(saved).first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Enter');
  await expect(saved).toBeVisible({ timeout: 20_000 });
  expect(await look(page, 'generate-en')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(versions(app)).toBe(2);
});

test('the first one was better after all: it is taken up again where it was left', async ({ page, app }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=2026-11&version=1`);
  await page.getByRole('button', { name: '从这一版接着改' }).click();
  await expect(page.getByText('第 1 版已复制成第 3 版草稿。')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '版本' })).toHaveValue('第 3 版 · 草稿');
  const differing = raw(app).prepare(
    `SELECT count(*) FROM roster_cell a JOIN roster_cell b USING (caregiver_id, day)
     WHERE a.roster_id = (SELECT id FROM roster WHERE version = 1) AND b.roster_id = (SELECT id FROM roster WHERE version = 3)
       AND a.shift_code IS NOT b.shift_code`,
  );
  expect(differing.pluck().get()).toBe(0);
  expect(complaints).toEqual([]);
});
