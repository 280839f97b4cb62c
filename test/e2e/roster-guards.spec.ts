import { withStaff } from '../support/staff.ts';
import { expect, setUpCentre, signIn, test, watch, type App } from './support/app.ts';
import { generateRoster } from './support/generate.ts';
import { look } from './support/walk.ts';

function raw(app: App) {
  if (!app.house.open) throw new Error('the house is closed');
  return app.house.open.store.raw;
}

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  withStaff({ raw: raw(app) }, { caregivers: 12, residents: 24 });
  const certify = raw(app).prepare('UPDATE caregiver SET health_certificate_until = ? WHERE id = ?');
  for (let index = 1; index <= 12; index++) {
    const until = index <= 3 ? '2026-09-30' : index === 4 ? '2026-11-20' : '2027-06-30';
    if (index !== 12) certify.run(until, `c${String(index).padStart(2, '0')}`);
  }
});

test('the director sees whose papers speak against a shift, and records what the law asks to be on record', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=2026-11`);
  await page.getByRole('button', { name: '班次、请假与规则' }).click();
  await page.getByRole('tab', { name: '健康证与岗位' }).click();
  await expect(page.getByText('已过期')).toHaveCount(3);
  await expect(page.getByText('月内到期')).toBeVisible();
  await expect(page.getByText('没有登记', { exact: true })).toBeVisible();

  await page.getByRole('combobox', { name: '护理员' }).fill('护理5');
  await page.getByRole('option', { name: '护理5', exact: true }).click();
  await page.getByLabel('开始日期').fill('2026-11-01');
  await page.getByLabel('在哪里').fill('东王庄村保洁');
  await page.getByText('星期一', { exact: true }).click();
  await page.getByRole('button', { name: '登记岗位' }).click();
  await expect(page.getByText('东王庄村保洁 · 每周星期一')).toBeVisible();
  expect(await look(page, 'guards-papers')).toEqual([]);

  await page.getByRole('tab', { name: '综合计算工时' }).click();
  await page.getByLabel('批准文号').fill('平人社〔2026〕8号');
  await page.getByLabel('适用岗位').fill('护理员');
  await page.getByLabel('开始日期').fill('2026-01-01');
  await page.getByLabel('结束日期').fill('2026-12-31');
  await page.getByRole('button', { name: '登记批准' }).click();
  await expect(page.getByText('2026年1月1日至2026年12月31日')).toBeVisible();
  expect(await look(page, 'guards-hours')).toEqual([]);

  await page.getByRole('tab', { name: '夜班保护' }).click();
  await page.getByRole('combobox', { name: '护理员' }).fill('护理6');
  await page.getByRole('option', { name: '护理6', exact: true }).click();
  await page.getByLabel('预产期').fill('2027-01-31');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '登记保护期' }).click();
  await expect(page.getByText('2026年11月8日至2027年1月31日')).toBeVisible();
  expect(await look(page, 'guards-protection')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the director asks for cover by zone and skill, with what the residents of each zone need beside it', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  raw(app).exec(`
    INSERT INTO zone (id, name, position) VALUES ('east', '东区', 0), ('west', '西区', 1);
    UPDATE bed SET zone_id = CASE WHEN room < '107' THEN 'east' ELSE 'west' END;
    UPDATE resident SET sex = 'female' WHERE id <= 'r10';
  `);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=2026-11`);
  await page.getByRole('button', { name: '班次、请假与规则' }).click();
  await page.getByRole('tab', { name: '在岗要求' }).click();
  await expect(page.getByRole('row', { name: /东区.*12 人（女 10，男 2）.*3 人.*护理1、/ })).toBeVisible();
  expect(await look(page, 'cover-zones')).toEqual([]);
  const caregiver = page.getByRole('combobox', { name: '护理员', exact: true });
  await caregiver.scrollIntoViewIfNeeded();
  await caregiver.click();
  await caregiver.fill('护理2');
  await page.getByRole('option', { name: '护理2', exact: true }).click();
  await page.getByRole('combobox', { name: '专长' }).last().fill('鼻饲');
  await page.getByRole('button', { name: '登记专长' }).click();
  await expect(page.getByRole('button', { name: '取消「鼻饲」' })).toBeVisible();

  await page.getByRole('combobox', { name: '分区', exact: true }).click();
  await page.getByRole('option', { name: '东区' }).click();
  await page.getByRole('combobox', { name: '性别' }).click();
  await page.getByRole('option', { name: '女', exact: true }).click();
  await page.getByLabel('每天至少', { exact: true }).fill('2');
  await page.getByRole('button', { name: '加一条要求' }).click();
  await expect(page.getByText('东区 女：白班每天至少 2 人')).toBeVisible();
  expect(await look(page, 'cover-parts')).toEqual([]);
  await page.getByText('护理员的分区与专长').scrollIntoViewIfNeeded();
  expect(await look(page, 'cover-people')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('publishing over warnings asks why, and the reasons stay with the version', async ({ page, app }) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/roster?month=2026-11`);
  await generateRoster(page);
  await expect(page.getByRole('grid', { name: '2026年11月排班表' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '发布2026年11月排班？' });
  await expect(dialog.getByRole('button', { name: '发布' })).toBeDisabled();
  await dialog.getByLabel('「健康证过期仍上班」的原因').fill('已预约体检，11月6日出证');
  await dialog.getByLabel('「一人两岗」的原因').fill('村里岗位月底退出');
  expect(await look(page, 'guards-publish')).toEqual([]);
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(page.getByText(/已发布。/)).toBeVisible();

  await page.getByRole('button', { name: '说明 2' }).click();
  await expect(page.getByText(/王主任于2026年11月1日写明：已预约体检/)).toBeVisible();
  expect(await look(page, 'guards-reasons')).toEqual([]);
  await page.goto(`${app.seat.origin}/#/print/roster/2026-11`);
  // The wall is told who works when, and nothing of anybody's certificate or second post.
  await expect(page.getByRole('rowheader', { name: '护理1', exact: true })).toBeVisible();
  expect(await page.locator('main').innerText()).not.toMatch(/健康证|两岗|体检|原因/);
  expect(await look(page, 'guards-print')).toEqual([]);
  expect(complaints).toEqual([]);
});
