import type { Page } from '@playwright/test';
import { month } from '../../shared/calendar/day.ts';
import { layRoster } from '../support/roster-lay.ts';
import { withStaff } from '../support/staff.ts';
import { PASSWORD } from '../support/centre.ts';
import { expect, setUpCentre, signIn, test, watch, type App } from './support/app.ts';
import { printed } from './support/paper.ts';
import { look } from './support/walk.ts';

const november = month('2026-11');
const [people, residents] = [45, 80];

function raw(app: App) {
  if (!app.house.open) throw new Error('the house is closed');
  return { raw: app.house.open.store.raw };
}

/** Four on by day, one at night, two at rest. */
const usual = (person: number, day: number) =>
  (['D', 'D', 'D', 'D', 'N', null, null] as const)[(person * 3 + day) % 7] ?? null;

/** Goes to a page of paper and prints it. */
async function printedAt(page: Page, app: App, address: string, name: string) {
  await page.goto(`${app.seat.origin}/#${address}`);
  await page.reload();
  return printed(page, name);
}

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  withStaff(raw(app), { caregivers: people, residents });
  raw(app).raw.exec(`
    INSERT INTO zone (id, name, position) VALUES ('east', '东区', 1), ('west', '西区', 2);
    UPDATE bed SET zone_id = CASE WHEN room < '121' THEN 'east' ELSE 'west' END;
  `);
  const director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  await director.roster.publish({ rosterId: layRoster(raw(app), november, usual) });
  // Somebody is ill on the 9th and somebody else comes for her.
  const changed = (person: number, day: number) =>
    day === 8 && person < 2 ? (person === 0 ? null : 'D') : usual(person, day);
  await director.roster.publish({ rosterId: layRoster(raw(app), november, changed, 2) });
});

test('the duties of a day say why each caregiver answers for each resident, and can be given anew', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster/duties/2026-11-11`);
  await expect(page.getByText('D 白班 08:00–18:00')).toBeVisible();
  await expect(page.getByText('包干', { exact: true }).first()).toBeVisible();
  expect(await look(page, 'duties-by-caregiver')).toEqual([]);
  await page.getByText('按入住人员').click();
  await expect(page.getByRole('row', { name: /^101-1 住户1/ })).toBeVisible();
  expect(await look(page, 'duties-by-resident')).toEqual([]);

  await page.goto(`${app.seat.origin}/#/residents/r01`);
  await page.getByRole('button', { name: '登记意愿' }).click();
  await page.getByRole('dialog').getByText('要求同性护理员').click();
  expect(await look(page, 'care-wish')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/本人表示/)).toBeVisible();

  await page.goto(`${app.seat.origin}/#/roster/duties/2026-11-11`);
  await page.getByRole('button', { name: '重排分工' }).click();
  await expect(page.getByText(/已重排，变动|分工已是最新/)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the month sheet is shared over pages that are complete in themselves, tells what was changed, and makes a small file', async ({
  page,
  app,
}) => {
  await signIn(page, app, 'director');
  const sheet = await printedAt(page, app, `/print/roster/${november}`, 'roster-45');
  expect(sheet.pages).toBe(3);
  expect(sheet.bytes).toBeLessThan(500_000);
  await expect(page.locator('thead')).toHaveCount(3);
  await expect(page.getByText(/② 第 2 版（.*发布）改动/)).toBeVisible();
  await expect(page.getByText('护理1 9日 D→休')).toBeVisible();
  await expect(page.locator('td[data-changed]')).toHaveCount(2);
  expect(await look(page, 'paper-roster')).toEqual([]);
});

test('slips are two on a page, for everybody or for those who are chosen', async ({ page, app }) => {
  await signIn(page, app, 'director');
  const all = await printedAt(page, app, `/print/roster-slips/${november}`, 'slips-45');
  expect(all.pages).toBeLessThanOrEqual(Math.ceil(people / 2) + 1);
  await page.getByRole('combobox', { name: '打印哪些人' }).click();
  await page.getByRole('option', { name: '护理7', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('section header')).toHaveCount(1);
  await expect(page.getByText('护理7').first()).toBeVisible();
  expect(await look(page, 'paper-slips')).toEqual([]);
  const one = await printedAt(page, app, `/print/roster-slips/${november}?people=c07`, 'slip-one');
  expect(one.pages).toBe(1);
});

test('the duty list hangs by zone and bed, and no paper of the roster shows an identity number', async ({
  page,
  app,
}) => {
  await signIn(page, app, 'nurse');
  const list = await printedAt(page, app, '/print/duties/2026-11-11', 'duties-80');
  expect(list.pages).toBeLessThanOrEqual(3);
  await expect(page.getByRole('rowheader', { name: /^东区/ }).first()).toBeVisible();
  expect(await look(page, 'paper-duties')).toEqual([]);
  for (const address of [
    '/print/duties/2026-11-11',
    `/print/roster/${november}`,
    `/print/roster-slips/${november}`,
  ]) {
    await page.goto(`${app.seat.origin}/#${address}`);
    await expect(page.locator('main[data-orientation] table').first()).toBeVisible();
    expect(await page.locator('main').innerText()).not.toMatch(/411799|\d{17}/);
  }
});
