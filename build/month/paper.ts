import { chromium } from '@playwright/test';
import type { Connection, House } from '../../electron/core/house.ts';
import { openSeat } from '../../electron/seat/server.ts';
import { bundle, windowIsStale } from '../bundle.ts';
import { chromiumArguments, chromiumEnvironment, needChromium } from '../chromium.ts';
import { windowFolder } from '../paths.ts';

export type Paper = { print(route: string, file: string): Promise<void>; close(): Promise<void> };

/**
 * Prints routes of the window to PDF, as somebody who is signed in: the same page is preview, paper and file. Null where there is no
 * Chromium (one sentence has then said what to install).
 */
export async function openPaper(house: House, connection: Connection): Promise<Paper | null> {
  const executablePath = needChromium();
  if (!executablePath) return null;
  if (windowIsStale()) await bundle(['renderer']);
  const seat = await openSeat({ house, files: windowFolder, connect: () => connection, keepOpen: true });
  const browser = await chromium.launch({
    executablePath,
    args: chromiumArguments,
    env: chromiumEnvironment,
  });
  const page = await browser.newPage({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
  });
  await page.goto(seat.address);
  return {
    async print(route, file) {
      await page.goto(`${seat.origin}/#${route}`);
      await page.reload(); // a hash change alone keeps the page before it until its data is there
      await page.locator('main[data-orientation]').waitFor({ timeout: 30_000 });
      await page.evaluate('document.fonts.ready.then(() => true)');
      // Without tags: those of a table of a thousand cells are half of the file. Who listens to a page has it on the screen.
      await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    },
    async close() {
      await browser.close();
      await seat.close();
    },
  };
}
