import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { month } from '../../shared/calendar/day.ts';
import { readEnrolment } from '../../shared/package/enrolment.ts';
import { PASSWORD } from '../support/centre.ts';
import { RECIPIENT } from '../support/packages.ts';
import { shotAt, signIn, startApp, watch, type App } from './support/app.ts';
import { countyOffice } from './support/county-office.ts';
import { fillHouse } from './support/full-house.ts';
import { look, speak, visit } from './support/walk.ts';

let app: App;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp();
  await fillHouse(app);
});
test.afterAll(() => app.close());

test('the director sets up the keys, mends what is missing, builds the package, and the county can open it', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const complaints = watch(page, app);
  await signIn(page, app, 'director');

  await visit(page, app, '/packages');
  await expect(page.getByText('还没有登记县里的收件公钥。')).toBeVisible();
  await expect(page.getByText('本月工资还没有锁定。')).toBeVisible();
  await expect(page.getByRole('button', { name: '生成上报包' })).toBeDisabled();
  const faults = await look(page, 'package-1-not-ready');

  await page
    .getByRole('listitem')
    .filter({ hasText: '收件公钥' })
    .getByRole('link', { name: '去办理' })
    .click();
  await page.getByRole('button', { name: '只有一行公钥' }).click();
  await page.getByLabel('收件公钥', { exact: true }).fill(RECIPIENT.replace(/t$/, 'q'));
  await page.getByRole('button', { name: '登记公钥' }).click();
  await expect(page.getByText('这不是县里的收件公钥')).toBeVisible();
  faults.push(...(await look(page, 'package-2-wrong-key')));
  await page.reload();
  const office = await countyOffice();
  await page.getByLabel('选择县卡文件').setInputFiles(join(office.folder, 'TYX1_411799.county'));
  await expect(page.getByRole('button', { name: '登记县卡' })).toBeDisabled();
  await page.getByLabel('我已与盖章的登记表逐组核对').check();
  faults.push(...(await look(page, 'package-2b-card')));
  await page.getByRole('button', { name: '登记县卡' }).click();
  await expect(page.getByText('已登记县卡。')).toBeVisible();

  const enrolling = page.waitForEvent('download');
  await page.getByRole('button', { name: '生成登记文件' }).click();
  const enrolment = await enrolling;
  const enrolled = shotAt(enrolment.suggestedFilename());
  await enrolment.saveAs(enrolled);
  expect(readEnrolment(new Uint8Array(readFileSync(enrolled)))).toMatchObject({ center: '411799101' });
  await expect(page.getByText('公钥指纹', { exact: true })).toBeVisible();
  faults.push(...(await look(page, 'package-3-keys')));

  // The second signature, switched on and off again: each makes the file for the county.
  await page.getByRole('button', { name: '打开国密签名' }).click();
  await expect(page.getByRole('dialog')).toContainText('县里没有登记之前');
  faults.push(...(await look(page, 'package-3b-second-signature')));
  for (const [switched, is, file] of [
    ['打开国密签名', '已打开', /^TYX1_411799101\.sm2$/],
    ['关闭国密签名', '没有打开', /^TYX1_411799101\.sm2$/],
  ] as const) {
    if (switched === '关闭国密签名') await page.getByRole('button', { name: switched }).click();
    const handing = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: switched }).click();
    expect((await handing).suggestedFilename()).toMatch(file);
    await expect(page.getByText(is)).toBeVisible();
  }

  // The pay is reviewed and locked by requests: its own page is tried elsewhere.
  const director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  const run = (await director.payroll.month({ month: month('2026-10') })).runs[0];
  if (!run) throw new Error('no pay run was prepared');
  await director.payroll.review({ id: run.id });
  await director.payroll.lock({ id: run.id });

  await visit(page, app, '/packages');
  await page.reload();
  await expect(page.getByText('可以生成上报包。')).toBeVisible();
  faults.push(...(await look(page, 'package-4-ready')));
  const building = page.waitForEvent('download');
  await page.getByRole('button', { name: '生成上报包' }).click();
  const built = await building;
  expect(built.suggestedFilename()).toBe('TYX1_411799101_202610_E1_S000001.tyx');
  const file = shotAt(built.suggestedFilename());
  await built.saveAs(file);
  await office.run('enrol', enrolled, '--keys', office.folder, '--on', '2026-11-01');
  const taken = await office.verify(file);
  expect(taken.verdict).toBe('accepted');

  await expect(page.getByRole('row').filter({ hasText: '1-1' })).toBeVisible();
  await expect(page.getByText('之后没有变动，不需要更正')).toBeVisible();
  await expect(page.getByRole('button', { name: '生成更正包' })).toBeDisabled();
  faults.push(...(await look(page, 'package-5-built')));
  await expect(page.getByText('有 1 份上报包还没有导入县里的回执。')).toBeVisible();
  await page.getByLabel('导入县里回执', { exact: true }).first().setInputFiles(taken.receipts);
  await expect(page.getByText('县里已签收第 1 号。')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '11月1日 签收' })).toBeVisible();
  await page.getByLabel('导入县里回执', { exact: true }).first().setInputFiles(taken.receipts);
  await expect(page.getByText('这份回执以前已经导入过')).toBeVisible();
  faults.push(...(await look(page, 'package-5b-received')));
  await page.getByRole('row').filter({ hasText: '1-1' }).click();
  await expect(page.getByRole('dialog')).toContainText('县里核验后会念出同样的八组字符');
  faults.push(...(await look(page, 'package-6-one-package')));

  // The key is lost: the numbers begin anew, and a token of two people of the county leads on.
  await page.keyboard.press('Escape');
  await director.package.replaceLostKey({ reason: '11月1日电脑被盗' });
  await visit(page, app, '/packages');
  await page.reload();
  await expect(page.getByText('编号从第 2 期重新开始')).toBeVisible();
  faults.push(...(await look(page, 'package-7-new-epoch')));
  await visit(page, app, '/packages/keys');
  await page.getByRole('button', { name: '生成换钥文件' }).click();
  await expect(page.getByText('等待启用的新钥匙')).toBeVisible();
  await page.getByRole('button', { name: '作废旧钥匙…' }).click();
  faults.push(...(await look(page, 'package-8-keys')));
  const token = await office.resync();
  await visit(page, app, '/packages');
  await page.getByLabel('导入县里回执', { exact: true }).first().setInputFiles(token);
  await expect(page.getByText('县里已同意第 2 期开始')).toBeVisible();
  await expect(page.getByText('编号从第 2 期重新开始')).toBeHidden();

  // As if the county had answered that another PC reports too.
  app.house.open?.store.raw.exec(`INSERT INTO package_receipt
    SELECT 'twin', 2, 1, statement_hash, 'refused', 'FORK', '{"epoch":2,"seq":1}', 2, last_hash, received_on, x'01', '2099', ''
    FROM package_receipt LIMIT 1`);
  await page.reload();
  await expect(page.getByText('上报已暂停', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '生成上报包' })).toBeDisabled();
  faults.push(...(await look(page, 'package-9-on-hold')));

  await speak(page, 'en');
  for (const address of ['/packages', '/packages/keys']) {
    await visit(page, app, address);
    faults.push(...(await look(page, `package-en${address.replaceAll('/', '-')}`)));
  }

  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
  expect(app.faults).toEqual([]);
});
