import { expect, test } from '@playwright/test';
import type { Role } from '../../shared/contract/permissions.ts';
import type { Language } from '../../shared/messages/language.ts';
import { signIn, startApp, watch, type App } from './support/app.ts';
import { fillHouse, recordAddresses } from './support/full-house.ts';
import { look, pagesFor, speak, visit } from './support/walk.ts';

/** The director may read everything, so each page is seen in both languages; the others see their own acts on it. */
const walks: readonly (readonly [Role, Language])[] = [
  ['director', 'zh-CN'],
  ['director', 'en'],
  ['nurse', 'zh-CN'],
  ['clerk', 'zh-CN'],
];

// Each walk takes a minute and changes nothing: two go at once, on a house of their own each.
test.describe.configure({ mode: 'parallel' });

let app: App;
let records: Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  app = await startApp();
  await fillHouse(app);
  records = await recordAddresses(app);
});
test.afterAll(() => app.close());

for (const [role, language] of walks) {
  test(`the ${role} opens every page in ${language}: each stands, and axe finds no fault`, async ({
    page,
  }) => {
    test.setTimeout(480_000);
    const complaints = watch(page, app);
    await signIn(page, app, role);
    await speak(page, language);
    const faults: string[] = [];
    for (const { name, address } of pagesFor(role, records)) {
      await visit(page, app, address);
      faults.push(...(await look(page, `${language}-${role}-${name}`)));
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    expect(app.faults).toEqual([]);
  });
}
