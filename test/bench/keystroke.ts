import { chromium, type Browser, type Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { chromiumArguments, chromiumEnvironment, findChromium } from '../../build/chromium.ts';
import { openSeat, type Seat } from '../../electron/seat/server.ts';
import { month } from '../../shared/calendar/day.ts';
import { signIn, startApp, type App } from '../e2e/support/app.ts';
import { aDraftToEdit, bathing, evening } from '../e2e/support/draft.ts';
import { memory, opening } from './keystroke-page.ts';
import { keysDown, keySteps, type KeyStep } from './keystroke-steps.ts';
import { readTrace, type KeyCost, type TraceEvent } from './keystroke-trace.ts';

const THIS = 'this window';

/**
 * How long the roster takes to answer a key: 60 caregivers × 31 days, four shift types, in a real Chromium through the seat.
 * `npm run bench:grid -- --rounds 20`. Prints a table and one JSON line for each speed of the processor; nothing is asserted.
 * `--against FOLDER` measures another build of the window (a copy of `out/renderer`) in turn with this one, and prints the shares.
 *
 * - latency: from the key to the frame that shows it, waiting for the screen's next frame included (at most 16.7 ms of it);
 * - work: what the main thread computed for it, script, style, layout and painting together, in its own time, so that other
 *   programs on the machine do not count: this has to fit in a frame;
 * - script: the part of the work that is JavaScript;
 * - after: what the main thread did later because of the key, when the frame was out (marks and totals, sending, remembering).
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    people: { type: 'string', default: '60' },
    against: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
});
const december = month('2026-12');
const people = Number(values.people);

const app = await startApp();
const others: Seat[] = [];
try {
  await aDraftToEdit(app, { caregivers: people, month: december, shifts: [evening, bathing] });
  const browser = await chromium.launch({
    headless: !values.show,
    executablePath: findChromium() ?? 'chromium',
    args: chromiumArguments,
    env: chromiumEnvironment,
  });
  try {
    const blank = await (await browser.newContext()).newPage();
    await blank.setContent(
      `<p tabindex="0">0</p><script>onkeydown = () => { document.querySelector('p').textContent = performance.now(); }</script>`,
    );
    const desks = await openDesks(browser);
    for (const slowness of [1, 4]) {
      const table: Record<string, Record<string, number>> = {};
      await blank.bringToFront();
      const letters = { name: 'a page with one word (the floor)', keys: () => ['d'] };
      table[letters.name] = summary(await measure(blank, 'p', letters, slowness));
      for (const step of keySteps) {
        for (const [name, page] of desks) {
          await page.bringToFront();
          const row = name === THIS ? step.name : `${step.name} (${name})`;
          table[row] = summary(await measure(page, '[role=grid]', step, slowness));
          console.log(JSON.stringify({ slowness, step: row, ...table[row] }));
        }
      }
      console.log(`\n${people} × 31, processor ${slowness} × slower (ms)`);
      console.table(table);
      if (values.against !== undefined) console.table(shares(table));
    }
    console.log('\nopening the roster from another page (ms, median of 5), and what the page holds then');
    console.table(Object.fromEntries(await inTurn(desks, pageFigures)));
  } finally {
    await browser.close();
  }
} finally {
  for (const seat of others) await seat.close();
  await app.close();
}

/** The roster in the window that is built, and in the one it is held against. */
async function openDesks(browser: Browser): Promise<readonly (readonly [string, Page])[]> {
  const windows: [string, App][] = [[THIS, app]];
  if (values.against !== undefined) {
    const seat = await openSeat({ house: app.house, files: values.against, keepOpen: true });
    others.push(seat);
    windows.unshift(['against', { ...app, seat }]);
  }
  return inTurn(windows, async ([name, host]) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await signIn(page, host, 'director');
    await page.goto(`${host.seat.origin}/#/roster?month=${december}`);
    await page.getByRole('grid').waitFor();
    return [name, page] as const;
  });
}

/** One after the other: what is measured has the machine for itself. */
async function inTurn<From, To>(all: readonly From[], act: (one: From) => Promise<To>): Promise<To[]> {
  const results: To[] = [];
  for (const one of all) results.push(await act(one));
  return results;
}

async function pageFigures([name, page]: readonly [string, Page]) {
  await page.bringToFront();
  const figures: Record<string, number> = {};
  const session = await page.context().newCDPSession(page);
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const times = await inTurn([1, 2, 3, 4, 5], () => opening(page, december));
    figures[`${rate} × slower`] = Math.round(times.toSorted((a, b) => a - b)[2] ?? 0);
  }
  await session.detach();
  return [name, { ...figures, ...(await memory(page)) }] as const;
}

/** What a key costs here, for 1 of what it costs in the other window. */
function shares(table: Record<string, Record<string, number>>): Record<string, Record<string, number>> {
  return Object.fromEntries(
    keySteps.map(({ name }) => [
      name,
      Object.fromEntries(
        ['latency', 'work', 'script', 'after'].map((part) => {
          const share = (table[name]?.[part] ?? 0) / (table[`${name} (against)`]?.[part] ?? 0);
          return [part, Math.round(share * 100) / 100];
        }),
      ),
    ]),
  );
}

async function measure(page: Page, focused: string, step: KeyStep, slowness: number): Promise<KeyCost[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.locator(focused).focus();
  for (const key of step.before ?? ['Home']) await page.keyboard.press(key);
  await page.waitForTimeout(400 * slowness);
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  const pressed = Array.from({ length: Number(values.rounds) }, (_, round) => step.keys(round)).flat();
  for (const key of pressed) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60 * slowness);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  await session.detach();
  const down = keysDown(pressed);
  return readTrace(trace.traceEvents).filter(({ at }) =>
    step.counts === undefined ? down[at] !== null : down[at] === step.counts,
  );
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
