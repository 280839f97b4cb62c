import type { Page } from '@playwright/test';
import { month, type Day } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import type { Client } from '../support/house.ts';
import { expect, setUpCentre, shotAt, signIn, test, watch, type App } from './support/app.ts';
import { importLiuhe } from './support/full-house.ts';
import { generateRoster } from './support/generate.ts';
import { printed } from './support/paper.ts';
import { asLetters, askFor, cellsOf, personIn, rowOf } from './support/roster-desk.ts';

/** The director's evening of the month, from the first wish to the papers on the wall, in the centre of the workbook. */
const november = month('2026-11');
const away = '谢雪';
const wishing = '吴巧云';

let director: Client;
/** The roster as the house has it: what the screens and papers must agree with. */
const rosterNow = () => director.roster.open({ month: november });

const openRoster = (page: Page, app: App) => page.goto(`${app.seat.origin}/#/roster?month=${november}`);
const gridOf = (page: Page) => page.getByRole('grid', { name: '2026年11月排班表' });
test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  await importLiuhe(director);
  app.house.open?.store.raw.exec(`
    INSERT INTO zone (id, name, position) VALUES ('east', '东区', 1), ('west', '西区', 2);
    UPDATE bed SET zone_id = CASE WHEN room < (SELECT room FROM bed ORDER BY room LIMIT 1 OFFSET 20) THEN 'east' ELSE 'west' END;
  `);
});

test('leave that is granted is kept when the month is made; a wish is declined once its price is seen', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await openRoster(page, app);
  await expect(page.getByText('2026年11月还没有排班')).toBeVisible();
  await page.getByRole('button', { name: '愿望与请假' }).click();
  await askFor(page, { kind: '请假', name: away, from: '2026-11-10', until: '2026-11-12', note: '儿子结婚' });
  await expect(page.getByText('这几天还没有排班。批准以后，生成排班时会照顾到。')).toBeVisible();
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await expect(page.getByText('已批准，请假已登记。').first()).toBeVisible();

  await page.getByRole('button', { name: '看排班' }).click();
  await generateRoster(page);
  await expect(page.getByText('违规 0').first()).toBeVisible();
  const made = await rosterNow();
  expect(made.roster).toMatchObject({ version: 1, state: 'draft' });
  expect(cellsOf(made, away).slice(9, 12)).toEqual([null, null, null]);
  await expect(gridOf(page).getByRole('gridcell', { name: `${away} 11 事假` })).toBeVisible();
  await page.screenshot({ path: shotAt('story-1-made.png') });

  // Somebody comes late with a wish for days on which she is on duty: the price is told before the answer.
  const worked = made.model.days.filter((_, day) => cellsOf(made, wishing)[day] !== null).slice(-2) as Day[];
  const [from = '', until = from] = worked;
  await page.getByRole('button', { name: '愿望与请假' }).click();
  await askFor(page, { kind: '想休息', name: wishing, from, until, note: '孩子家长会' });
  const panel = page.getByRole('dialog');
  const span = made.model.days.filter((day) => day >= from && day <= until);
  const asked = span.filter((day) => cellsOf(made, wishing)[made.model.days.indexOf(day)] !== null).length;
  await expect(panel.getByText(`要改 ${asked} 格`)).toBeVisible();
  await page.screenshot({ path: shotAt('story-2-price.png') });
  await panel.getByRole('button', { name: '不批准' }).click();
  await page.getByLabel('原因').fill('月底人手紧，换到下月初');
  await page.keyboard.press('Enter');
  const list = page.getByRole('grid', { name: '愿望与请假' });
  await expect(list.getByRole('row', { name: new RegExp(`未批准.*${wishing}`) })).toBeVisible();
  await expect(list.getByRole('row', { name: new RegExp(`已批准.*${away}.*请事假`) })).toBeVisible();
  expect((await rosterNow()).cells).toEqual(made.cells);
  expect(complaints).toEqual([]);
});

test('cells are typed, taken back and locked; what stands in the house is what stands on the screen', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await openRoster(page, app);
  const grid = gridOf(page);
  const made = await rosterNow();
  const row = 2;
  const name = made.people[row]?.name ?? '';
  const before = asLetters(cellsOf(made, name));
  await grid.focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown');
  expect(await rowOf(page, row)).toBe(before);

  // A night and work on the next morning is a breach; both keys are taken back.
  await page.keyboard.type('nd');
  await expect(page.getByText('违规 0')).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('两班之间休息不足 11 小时（如下夜班接着上班）').first()).toBeVisible();
  await page.screenshot({ path: shotAt('story-4-breach.png') });
  for (let step = 0; step < [...'nd'].filter((key, at) => key.toUpperCase() !== before[at]).length; step += 1)
    await page.keyboard.press('Control+z');
  await expect(page.getByText('违规 0').first()).toBeVisible();
  expect(await rowOf(page, row)).toBe(before);

  // Her last day is changed for good and fixed; the totals at the edge follow.
  await page.keyboard.press('End');
  const last = before.at(-1);
  await page.keyboard.press(last === '.' ? 'd' : 'x');
  await page.keyboard.press('End');
  await page.keyboard.press('l');
  await expect(grid.locator('[data-locked]')).toHaveCount(1);
  const shifts = before.replaceAll('.', '').length + (last === '.' ? 1 : -1);
  await expect(grid.getByRole('gridcell', { name: `全月班数: ${shifts}` }).first()).toBeVisible();
  await expect
    .poll(async () => {
      const now = await rosterNow();
      const id = personIn(now, name).id;
      return [cellsOf(now, name).at(-1), now.model.locks.map(({ person }) => person === id)];
    })
    .toEqual([last === '.' ? 'D' : null, [true]]);
  // Unlocked and taken back, so that nobody is missing when it is published.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(grid.locator('[data-locked]')).toHaveCount(0);
  await expect.poll(async () => asLetters(cellsOf(await rosterNow(), name))).toBe(before);
  expect(complaints).toEqual([]);
});

test('publishing asks why in spite of warnings, and freezes what was on the screen', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await openRoster(page, app);
  const draft = await rosterNow();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '发布2026年11月排班？' });
  await expect(dialog.getByRole('button', { name: '发布' })).toBeDisabled();
  await dialog.getByLabel('「健康证过期仍上班」的原因').fill('已约 11 月 6 日集体体检');
  await page.screenshot({ path: shotAt('story-6-publish.png') });
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(page.getByText(/已发布。\d+ 条班次分工已排好。/)).toBeVisible();
  const published = await rosterNow();
  expect(published.roster).toMatchObject({ version: 1, state: 'published', publishedBy: '王主任' });
  expect(published.cells).toEqual(draft.cells);
  await expect(page.getByText('2026年11月1日 由王主任发布')).toBeVisible();
  await page.screenshot({ path: shotAt('story-7-published.png') });
  expect(complaints).toEqual([]);
});

test('a sick call is answered with three alternatives; the one she takes is a new version with its cells marked', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  const before = await rosterNow();
  // Somebody who is on duty on both of the next two days.
  const sick = before.people.find(
    ({ name }) => name !== away && cellsOf(before, name).slice(1, 3).every(Boolean),
  );
  if (!sick) throw new Error('nobody works on both days');
  await signIn(page, app, 'director');
  await openRoster(page, app);
  await page.getByRole('button', { name: '有人请病假' }).click();
  await page.getByRole('combobox', { name: '谁请病假' }).fill(sick.name);
  await page.getByRole('option', { name: sick.name, exact: true }).click();
  await page.getByLabel('从哪天起').fill('2026-11-02');
  await page.getByLabel('到哪天止').fill('2026-11-03');
  await page.getByLabel(/^备注/).fill('高烧，卫生院开了两天病假');
  await expect(page.getByText(`「${sick.name}」空出 2 个班`)).toBeVisible({ timeout: 20_000 });
  const cards = page.getByRole('radiogroup', { name: '补班方案' });
  await expect(cards.getByRole('radio')).toHaveCount(3);
  await expect(cards.getByRole('radio').first()).toBeChecked();
  await page.screenshot({ path: shotAt('story-8-sick.png') });

  // What else changes is counted beside her own two days; the table under the heads says all of them.
  const changes = page.getByRole('table').first().getByRole('row');
  const said = await cards.locator('label').first().innerText();
  const cells = Number(/另改格子\s*(\d+) 格/.exec(said)?.[1]);
  expect(await changes.count()).toBe(cells + 3);
  await page.getByRole('button', { name: /采用并发布|先这样发布/ }).click();
  await expect(page.getByText(/已登记病假，第 2 版已发布/).first()).toBeVisible({ timeout: 20_000 });
  await page.screenshot({ path: shotAt('story-9-taken.png') });

  const after = await rosterNow();
  expect(after.roster).toMatchObject({ version: 2, state: 'published' });
  expect(cellsOf(after, sick.name).slice(1, 3)).toEqual([null, null]);
  const differing = after.people.flatMap(({ id }) =>
    after.model.days.filter((_, day) => after.cells[id]?.[day] !== before.cells[id]?.[day]),
  );
  expect(differing).toHaveLength(cells + 2);
  await page.getByRole('button', { name: '看排班' }).click();
  await expect(gridOf(page)).toBeVisible();
  await expect(gridOf(page).locator('[data-changed]')).toHaveCount(cells + 2);
  await expect(page.getByRole('button', { name: `比第 1 版改动 ${cells + 2}` })).toBeVisible();
  await page.screenshot({ path: shotAt('story-10-marked.png') });
  expect(complaints).toEqual([]);
});

test('month sheet, one slip and the duty list by zone go to paper, and say what the house says', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  const { people, cells, model } = await rosterNow();
  await openRoster(page, app);
  const choose = async (item: string | RegExp) => {
    await page.getByRole('button', { name: '分工与打印' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('打印月排班表');
  expect((await printed(page, 'story-month')).pages).toBe(1);
  await expect(page.locator('tbody tr')).toHaveCount(people.length);
  for (const [row, { id, name }] of people.entries()) {
    const line = page.locator('tbody tr').nth(row);
    await expect(line.getByRole('rowheader')).toHaveText(name);
    await expect(line.locator('td').nth(-4)).toHaveText(String(cells[id]?.filter(Boolean).length));
  }
  await expect(page.getByText(/② 第 2 版（2026年11月1日发布）改动/)).toBeVisible();
  expect(await page.locator('main').innerText()).not.toMatch(/411799|\d{17}|健康证|病假/);
  await page.screenshot({ path: shotAt('story-11-sheet.png') });

  await openRoster(page, app);
  await choose('打印个人排班单');
  await page.getByRole('combobox', { name: '打印哪些人' }).click();
  await page.getByRole('option', { name: away, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('section header')).toHaveCount(1);
  await expect(page.locator('section header')).toContainText(away);
  const own = cells[people.find(({ name }) => name === away)?.id ?? ''] ?? [];
  await expect(page.locator('section footer')).toContainText(`共 ${own.filter(Boolean).length} 班`);
  await expect(page.getByText('事假')).toHaveCount(3);
  expect((await printed(page, 'story-slip')).pages).toBe(1);

  await openRoster(page, app);
  await choose('打印11月1日班次分工表');
  await expect(page.getByRole('rowheader', { name: /^东区/ }).first()).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /^西区/ }).first()).toBeVisible();
  const onDuty = people.filter(({ id }) => cells[id]?.[0] === model.shifts[0]?.code);
  const day = page.getByRole('table').first();
  for (const { name } of onDuty) await expect(day.getByText(name, { exact: true }).first()).toBeVisible();
  expect((await printed(page, 'story-duties')).pages).toBeLessThanOrEqual(2);
  await page.screenshot({ path: shotAt('story-13-duties.png') });
  expect(complaints).toEqual([]);
});
