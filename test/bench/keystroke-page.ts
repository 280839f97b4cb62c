import type { Page } from '@playwright/test';
import type { Month } from '../../shared/calendar/day.ts';

/** Milliseconds from the first step towards the roster until the frame that shows its rows; other pages were seen before. */
export async function opening(page: Page, month: Month): Promise<number> {
  await page.evaluate(() => (location.hash = '#/residents'));
  await page
    .getByRole('table')
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor();
  await page.waitForTimeout(500);
  return page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const look = () => {
          if (!document.querySelector('[data-body] [role=row]')) requestAnimationFrame(look);
          else setTimeout(() => resolve(performance.now() - begun));
        };
        location.hash = hash;
        requestAnimationFrame(look);
      }),
    `#/roster?month=${month}`,
  );
}

/** What the page holds when what is no longer needed was thrown away. */
export async function memory(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const figure = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { 'heap MB': Math.round(figure('JSHeapUsedSize') / 104_857.6) / 10, nodes: figure('Nodes') };
}
