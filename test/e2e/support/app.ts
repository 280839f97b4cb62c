import { createRouterClient } from '@orpc/server';
import { expect, test as base, type Page } from '@playwright/test';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { windowFolder } from '../../../build/paths.ts';
import { House, type HouseOptions } from '../../../electron/core/house.ts';
import { router } from '../../../electron/core/router.ts';
import { openSeat } from '../../../electron/seat/server.ts';
import type { Role } from '../../../shared/contract/permissions.ts';
import { CENTRE, PASSWORD, STAFF } from '../../support/centre.ts';

const out = new URL('../out/', import.meta.url).pathname;

/**
 * Where the running test leaves a screenshot, a PDF or a download, to be looked at; not committed. Each spec file has a folder of its
 * own: two run at once, and both may well be handed a package of the same name.
 */
export function shotAt(name: string): string {
  const folder = join(out, basename(test.info().file, '.spec.ts'));
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

/** A seat on a house of its own. Its clock starts on 1 November 2026, 09:00 in Shanghai, and runs on. */
export async function startApp(options: Partial<HouseOptions> = {}) {
  if (!existsSync(join(windowFolder, 'index.html')))
    throw new Error('the window is not built: run npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-e2e-'));
  const began = Date.now();
  const faults: unknown[] = [];
  const house = new House({
    folder,
    now: () => Date.parse('2026-11-01T09:00:00+08:00') + Date.now() - began,
    kdf: { N: 2 ** 10, r: 8, p: 1 },
    log: (line) => faults.push(line),
    volumes: () => [],
    ...options,
  });
  const seat = await openSeat({ house, files: windowFolder });
  return {
    house,
    seat,
    /** Unexpected faults that reached the log. */
    faults,
    /** The same requests without a window, to prepare what a test does not want to click through. */
    client: () => createRouterClient(router, { context: { house, connection: house.connect() } }),
    async close() {
      await seat.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type App = Awaited<ReturnType<typeof startApp>>;

/** A centre with its three accounts, set up without clicking. */
export async function setUpCentre(app: App): Promise<void> {
  const client = app.client();
  await client.people.setUp({
    centre: CENTRE,
    director: { login: 'director', name: STAFF.director, password: PASSWORD },
  });
  for (const role of ['nurse', 'clerk'] as const) {
    await client.people.addAccount({ login: role, name: STAFF[role], role, password: PASSWORD });
  }
}

/** What a page said on its console or asked of the network that it must not. */
export function watch(page: Page, app: App): string[] {
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(app.seat.origin) && !/^(?:data|blob):/.test(url))
      complaints.push(`request to ${url}`);
  });
  page.on('console', (message) => {
    // A declared refusal travels as HTTP 422, which the browser also reports; the page shows its sentence.
    if (message.type() === 'error' && !message.text().includes('status of 422'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/**
 * Signs in through the page as a person would. What stood in the window is left first: the address ends its session, and a page that
 * is still fetching its parts would rightly be refused them.
 */
export async function signIn(page: Page, app: App, role: Role): Promise<void> {
  await page.goto('about:blank');
  await page.goto(app.seat.address);
  await page.getByRole('radio', { name: STAFF[role] }).check();
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
}

type Running = { file: string; app: App } | null;

/** `app` is one house for each spec file; the house of the file before is closed when the next one begins. */
export const test = base.extend<{ app: App }, { running: { now: Running } }>({
  running: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are asked for from this pattern
    async ({}, use) => {
      const running: { now: Running } = { now: null };
      await use(running);
      await running.now?.app.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ running }, use, info) => {
    if (running.now?.file !== info.file) {
      await running.now?.app.close();
      running.now = { file: info.file, app: await startApp() };
    }
    await use(running.now.app);
  },
});
export { expect } from '@playwright/test';
