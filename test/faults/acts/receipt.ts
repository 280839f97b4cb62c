import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Acts } from '../desk.ts';

/** The county's answers come in one after another, as they lie in the folder beside the house, with work between them. */
export const acts: Acts = async ({ director, house }) => {
  const letters = join(house.folder, '..', 'letters');
  const seen = new Set<string>();
  for (const [index, name] of readdirSync(letters).toSorted().entries()) {
    const base64 = readFileSync(join(letters, name)).toString('base64');
    const answer = await director.package.importAnswer({ file: { name, base64 } });
    seen.add(answer.outcome);
    if (answer.keyBegun) seen.add('key begun');
    if (answer.countyKeyChanged) seen.add('key of the county');
    await director.people.setIdleMinutes({ minutes: 10 + index });
  }
  // All that an answer can bring is to be under way when the power goes.
  for (const what of ['accepted', 'waiting', 'key begun', 'key of the county', 'new-epoch'])
    if (!seen.has(what)) throw new Error(`no answer brought: ${what}`);
};
