import { expect, test, type Page } from '@playwright/test';
import { shotAt, signIn, startApp, watch, type App } from './support/app.ts';
import { fillHouse, recordAddresses } from './support/full-house.ts';
import { poison, poisons } from './support/poison.ts';
import { tryPolicy } from './support/policy-probes.ts';
import { pagesFor, visit } from './support/walk.ts';

let app: App;
let records: Record<string, string>;
let places: string[];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  app = await startApp();
  await fillHouse(app);
  records = await recordAddresses(app);
  places = poison(app);
});
test.afterAll(() => app.close());

type Struck = { struck: (number: number) => void; strikes: number[]; reports: string[] };

/** Counts whatever runs, and whatever the policy reports. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const world = window as unknown as Struck;
    world.strikes = [];
    world.reports = [];
    world.struck = (number) => void world.strikes.push(number);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      world.reports.push(violatedDirective),
    );
  });
}
const strikes = (page: Page) => page.evaluate(() => (window as unknown as Struck).strikes);
const reports = (page: Page) => page.evaluate(() => (window as unknown as Struck).reports);

test('text that would run is shown as text on every page and paper', async ({ page }) => {
  test.setTimeout(480_000);
  expect(poisons.length).toBeGreaterThanOrEqual(12);
  expect(places.length).toBeGreaterThanOrEqual(25);
  await listen(page);
  const complaints = watch(page, app);
  page.on('dialog', (dialog) => void dialog.dismiss());
  await signIn(page, app, 'director');
  const shown: string[] = [];
  const quiet: string[] = [];
  for (const { name, address } of pagesFor('director', records)) {
    await visit(page, app, address);
    const text = await page.locator('body').innerText();
    if (text.includes('struck(')) shown.push(name);
    expect([name, await strikes(page)]).toEqual([name, []]);
    quiet.push(...(await reports(page)));
  }
  console.log(`${places.length} places, shown as text on ${shown.length} pages: ${shown.join(', ')}`);
  expect(shown.length).toBeGreaterThanOrEqual(10);
  expect(quiet).toEqual([]);
  expect(complaints).toEqual([]);
  expect(app.faults).toEqual([]);
});

test('text that would run is typed, pasted and imported, and stays text', async ({ page }) => {
  await listen(page);
  const complaints = watch(page, app);
  await signIn(page, app, 'director');

  await page.keyboard.press('Control+k');
  const search = page.getByPlaceholder('姓名、拼音、首字母、床号、辅具编号或页面');
  for (const poison of poisons) {
    await search.fill(poison);
    await expect(search).toHaveValue(poison);
  }
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Escape');

  // The cells of a workbook, and its name, are shown before anything is checked.
  const head = '姓名,性别,身份证号,残疾证号,残疾类别,残疾等级,住址,监护人,联系电话,备注';
  const cell = (text: string | undefined) => `"${(text ?? '').replaceAll('"', '""')}"`;
  const rows = poisons.map((_poison, row) =>
    Array.from({ length: 10 }, (_cell, column) => cell(poisons[(row + column) % poisons.length])).join(','),
  );
  await visit(page, app, '/ledger');
  await page.locator('input[type=file]').setInputFiles({
    name: '<img src=x onerror=struck(99)>.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF入住人员台账\n${head}\n${rows.join('\n')}\n`),
  });
  await expect(page.getByText('struck(').first()).toBeVisible();
  await page.screenshot({ path: shotAt('hostile-ledger.png') });
  expect(await strikes(page)).toEqual([]);
  expect(await reports(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(app.faults).toEqual([]);
});

test('what would run, were it ever more than text, is stopped by the policy and reported', async ({
  page,
}) => {
  await listen(page);
  await signIn(page, app, 'director');
  const address = page.url();
  expect(await tryPolicy(page)).toEqual([]);
  expect(await strikes(page)).toEqual([]);
  expect((await reports(page)).length).toBeGreaterThanOrEqual(25);
  expect(page.url()).toBe(address);
});
