import { makeRoster } from '../../../build/make-roster.ts';
import type { Month } from '../../../shared/calendar/day.ts';
import { PASSWORD } from '../../support/centre.ts';
import { withStaff } from '../../support/staff.ts';
import { setUpCentre, type App } from './app.ts';

export const evening = {
  code: 'E',
  name: '中班',
  nameEn: 'Evening',
  startsAt: '12:00',
  endsAt: '21:00',
  minutes: 480,
  night: false,
  maxResidents: 24,
};
export const bathing = {
  code: 'B',
  name: '帮浴',
  nameEn: 'Bathing',
  startsAt: '07:00',
  endsAt: '15:00',
  minutes: 420,
  night: false,
  maxResidents: 30,
};

type Desk = {
  readonly caregivers: number;
  readonly month: Month;
  /** Besides the day and the night shift that a centre begins with. */
  readonly shifts: readonly (typeof evening)[];
};

/** A centre with caregivers, two residents each, and the draft of a month to be edited. Gives back the director's requests. */
export async function aDraftToEdit(app: App, { caregivers, month, shifts }: Desk) {
  await setUpCentre(app);
  if (!app.house.open) throw new Error('the house is closed');
  withStaff({ raw: app.house.open.store.raw }, { caregivers, residents: 2 * caregivers });
  const director = app.client();
  await director.people.signIn({ login: 'director', password: PASSWORD });
  for (const shift of shifts) await director.roster.shifts.save(shift);
  await makeRoster(director, { month, seed: 1 });
  return director;
}
