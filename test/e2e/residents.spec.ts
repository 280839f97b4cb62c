import { expect, test, type Locator, type Page } from '@playwright/test';
import { signIn, startApp, watch, type App } from './support/app.ts';
import { fillHouse } from './support/full-house.ts';
import { look, visit } from './support/walk.ts';

let app: App;
let complaints: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await startApp();
  await fillHouse(app);
});
test.afterAll(() => app.close());
test.beforeEach(({ page }) => {
  complaints = watch(page, app);
});
test.afterEach(() => {
  expect(complaints).toEqual([]);
  expect(app.faults).toEqual([]);
});

const dialog = (page: Page) => page.getByRole('dialog');
/** A field that offers choices while one types. */
const choice = (page: Page, name: string) => page.getByRole('combobox', { name });
/** Takes something by the mouse and lets it go over something else, as a hand does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag, or nowhere to drop it');
  await page.mouse.move(start.x + 20, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 10, start.y + 16, { steps: 3 });
  await page.mouse.move(end.x + 40, end.y + 12, { steps: 5 });
  await page.mouse.up();
}
const said = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

test('finds a resident by initials and opens the file with the keyboard alone', async ({ page }) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/residents');
  await said(page, '在院 38 位 · 已登记 31 位 · 待核实 7 位');

  await page.getByRole('textbox', { name: '姓名、拼音、首字母、床号、身份证尾号' }).fill('cjz');
  await expect(page.getByRole('row').filter({ hasText: '曹金枝' })).toBeVisible();
  await expect(page.getByText('共 1 行')).toBeVisible();
  await page.getByRole('row').filter({ hasText: '曹金枝' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('待核实', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: '曹金枝' })).toBeVisible();
});

test('mends a doubt and registers the resident, and the story tells it', async ({ page }) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/residents');
  await page.getByRole('row').filter({ hasText: '曹金枝' }).click();
  await page.getByRole('button', { name: '打开档案' }).click();
  await said(page, '身份证号位数不对');
  await page.getByLabel('核实后的内容').fill('411799198403015325');
  await choice(page, '依据').fill('已看身份证原件');
  await page.getByRole('button', { name: '核实', exact: true }).click();
  await said(page, '身份证号最后一位校验不符，多半是抄错了一位，请对照身份证核对。');

  await page.getByRole('button', { name: '采用建议' }).click();
  await page.getByRole('button', { name: '核实', exact: true }).click();

  await said(page, '全部核实，「曹金枝」已正式登记。');
  await said(page, '更正身份证号：空 → 411799198403015324');
  await expect(page.getByText('待核实事项')).toHaveCount(0);
  expect(await look(page, 'resident-file')).toEqual([]);
});

test('adds a room and drags who has no bed into it, and another by the keyboard', async ({ page }) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/beds');
  await said(page, '还缺 5 张');
  await page.getByRole('button', { name: '添加床位' }).click();
  await dialog(page).getByLabel('房间号').fill('301');
  await dialog(page).getByRole('button', { name: '添加床位' }).click();
  await said(page, '301 房已添加 2 张床。');

  const free = page.getByRole('button', { name: /^301-1/ });
  await free.scrollIntoViewIfNeeded();
  await drag(page, page.getByRole('button', { name: /^赵全有/ }), free);
  await expect(choice(page, '入住人员')).toHaveValue('赵全有');
  await dialog(page).getByRole('button', { name: '安排床位' }).click();
  await said(page, '「赵全有」已安排 301-1 床。');
  await said(page, '在院的人都有床位。');

  await page.getByRole('button', { name: /^301-2/ }).press('Enter');
  await choice(page, '入住人员').fill('zxy');
  await page.getByRole('option', { name: /赵小燕/ }).click();
  await said(page, '301 房住着异性：赵全有。确认后仍可安排。');
  expect(await look(page, 'beds-move')).toEqual([]);
  await dialog(page).getByLabel('换床原因').fill('男女分室');
  await dialog(page).getByRole('button', { name: '换床' }).click();
  await said(page, '「赵小燕」已换到 301-2 床。');
  await expect(page.getByRole('button', { name: /^101-2 空床/ })).toBeVisible();
  expect(await look(page, 'beds')).toEqual([]);
});

test('ends a pairing and gives the resident to somebody with a free place; a third is refused with the reason', async ({
  page,
}) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/pairing');
  await said(page, '达到 1:2');
  await page.getByRole('button', { name: '解除冯明与陈全有的包干' }).click();
  await choice(page, '解除原因').fill('人员调整');
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: '解除', exact: true }).click();
  await said(page, '已解除，「陈全有」需要另外安排护理员。');

  await page.getByRole('button', { name: /^陈全有/ }).click();
  await choice(page, '护理员').fill('xx');
  await page.getByRole('option', { name: /谢雪/ }).click();
  await dialog(page).getByRole('button', { name: '安排', exact: true }).click();
  await said(page, /「谢雪」已负责 .+，最多 2 位；请另选护理员，或先解除一位。/);
  await choice(page, '护理员').fill('fm');
  await page.getByRole('option', { name: /冯明/ }).click();
  await dialog(page).getByRole('button', { name: '安排', exact: true }).click();
  await said(page, '「陈全有」由「冯明」负责。');
  expect(await look(page, 'pairing')).toEqual([]);
});

test('lets a resident go and names what is to be handed over', async ({ page }) => {
  await signIn(page, app, 'director');
  await visit(page, app, '/residents');
  await page.getByRole('row').filter({ hasText: '陈建国' }).click();
  await page.getByRole('button', { name: '打开档案' }).click();
  await page.getByRole('button', { name: '办理离开' }).click();
  await choice(page, '离开原因').fill('家庭恢复照料能力');
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: '办理离开' }).click();
  await said(page, /已办理离开，请按清单交接：203-2 床、护理员.+LH-/);
  await said(page, /离开：家庭恢复照料能力/);
  await expect(page.getByRole('button', { name: '办理返回' })).toBeVisible();
});

test('shows the nurse masked numbers and nothing that she may not do', async ({ page }) => {
  await signIn(page, app, 'nurse');
  await visit(page, app, '/residents');
  await expect(page.getByRole('button', { name: '收治' })).toHaveCount(0);
  await page.getByRole('row').filter({ hasText: '孙春生' }).click();
  await page.getByRole('button', { name: '打开档案' }).click();
  await said(page, '411799********4479');
  await said(page, '证件号码只对主任完整显示。');
  await expect(page.getByText('411799199709154479')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '更正' })).toHaveCount(0);
  await visit(page, app, '/devices');
  await page.getByRole('row').filter({ hasText: 'LH-18-006' }).click();
  await expect(dialog(page).getByText('使用经过')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: '归还' })).toHaveCount(0);
});
