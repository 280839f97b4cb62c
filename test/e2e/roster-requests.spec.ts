import { day, month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import type { Client } from '../support/house.ts';
import { aRotatedDraft } from '../support/rotated.ts';
import { withStaff } from '../support/staff.ts';
import { expect, setUpCentre, shotAt, signIn, test, watch, type App } from './support/app.ts';
import { choose, look } from './support/walk.ts';

const november = month('2026-11');
const december = month('2026-12');

async function asDirector(app: App): Promise<Client> {
  const client = app.client();
  await client.people.signIn({ login: 'director', password: PASSWORD });
  return client;
}

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  if (!app.house.open) throw new Error('the house is closed');
  withStaff({ raw: app.house.open.store.raw }, { caregivers: 20, residents: 40 });
});

test('the director takes down wishes by keyboard, and sees the effect before she decides', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  const director = await asDirector(app);
  await aRotatedDraft(director, november, 'DDDN--');
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=${november}`);
  await page.getByRole('button', { name: '愿望与请假' }).click();
  await expect(page.getByText('2026年11月还没有人提愿望或请假')).toBeVisible();
  expect(await look(page, 'requests-empty')).toEqual([]);

  await page.getByRole('button', { name: '记愿望或请假' }).click();
  const form = page.getByRole('dialog');
  const who = form.getByRole('combobox', { name: '护理员', exact: true });
  await expect(who).toBeFocused();
  await choose(page, who, 'huli1', '护理1');
  await form.getByText('请假', { exact: true }).click();
  await form.getByLabel('开始日期').fill('2026-11-09');
  await form.getByLabel('结束日期').fill('2026-11-10');
  await form.getByLabel('备注').fill('带母亲复查');
  await expect(form.getByText('草稿第 1 版')).toBeVisible();
  expect(await look(page, 'requests-ask')).toEqual([]);
  await form.getByRole('button', { name: '记下' }).click();

  // It opens at once: the decision is the next step.
  await expect(page.getByRole('button', { name: '批准', exact: true })).toBeVisible();
  await expect(page.getByText('批准会怎样')).toBeVisible();
  await expect(page.getByText(/只剩 \d+ 人/).first()).toBeVisible();
  expect(await look(page, 'requests-decide')).toEqual([]);
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await expect(page.getByText(/已批准，草稿改了 \d+ 格。/)).toBeVisible();
  const { cells } = await director.roster.open({ month: november });
  expect(cells['c01']?.slice(8, 10)).toEqual([null, null]);

  const wish = { leaveKind: null, weight: 'ordinary' as const, note: '' };
  for (const [caregiverId, kind, shift, from, until] of [
    ['c02', 'rest', null, '2026-11-14', '2026-11-15'],
    ['c03', 'not-shift', 'N', '2026-11-02', '2026-11-08'],
    ['c04', 'shift', 'D', '2026-11-20', '2026-11-20'],
  ] as const)
    await director.roster.requests.ask({
      ...wish,
      caregiverId,
      kind,
      shift,
      startsOn: day(from),
      endsOn: day(until),
      weight: caregiverId === 'c03' ? 'important' : 'ordinary',
      note: caregiverId === 'c03' ? '孩子发烧，晚上要照顾' : '',
    });
  await page.reload();
  const grid = page.getByRole('grid', { name: '愿望与请假' });
  await expect(grid.getByRole('gridcell', { name: '不想上夜班' })).toBeVisible();
  expect(await look(page, 'requests-list')).toEqual([]);

  // By keyboard: down to a row, Enter, and a refusal with its reason.
  await grid.getByRole('row', { name: /不想上夜班/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '不批准' }).click();
  await page.getByLabel('原因').fill('夜班人手不够');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('gridcell', { name: '未批准' })).toBeVisible();
  await grid.getByRole('row', { name: /不想上夜班/ }).click();
  await expect(page.getByText('原因：夜班人手不够')).toBeVisible();
  await expect(page.getByText('王主任未批准')).toBeVisible();
  expect(await look(page, 'requests-history')).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByText('待定 2').click();
  await expect(grid.getByRole('row')).toHaveCount(4);
  expect(complaints).toEqual([]);
});

test('two people swap on the published roster, after it was checked', async ({ page, app }) => {
  const complaints = watch(page, app);
  const director = await asDirector(app);
  const { roster } = await director.roster.open({ month: november });
  await director.roster.publish({ rosterId: roster?.id ?? '' });
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster/requests?month=${november}&view=swaps`);
  const sides = { name: '一方', exact: true } as const;
  const one = page.getByRole('group', sides);
  const other = page.getByRole('group', { ...sides, name: '另一方' });
  const choose = async (side: typeof one, name: string) => {
    await side.getByRole('combobox').fill(name);
    await page.getByRole('option', { name, exact: true }).click();
  };
  // On the 19th 护理7 begins her three days; 护理11 comes from a night, 护理13 works the same, 护理12 has slept through hers.
  await choose(one, '护理7');
  await one.getByLabel('日期').fill('2026-11-19');
  await one.getByLabel('日期').press('Tab');
  await choose(other, '护理11');
  await expect(page.getByText('不能换')).toBeVisible();
  await expect(page.getByText(/两班之间休息不足 11 小时/).first()).toBeVisible();
  expect(await look(page, 'swap-refused')).toEqual([]);
  await choose(other, '护理13');
  await expect(page.getByText('两个人这天的班一样')).toBeVisible();
  await choose(other, '护理12');
  await expect(page.getByText('可以换：')).toBeVisible();
  await page.getByLabel('原因').fill('孩子家长会');
  expect(await look(page, 'swap-checked')).toEqual([]);
  await page.getByRole('button', { name: '同意换班' }).click();
  await expect(page.getByText(/已换好，第 2 版已发布/)).toBeVisible();
  await expect(page.getByRole('cell', { name: '孩子家长会' })).toBeVisible();
  expect(await look(page, 'swap-agreed')).toEqual([]);
  await page.getByRole('button', { name: '看排班' }).click();
  await expect(page.getByRole('grid', { name: '2026年11月排班表' })).toBeVisible();
  await page.screenshot({ path: shotAt('swap-roster.png') });
  expect(complaints).toEqual([]);
});

test('last month is copied, and what could not be kept is listed with its rule', async ({ page, app }) => {
  const complaints = watch(page, app);
  const director = await asDirector(app);
  await director.roster.leave.add({
    caregiverId: 'c05',
    kind: 'annual',
    startsOn: day('2026-12-07'),
    endsOn: day('2026-12-11'),
    note: '',
  });
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=${december}`);
  await page.getByRole('button', { name: '照抄与轮班' }).click();
  await page.waitForTimeout(200);
  expect(await look(page, 'copy-menu')).toEqual([]);
  await page.getByRole('menuitem', { name: /照抄上月（2026年11月）/ }).click();
  await expect(page.getByRole('heading', { name: '未能保留的班' })).toBeVisible();
  await expect(page.getByText('这天请假，不能排班').first()).toBeVisible();
  await page.waitForTimeout(300);
  expect(await look(page, 'copy-dropped')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /未能保留 \d+/ })).toBeVisible();
  await page.screenshot({ path: shotAt('copy-draft.png') });
  expect(complaints).toEqual([]);
});

test('a rotation pattern is written, given to everybody one day apart, and laid over the month', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster/rotation?month=${december}`);
  await page.getByLabel('名称').fill('两白两夜');
  await page.getByLabel('一轮').fill('DDN-N--');
  await expect(page.getByTitle('夜班').first()).toBeVisible();
  await page.getByRole('button', { name: '新增模式' }).click();
  await expect(page.getByText('7 天一轮')).toBeVisible();
  await page.getByLabel('护理3 模式').selectOption('两白两夜');
  await expect(page.getByLabel('护理3 从第几天起')).toBeVisible();
  await page.getByLabel('护理3 从第几天起').selectOption('2');
  await page.getByLabel('模式', { exact: true }).selectOption('两白两夜');
  await page.getByRole('button', { name: '全体按顺序错开' }).click();
  await expect(page.getByText('已安排。').first()).toBeVisible();
  await expect(page.getByText('20 人在用')).toBeVisible();
  expect(await look(page, 'rotation')).toEqual([]);

  await page.getByRole('button', { name: '看排班' }).click();
  await page.getByRole('button', { name: '照抄与轮班' }).click();
  await page.getByRole('menuitem', { name: /按轮班模式铺排/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '铺排' }).click();
  await expect(page.getByText(/已排好第 2 版：保留 \d+ 班/)).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: shotAt('rotation-laid.png') });
  expect(complaints).toEqual([]);
});

test('whoever may only read sees requests and rotations without their acts', async ({ page, app }) => {
  await signIn(page, app, 'nurse');
  await page.goto(`${app.seat.origin}/#/roster/requests?month=${november}`);
  await expect(page.getByRole('grid', { name: '愿望与请假' })).toBeVisible();
  await expect(page.getByRole('button', { name: '记愿望或请假' })).toHaveCount(0);
  await page.getByRole('row', { name: /想休息/ }).click();
  await expect(page.getByText('护理2提出')).toBeVisible();
  await expect(page.getByRole('button', { name: '批准', exact: true })).toHaveCount(0);
  await page.goto(`${app.seat.origin}/#/roster/rotation?month=${december}`);
  await expect(page.getByText('7 天一轮')).toBeVisible();
  await expect(page.getByRole('button', { name: '新增模式' })).toHaveCount(0);
});
