import { policyQueries } from '../../db/policy.ts';
import type { Store } from '../../db/open.ts';
import { holidaySeeds } from '../../shared/policy/holiday-seeds.ts';
import { parameterSeeds } from '../../shared/policy/seeds.ts';

/** Writes the first parameters and holidays of a new centre, inside the transaction of set-up. */
export async function seedPolicy(
  { db }: Pick<Store, 'db'>,
  { at, by, newId }: { at: string; by: string; newId: () => string },
): Promise<void> {
  const queries = policyQueries(db);
  const recorded = { recorded_at: at, recorded_by: by, superseded_at: null };
  await queries.insertParameters(
    parameterSeeds.map(({ key, value, effectiveFrom, status, source }) => ({
      id: newId(),
      key,
      value: JSON.stringify(value),
      effective_from: effectiveFrom,
      status,
      source,
      ...recorded,
    })),
  );
  await queries.insertHolidays(holidaySeeds.map((holiday) => ({ id: newId(), ...holiday, ...recorded })));
}
