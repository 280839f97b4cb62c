import type { Store } from '../../db/open.ts';
import { inOneTransaction } from '../../db/transaction.ts';
import { peopleQueries, type AccountRow } from '../../db/people.ts';
import { seedShifts } from '../services/seed-shifts.ts';
import { seedPolicy } from '../services/seed-policy.ts';

type Centre = {
  name: string;
  county: string;
  countyCode: string;
  township: string;
  code: string;
  demo: boolean;
};
type Director = Pick<AccountRow, 'id' | 'login' | 'name' | 'role' | 'created_at' | 'created_by'>;

/** What every new centre starts with: its own facts, its director, and the rules of the day with their sources. One transaction. */
export async function seedCentre(
  { db, raw }: Store,
  centre: Centre,
  director: Director,
  { at, newId }: { at: string; newId: () => string },
): Promise<void> {
  await inOneTransaction(raw, async () => {
    const people = peopleQueries(db);
    await people.recordCentre({
      name: centre.name,
      county: centre.county,
      county_code: centre.countyCode,
      township: centre.township,
      code: centre.code,
      demo: centre.demo ? 1 : 0,
      set_up_at: at,
    });
    await people.addAccount(director);
    await seedPolicy({ db }, { at, by: director.id, newId });
    await seedShifts({ db }, { at, by: director.id });
  });
}
