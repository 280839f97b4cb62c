import { expect, type Page } from '@playwright/test';

/** Presses the button that makes a roster and keeps the first one in which nobody is missing, as somebody in a hurry does. */
export async function generateRoster(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:生成排班|重新生成)$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^生成.*排班$/ });
  const stop = dialog.getByRole('button', { name: '停止并采用' });
  // Proven to be the best before anybody could stop it: it has closed already.
  const over = page.getByText(/^第 \d+ 版：违规/).or(dialog.getByRole('button', { name: '查看排班' }));
  await expect(stop.and(page.locator(':enabled')).or(over).first()).toBeVisible({ timeout: 60_000 });
  // The first roster of a busy machine may leave a shift open: what follows speaks of a month in which nobody is missing.
  await expect(dialog.getByText('所有班次都有人。').or(over).first()).toBeVisible({ timeout: 60_000 });
  if (await stop.isEnabled().catch(() => false)) await stop.click({ timeout: 2_000 }).catch(() => undefined);
  await expect(over.first()).toBeVisible({ timeout: 60_000 });
  const look = dialog.getByRole('button', { name: '查看排班' });
  if (await look.isVisible()) await look.click();
  await expect(dialog).toBeHidden();
}
