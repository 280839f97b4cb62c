import { dutyQueries, type DutyRow } from '../../db/duties.ts';
import { rosterQueries, type RosterRow } from '../../db/roster.ts';
import { firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { changesSince } from '../../shared/roster/changes.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { rosterView } from './roster-view.ts';

export const papers = {
  changes: door.roster.papers.changes.handler(async ({ input: { month, version }, context: { db } }) => {
    const queries = rosterQueries(db);
    const versions = (await queries.versions(month)).toReversed();
    const shown =
      version === undefined
        ? (versions.find(({ state }) => state === 'draft') ??
          versions.find(({ state }) => state === 'published'))
        : versions.find((row) => row.version === version);
    if (!shown) refuse('NOT_FOUND', { what: 'roster' });
    const published = versions.flatMap(({ id, version: number, published_at: publishedAt }) =>
      publishedAt !== null && number <= shown.version ? [{ id, version: number, publishedAt }] : [],
    );
    const chain: { id: string; version: number | null }[] =
      shown.published_at === null ? [...published, { id: shown.id, version: null }] : published;
    const names = await namesOf(db, month);
    const cells = await Promise.all(
      chain.map(async ({ id, version: number }) => ({
        version: number,
        cells: (await queries.cells(id)).map((cell) => ({
          person: cell.caregiver_id,
          day: cell.day as Day,
          shift: cell.shift_code,
        })),
      })),
    );
    return {
      published: published.map(({ version: number, publishedAt }) => ({ version: number, publishedAt })),
      cells: changesSince(cells).map((change) => ({
        ...change,
        name: names.get(change.person) ?? change.person,
      })),
    };
  }),

  slips: door.roster.papers.slips.handler(async ({ input: { month, people }, context: { db } }) => {
    const queries = rosterQueries(db);
    const roster = (await queries.publishedOf(month)) ?? (await queries.draftOf(month));
    const view = await rosterView(db, month, roster?.id ?? null);
    const wanted = people && new Set(people);
    const dutiesOf = roster ? await dutiesByPerson(db, roster) : () => [];
    return {
      month,
      roster: roster
        ? {
            version: roster.version,
            isPublished: roster.state === 'published',
            publishedAt: roster.published_at,
          }
        : null,
      days: view.model.days,
      shifts: view.model.shifts,
      holidays: view.holidays,
      people: view.people
        .filter(({ id }) => wanted === null || wanted.has(id))
        .map(({ id, name, leave }) => ({
          id,
          name,
          leave,
          cells: view.cells[id] ?? [],
          duties: dutiesOf(id),
        })),
    };
  }),
};

async function namesOf(db: Work['db'], month: Month): Promise<Map<string, string>> {
  const people = await rosterQueries(db).caregiversBetween(firstDay(month), lastDay(month));
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** For whom each caregiver answers on the days of a roster's month, by bed. */
async function dutiesByPerson(db: Work['db'], roster: RosterRow) {
  const queries = dutyQueries(db);
  const [first, last] = [firstDay(roster.month as Month), lastDay(roster.month as Month)];
  const names = new Map((await queries.residentsBetween(first, last)).map(({ id, name }) => [id, name]));
  const stays = Map.groupBy(await queries.staysBetween(first, last), (stay) => stay.resident_id);
  const duties = Map.groupBy(
    await queries.currentBetween(roster.id, first, last),
    (duty) => duty.caregiver_id,
  );
  const shown = ({ resident_id, day }: DutyRow) => {
    const stay = stays
      .get(resident_id)
      ?.find(({ starts_on, ends_on }) => starts_on <= day && (ends_on === null || day < ends_on));
    return { name: names.get(resident_id) ?? '', bed: stay?.label ?? null, room: stay?.room ?? null };
  };
  return (person: string) =>
    [...Map.groupBy(duties.get(person) ?? [], ({ day }) => day)].map(([day, rows]) => ({
      day: day as Day,
      residents: rows
        .map(shown)
        .toSorted((a, b) => (a.bed ?? '').localeCompare(b.bed ?? '', 'en', { numeric: true })),
    }));
}
