import { month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import { aRotatedDraft } from '../support/rotated.ts';
import { withStaff } from '../support/staff.ts';
import { expect, setUpCentre, shotAt, signIn, test, watch } from './support/app.ts';
import { choose, look } from './support/walk.ts';

const november = month('2026-11');

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  if (!app.house.open) throw new Error('the house is closed');
  withStaff({ raw: app.house.open.store.raw }, { caregivers: 12, residents: 24 });
  const director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  const { rosterId } = await aRotatedDraft(director, november, 'DDDN--');
  await director.roster.publish({ rosterId });
});

test('the director answers a sick call by keyboard: she sees what it would change and why, then agrees', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=${november}`);
  await page.getByRole('button', { name: '有人请病假' }).click();
  await expect(page.getByText('请先选人和日期')).toBeVisible();
  expect(await look(page, 'repair-empty')).toEqual([]);

  await choose(page, page.getByRole('combobox', { name: '谁请病假' }), 'huli1', '护理1');
  await page.getByLabel('从哪天起').fill('2026-11-02');
  await page.getByLabel('到哪天止').fill('2026-11-04');
  await page.getByLabel('备注（记入请假和新的一版）').fill('发烧，医嘱休息三天');
  await expect(page.getByText('「护理1」空出 3 个班')).toBeVisible({ timeout: 20_000 });
  const cards = page.getByRole('radiogroup', { name: '补班方案' });
  await expect(cards.getByRole('radio')).toHaveCount(3);
  await expect(page.getByText('推荐')).toBeVisible();
  await expect(page.getByText(/顶「护理1」的班/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '采用并发布' })).toBeVisible();
  expect(await look(page, 'repair-alternatives')).toEqual([]);

  await cards.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(cards.getByRole('radio').nth(1)).toBeChecked();
  await page.screenshot({ path: shotAt('repair-second.png'), fullPage: true });
  await cards.getByRole('radio').first().check();
  await page.getByRole('button', { name: '采用并发布' }).click();
  await expect(page.getByText('已登记病假，第 2 版已发布').first()).toBeVisible({ timeout: 20_000 });
  await page.getByText(/护理1 .*病假 · .* · 第 2 版/).click();
  await expect(page.getByText('发烧，医嘱休息三天')).toBeVisible();
  expect(await look(page, 'repair-done')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a long sickness is mended in parts, and a search that is not wanted any more is given up', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster/repair?month=${november}`);
  await page.getByRole('combobox', { name: '谁请病假' }).click();
  await page.getByRole('option', { name: '护理9', exact: true }).click();
  await page.getByLabel('到哪天止').fill('2026-11-12');
  await page.getByLabel('从哪天起').fill('2026-11-02');
  await page.getByLabel('从哪天起').press('Tab');
  await expect(page.getByText('一次最多补 7 天的班，这次是 11 天。请先补到2026年11月8日')).toBeVisible();
  expect(await look(page, 'repair-too-long')).toEqual([]);

  // The house is held up, as an old PC would be.
  await page.route('**/rpc/roster/repair/options', () => undefined);
  await page.getByRole('button', { name: '先补到11月8日' }).click();
  await expect(page.getByText('正在为11月2日至11月8日，7 天找补班方案')).toBeVisible();
  expect(await look(page, 'repair-looking')).toEqual([]);
  await page.getByRole('button', { name: '不找了' }).click();
  await expect(page.getByText('请先选人和日期')).toBeVisible();
  await page.unroute('**/rpc/roster/repair/options');
  expect(complaints).toEqual([]);
});

test('she may choose one person for one shift, and is told who cannot and why', async ({ page, app }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster/repair?month=${november}`);
  await page.getByRole('combobox', { name: '谁请病假' }).click();
  await page.getByRole('option', { name: '护理8', exact: true }).click();
  await page.getByLabel('从哪天起').fill('2026-11-07');
  await page.getByLabel('到哪天止').fill('2026-11-10');
  await expect(page.getByText('只找一个人顶班')).toBeVisible({ timeout: 20_000 });
  await page.getByText(/其余 \d+ 人不能上/).click();
  await page
    .getByRole('button', { name: /^选她：/ })
    .first()
    .click();
  await expect(page.getByText(/已选 1／/)).toBeVisible();
  await page.getByText('只找一个人顶班').scrollIntoViewIfNeeded();
  expect(await look(page, 'repair-own')).toEqual([]);
  expect(complaints).toEqual([]);
});
