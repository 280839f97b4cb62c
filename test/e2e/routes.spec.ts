import { expect, test } from '@playwright/test';
import { roles } from '../../shared/contract/permissions.ts';
import { languages } from '../../shared/messages/language.ts';
import { signIn, startApp, watch, type App } from './support/app.ts';
import { fillHouse } from './support/full-house.ts';
import { addressesFor, look, speak, visit } from './support/walk.ts';

let app: App;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp();
  await fillHouse(app);
});
test.afterAll(() => app.close());

for (const role of roles) {
  for (const language of languages) {
    test(`the ${role} opens every page in ${language}: each stands, and axe finds no fault`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      const complaints = watch(page, app);
      await signIn(page, app, role);
      await speak(page, language);
      const faults: string[] = [];
      for (const address of addressesFor(role)) {
        await visit(page, app, address);
        const name = address.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'today';
        faults.push(...(await look(page, `${language}-${role}-${name}`)));
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
      expect(app.faults).toEqual([]);
    });
  }
}
