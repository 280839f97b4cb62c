import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { may, type Role } from '../../../shared/contract/permissions.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { routes } from '../../../renderer/routes.ts';
import { shotAt, type App } from './app.ts';

/** Every page that a role may see, with an address: its own, its sample, or that of a record. */
export function pagesFor(role: Role, records: Record<string, string>): { name: string; address: string }[] {
  return routes
    .filter((route) => may(role, route.needs))
    .map(({ path, sample }) => {
      const name = path.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'today';
      return { name, address: sample ?? records[path] ?? path };
    });
}

/** Opens the window in a language, signed in or not. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((wanted) => window.localStorage.setItem('nuantuo:language', wanted), language);
  await page.reload();
}

/** Goes to a page and waits until it has drawn what it asked for. */
export async function visit(page: Page, app: App, address: string): Promise<void> {
  await page.goto(`${app.seat.origin}/#${address}`);
  await expect(page.locator('h1'), `${address} is drawn`).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
}

/** Leaves a screenshot and gives back every fault of accessibility, each as one line. */
export async function look(page: Page, name: string): Promise<string[]> {
  await page.screenshot({ path: shotAt(`${name}.png`) });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${name}: ${id} at ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`,
    ),
  );
}

/** Chooses from a list by the keyboard alone, as somebody does who looks at what she typed before she presses Enter. */
export async function choose(page: Page, field: Locator, typed: string, wanted: string): Promise<void> {
  await field.focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { name: wanted, exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(wanted);
}
