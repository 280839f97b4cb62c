import { caregiverQueries } from '../../db/caregivers.ts';
import { peopleQueries } from '../../db/people.ts';
import { residentQueries } from '../../db/residents.ts';
import type { ComplaintFacts } from '../../shared/complaints/contract.ts';
import { isConcerned, type Concern } from '../../shared/complaints/sight.ts';
import { may } from '../../shared/contract/permissions.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { requireDayBetween } from './days.ts';

/** A complaint that was looked over: the people in it with their names as they are today. */
export type Entry = ComplaintFacts & {
  readonly concern: Concern;
  readonly resident: { readonly id: string | null; readonly name: string };
  readonly doerName: string;
};

/** Who holds an account here now. */
export async function currentStaff({ db }: Pick<Work, 'db'>) {
  return (await peopleQueries(db).accounts()).filter(({ ended_at }) => ended_at === null);
}

/** Who may have listened: whoever has an account, and the caregivers at work. */
export async function listeners({ db }: Pick<Work, 'db'>) {
  const caregivers = await caregiverQueries(db).list('at-work');
  return [...(await currentStaff({ db })), ...caregivers].map(({ id, name }) => ({ id, name }));
}

/** Looks over what was typed, the same for a complaint that stays and one that is sealed. */
export async function entryOf(context: Work, facts: ComplaintFacts): Promise<Entry> {
  requireDayBetween(facts.happenedOn, context.today);
  const concern = await concernOf(context, facts);
  // Words about oneself are not a record that others can go by; somebody else writes it down.
  if (isConcerned(context.who, concern)) refuse('COMPLAINT_ABOUT_YOURSELF', {});
  const resident = await residentOf(context, facts);
  const doer = (await listeners(context)).find(({ id }) => id === facts.doer);
  if (!doer) refuse('COMPLAINT_PERSON_MISSING', { who: 'doer' });
  const tellerName = facts.teller === 'anonymous' ? '' : facts.tellerName;
  return { ...facts, tellerName, concern, resident, doerName: doer.name };
}

async function concernOf({ db }: Work, facts: ComplaintFacts): Promise<Concern> {
  const { concernKind: kind, concernId: id, concernName } = facts;
  if (kind === 'unknown') return { kind, id: null, name: '' };
  if (kind === 'other')
    return concernName === ''
      ? refuse('COMPLAINT_PERSON_MISSING', { who: 'concern' })
      : { kind, id: null, name: concernName };
  const people =
    kind === 'caregiver' ? await caregiverQueries(db).list('all') : await peopleQueries(db).accounts();
  const person = people.find((each) => each.id === id);
  return person
    ? { kind, id: person.id, name: person.name }
    : refuse('COMPLAINT_PERSON_MISSING', { who: 'concern' });
}

/** Who may not read the register names the resident in words of his own; an id would tell him that it is one. */
async function residentOf({ db, who }: Work, { residentId, residentName }: ComplaintFacts) {
  if (residentId === null) return { id: null, name: residentName };
  const row = may(who.role, 'residents.read') ? await residentQueries(db).byId(residentId) : undefined;
  return row ? { id: row.id, name: row.name } : refuse('NOT_FOUND', { what: 'resident' });
}
