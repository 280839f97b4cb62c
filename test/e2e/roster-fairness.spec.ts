import { addDays, day, type Day } from '../../shared/calendar/day.ts';
import { withStaff } from '../support/staff.ts';
import { expect, setUpCentre, shotAt, signIn, test, watch, type App } from './support/app.ts';
import { look, speak } from './support/walk.ts';

function raw(app: App) {
  if (!app.house.open) throw new Error('the house is closed');
  return app.house.open.store.raw;
}

/** Attendance of September and October in a rhythm of eight days; the first caregivers do more nights than the last. */
function withAttendance(app: App, caregivers: readonly string[]) {
  const insert = raw(app).prepare(
    `INSERT INTO attendance (id, caregiver_id, day, mark, source, reason, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, 'ledger', '', '2026-10-31T08:00:00.000Z', 'by')`,
  );
  const rhythm = ['day', 'day', 'day', 'night', 'rest', 'rest', 'day', 'rest'];
  for (const [index, id] of caregivers.entries()) {
    for (let on: Day = day('2026-09-01'); on <= '2026-10-31'; on = addDays(on, 1)) {
      const step = (Number(on.slice(8)) + index * 3) % 8;
      const isAway = index === 4 && on >= '2026-10-05' && on <= '2026-10-20';
      const mark = isAway ? 'sick' : index > 14 && step === 3 ? 'day' : rhythm[step];
      insert.run(`${id} ${on}`, id, on, mark);
    }
  }
}

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

test.beforeAll(async ({ app }) => {
  await setUpCentre(app);
  const { caregivers } = withStaff({ raw: raw(app) }, { caregivers: 19, residents: 38 });
  withAttendance(app, caregivers);
});

test('the director reads who did how many nights this year, and opens a number down to its days', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'director');
  await page.getByRole('link', { name: '公平账' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '公平账' })).toBeVisible();
  await expect(page.getByRole('img', { name: /2026年夜班，单位个：护理1实际/ })).toBeVisible();
  await expect(page.getByText('9月至10月考勤未结账')).toBeVisible();
  await page.waitForTimeout(300);
  expect(await look(page, 'fairness')).toEqual([]);

  const table = page.getByRole('grid', { name: '2026年夜班公平账' });
  await table.getByText('护理5', { exact: true }).click();
  const drawer = page.getByRole('dialog', { name: '护理5的夜班' });
  await expect(drawer.getByRole('row', { name: /2026年10月/ })).toContainText('考勤未结账');
  await drawer.getByRole('button', { name: '2026年10月' }).click();
  await drawer.getByText('不计的').click();
  await expect(drawer.getByText('2026年10月20日 星期二')).toBeVisible();
  expect(await look(page, 'fairness-days')).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByText('工时', { exact: true }).click();
  await expect(page.getByRole('img', { name: /2026年工时/ })).toBeVisible();
  await page.waitForTimeout(300);
  expect(await look(page, 'fairness-hours')).toEqual([]);
  await page.getByText('多/少', { exact: true }).first().click();
  await expect(page.getByRole('img', { name: /2026年工时与应得之差，单位小时：护理1 −0.4/ })).toBeVisible();
  await page.waitForTimeout(300);
  expect(await look(page, 'fairness-deviation')).toEqual([]);
  await page.getByRole('button', { name: '上一年' }).click();
  await expect(page.getByText('2025年还没有考勤，也没有已发布的排班')).toBeVisible();
  expect(await look(page, 'fairness-empty')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the ledger of the year is one sheet of paper, and reads in English', async ({ page, app }) => {
  await signIn(page, app, 'director');
  await page.goto(`${app.seat.origin}/#/print/fairness/2026`);
  await expect(page.getByRole('cell', { name: '护理19', exact: true })).toBeVisible();
  expect(await look(page, 'fairness-print')).toEqual([]);
  const paper = await page.pdf({
    path: shotAt('fairness.pdf'),
    preferCSSPageSize: true,
    printBackground: true,
  });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.goto(`${app.seat.origin}/#/roster/fairness`);
  await speak(page, 'en');
  await expect(page.getByRole('img', { name: /Nights in 2026/ })).toBeVisible();
  await page.waitForTimeout(300);
  expect(await look(page, 'fairness-en')).toEqual([]);
});
