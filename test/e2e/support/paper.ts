import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { shotAt } from './app.ts';

/** Prints the page of paper that is open, as the director would, and gives back how many pages and bytes that makes. */
export async function printed(page: Page, name: string): Promise<{ pages: number; bytes: number }> {
  await expect(page.locator('main[data-orientation] table').first()).toBeVisible();
  await page.evaluate('document.fonts.ready.then(() => true)');
  const path = shotAt(`${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const bytes = readFileSync(path, 'latin1');
  return { pages: bytes.match(/\/Type \/Page\b/g)?.length ?? 0, bytes: bytes.length };
}
