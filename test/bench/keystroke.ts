import { chromium, type Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { makeRoster } from '../../build/make-roster.ts';
import { chromiumArguments, chromiumEnvironment, findChromium } from '../../build/chromium.ts';
import { month } from '../../shared/calendar/day.ts';
import { PASSWORD } from '../support/centre.ts';
import { withStaff } from '../support/staff.ts';
import { setUpCentre, signIn, startApp, type App } from '../e2e/support/app.ts';
import { keySteps } from './keystroke-steps.ts';
import { readTrace, type KeyCost, type TraceEvent } from './keystroke-trace.ts';

/**
 * How long the roster takes to answer a key: 60 caregivers × 31 days, four shift types, in a real Chromium through the seat.
 * `npm run bench:grid -- --rounds 20`. Prints a table and one JSON line for each speed of the processor; nothing is asserted.
 *
 * - latency: from the key to the frame that shows it, waiting for the screen's next frame included (at most 16.7 ms of it);
 * - work: what the main thread computed for it, script, style, layout and painting together, in its own time, so that other
 *   programs on the machine do not count: this has to fit in a frame;
 * - script: the part of the work that is JavaScript;
 * - after: what the main thread did later because of the key, when the frame was out (sending, remembering).
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, show: { type: 'boolean', default: false } },
});
const december = month('2026-12');
const PEOPLE = 60;

const app = await startApp();
try {
  await prepare(app);
  const browser = await chromium.launch({
    headless: !values.show,
    executablePath: findChromium() ?? 'chromium',
    args: chromiumArguments,
    env: chromiumEnvironment,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const blank = await context.newPage();
    await blank.setContent(
      `<p tabindex="0">0</p><script>onkeydown = () => { document.querySelector('p').textContent = performance.now(); }</script>`,
    );
    const page = await context.newPage();
    await signIn(page, app, 'director');
    await page.goto(`${app.seat.origin}/#/roster?month=${december}`);
    await page.getByRole('grid').waitFor();

    for (const slowness of [1, 4]) {
      const table: Record<string, Record<string, number>> = {};
      await blank.bringToFront();
      const letters = { name: 'a page with one word (the floor)', keys: () => ['d'] };
      table[letters.name] = summary(await measure(blank, 'p', letters, slowness));
      await page.bringToFront();
      for (const step of keySteps) {
        table[step.name] = summary(await measure(page, '[role=grid]', step, slowness));
        console.log(JSON.stringify({ slowness, step: step.name, ...table[step.name] }));
      }
      console.log(`\n${PEOPLE} × 31, processor ${slowness} × slower (ms)`);
      console.table(table);
    }
  } finally {
    await browser.close();
  }
} finally {
  await app.close();
}

async function measure(
  page: Page,
  focused: string,
  step: (typeof keySteps)[number],
  slowness: number,
): Promise<KeyCost[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.locator(focused).focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(400);
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const key of step.keys(round)) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60 * slowness);
    }
  }
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  await session.detach();
  return readTrace(trace.traceEvents);
}

async function prepare(house: App): Promise<void> {
  await setUpCentre(house);
  if (!house.house.open) throw new Error('the house is closed');
  withStaff({ raw: house.house.open.store.raw }, { caregivers: PEOPLE, residents: 2 * PEOPLE });
  const director = house.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  await director.roster.shifts.save({
    code: 'E',
    name: '中班',
    nameEn: 'Evening',
    startsAt: '12:00',
    endsAt: '21:00',
    minutes: 480,
    night: false,
    maxResidents: 20,
  });
  await director.roster.shifts.save({
    code: 'B',
    name: '帮浴',
    nameEn: 'Bathing',
    startsAt: '07:00',
    endsAt: '15:00',
    minutes: 420,
    night: false,
    maxResidents: 30,
  });
  await makeRoster(director, { month: december, seed: 1 });
}

function summary(costs: readonly KeyCost[]): Record<string, number> {
  const figures: Record<string, number> = { keys: costs.length };
  for (const part of ['latency', 'work', 'script', 'after'] as const) {
    const sorted = costs.map((cost) => cost[part]).toSorted((a, b) => a - b);
    const at = (share: number) =>
      Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
    figures[part] = at(0.5);
    figures[`${part} 95 %`] = at(0.95);
    figures[`${part} most`] = at(1);
  }
  return figures;
}
