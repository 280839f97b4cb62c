import type { Page } from '@playwright/test';
import { CENTRE, PASSWORD, STAFF } from '../support/centre.ts';
import { RECIPIENT } from '../support/packages.ts';
import { aComplaint } from '../support/complaints.ts';
import { expect, setUpCentre, shotAt, signIn, test, watch, type App } from './support/app.ts';
import { look, speak, visit } from './support/walk.ts';

test.describe.configure({ mode: 'serial' });

const pick = async (page: Page, field: string, option: string) => {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

/** Fills in what is asked of every complaint, whomever it concerns. */
async function tell(page: Page, app: App, said: string): Promise<void> {
  await visit(page, app, '/complaints/new');
  await pick(page, '类别', '克扣财物');
  await page.getByLabel('地点').fill('201 房间');
  await pick(page, '谁反映的', '监护人或家属');
  await page.getByLabel('反映的内容').fill(said);
  await page.getByLabel('当场采取的措施').fill('把剩下的钱锁进了护理站。');
}

const rows = (page: Page) => page.getByRole('row').filter({ hasText: /年.*克扣财物/ });

test('a nurse records what she was told, a clerk finds nothing of it, and the director sees it through', async ({
  page,
  app,
}) => {
  await setUpCentre(app);
  const told = app.client();
  const { id: doer } = await told.people.signIn({ login: 'nurse', password: PASSWORD });
  await told.complaints.record(aComplaint(doer, { concernKind: 'unknown', concernId: null }));
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await tell(page, app, '家属说护理员拿走了两百元零花钱。');
  await pick(page, '涉及谁', '其他人');
  await page.getByLabel('姓名或称呼').fill('夜班护理员');
  await expect(page.getByText('只有您和主任看得到')).toBeVisible();
  expect(await look(page, 'record')).toEqual([]);
  await page.getByRole('button', { name: '登记投诉' }).click();
  await expect(rows(page)).toHaveCount(1);
  expect(await look(page, 'own')).toEqual([]);
  await rows(page).click();
  await expect(page.getByText('处理经过由主任掌握')).toBeVisible();
  expect(await look(page, 'own-entry')).toEqual([]);

  await signIn(page, app, 'clerk');
  await visit(page, app, '/complaints');
  await expect(page.getByText('您还没有登记过投诉')).toBeVisible();
  expect(await look(page, 'clerk')).toEqual([]);
  await visit(page, app, '/complaints/somebody-elses');
  await expect(page.getByRole('alert')).toContainText('找不到');
  expect(await look(page, 'not-hers')).toEqual([]);

  await signIn(page, app, 'director');
  await visit(page, app, '/complaints');
  expect(await look(page, 'director')).toEqual([]);
  await rows(page).click();
  for (const [kind, what] of [
    ['处理结果', '钱已退还，护理员书面检讨。'],
    ['办结', '家属签字认可。'],
  ] as const) {
    await page.getByRole('button', { name: '添处理记录' }).click();
    const dialog = page.getByRole('dialog');
    await pick(page, '事项', kind);
    await dialog.getByLabel('经过和结果').fill(what);
    if (kind === '处理结果') expect(await look(page, 'step')).toEqual([]);
    await dialog.getByRole('button', { name: '添处理记录' }).click();
    if (kind === '办结') {
      await expect(page.getByText('仍要办结吗')).toContainText('监护人');
      await page.getByRole('button', { name: '仍然办结' }).click();
    }
    await expect(page.getByText(what)).toBeVisible();
  }
  await expect(page.getByText('已办结')).toBeVisible();
  expect(await look(page, 'closed')).toEqual([]);
  await page.goBack();
  await page
    .getByRole('row')
    .filter({ hasText: /年.*打骂虐待/ })
    .click();
  await expect(page.getByText('请立即报案')).toBeVisible();
  expect(await look(page, 'duties')).toEqual([]);
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.getByRole('heading', { name: '投诉处理记录' })).toBeVisible();
  await page.pdf({ path: shotAt('complaint.pdf'), preferCSSPageSize: true });
  expect(await look(page, 'paper')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what concerns the director is sealed, carried out as a file, and nothing on his pages tells of it', async ({
  page,
  app,
}) => {
  const complaints = watch(page, app);
  await signIn(page, app, 'nurse');
  await tell(page, app, '主任把补助卡收走了。');
  await pick(page, '涉及谁', '有账号的工作人员');
  await pick(page, '哪位工作人员', STAFF.director);
  await expect(page.getByText('现在不能密封')).toContainText('12385');
  await expect(page.getByRole('button', { name: '密封给县里' })).toBeDisabled();
  expect(await look(page, 'cannot-seal')).toEqual([]);

  const director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  await director.package.setCountyKey({ recipient: RECIPIENT });
  await page.reload();
  await tell(page, app, '主任把补助卡收走了。');
  await pick(page, '涉及谁', '有账号的工作人员');
  await pick(page, '哪位工作人员', STAFF.director);
  await expect(page.getByText('不能再看到内容')).toBeVisible();
  expect(await look(page, 'will-seal')).toEqual([]);
  await page.getByRole('button', { name: '密封给县里' }).click();
  const sealed = page.getByRole('dialog');
  const number = ((await sealed.getByText(/^(?:\d{4} ?){3}$/).textContent()) ?? '').replaceAll(' ', '');
  expect(await look(page, 'sealed')).toEqual([]);
  const first = page.waitForEvent('download');
  await sealed.getByRole('button', { name: '存到 U 盘' }).click();
  const name = `TYX1_${CENTRE.code}_${number}.complaint`;
  expect((await first).suggestedFilename()).toBe(name);
  await sealed.getByRole('button', { name: '存好了' }).click();
  await expect(page.getByRole('heading', { name: '投诉与处理' })).toBeVisible();

  await page.getByRole('button', { name: '再存一次密封信' }).click();
  await page.getByLabel('十二位编号').fill(number);
  expect(await look(page, 'fetch')).toEqual([]);
  const again = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: '存到 U 盘' }).click();
  expect((await again).suggestedFilename()).toBe(name);
  await expect(page.getByText(number)).toHaveCount(0);

  await signIn(page, app, 'director');
  for (const address of ['/complaints', '/audit']) {
    await visit(page, app, address);
    await expect(page.getByText('补助卡')).toHaveCount(0);
    await expect(page.getByText('密封给县里', { exact: true })).toHaveCount(0);
  }
  await speak(page, 'en');
  await visit(page, app, '/complaints');
  expect(await look(page, 'director-english')).toEqual([]);
  await visit(page, app, '/complaints/new');
  expect(await look(page, 'record-english')).toEqual([]);
  expect(complaints).toEqual([]);
});
