import { existsSync } from 'node:fs';
import { backupQueries } from '../../db/backups.ts';
import { peopleQueries } from '../../db/people.ts';
import type { Store } from '../../db/open.ts';
import { dayAt } from '../../shared/calendar/day.ts';
import type { Trouble } from '../../shared/backup/contract.ts';
import { standingOf, USUAL_REMINDERS, type Reminders } from '../../shared/backup/due.ts';
import { codeOf } from '../core/backup-writing.ts';
import { folderOn, markPlace, placeIdOn } from '../core/backup-set.ts';
import { throwProblem } from '../core/backup-places.ts';
import { door, type Work } from '../core/door.ts';
import { oldCopiesIn } from '../core/old-copies.ts';
import { refuse } from '../core/refuse.ts';
import type { Volume } from '../core/volumes.ts';
import { backupWork, listed } from './backup-work.ts';
import { restoring } from './restoring.ts';

/** The rule is two: a disk that is always there and a stick that lies elsewhere; more would not be looked after. */
const MOST_PLACES = 3;
const SETTINGS = { backupDays: 'backup.remind-days', drillDays: 'backup.drill-days' } as const;

/** Where backups go, how they stand, what is due. */
export const backups = {
  ...backupWork,
  ...restoring,

  standing: door.backup.standing.handler(async ({ context }) => {
    const { db, house, today } = context;
    const queries = backupQueries(db);
    const reminders = await remindersOf(context);
    const last = await queries.newestGood();
    const [drill] = await queries.drills(1);
    const dayOf = (at: string | undefined) => (at === undefined ? null : dayAt(Date.parse(at)));
    const standing = standingOf(dayOf(last?.made_at), today, reminders.backupDays);
    return {
      ...reminders,
      last: last
        ? {
            at: last.made_at,
            place: last.label,
            testedAt: await testedAt(context, last),
          }
        : null,
      drill: drill
        ? {
            at: drill.drilled_at,
            by: drill.driller ?? '',
            residents: drill.residents,
            checkups: drill.checkups,
            lastDay: drill.last_day,
          }
        : null,
      days: standing.days,
      backupLate: standing.late,
      // Before the first backup there is nothing to try out.
      drillLate: last !== undefined && standingOf(dayOf(drill?.drilled_at), today, reminders.drillDays).late,
      places: await placesOf(context),
      running: house.backups.running,
      trouble: await troubleOf(context),
      copies: oldCopiesIn(house.folder).map(({ kind, bytes }) => ({ kind, bytes })),
    };
  }),

  volumes: door.backup.volumes.handler(async ({ context: { db, house } }) => {
    const chosen = new Set((await backupQueries(db).currentPlaces()).map(({ id }) => id));
    return house.volumes().map((volume) => ({
      token: house.backups.token(volume.path),
      label: volume.label,
      free: volume.free,
      size: volume.size,
      disk: volume.disk,
      removable: volume.removable,
      writable: volume.writable,
      chosen: chosen.has(placeIdOn(volume) ?? ''),
    }));
  }),

  choose: door.backup.choose.handler(async ({ input, context: { db, house, at, who, newId, note } }) => {
    const volume = house.volumes().find(({ path }) => house.backups.token(path) === input.token);
    if (!volume) refuse('NOT_FOUND', { what: 'volume' });
    const queries = backupQueries(db);
    const places = await queries.currentPlaces();
    if (places.length >= MOST_PLACES && !places.some(({ id }) => id === placeIdOn(volume)))
      refuse('BACKUP_PLACES_FULL', { most: MOST_PLACES });
    const id = mark(volume, newId);
    await queries.addPlace({ id, label: volume.label, path: volume.path, chosen_at: at, chosen_by: who.id });
    note(id, volume.label);
    return { label: volume.label };
  }),

  drop: door.backup.drop.handler(async ({ input: { id }, context: { db, at, who, note } }) => {
    const place = await backupQueries(db).place(id);
    if (!place || place.ended_at !== null) refuse('NOT_FOUND', { what: 'volume' });
    await backupQueries(db).endPlace(id, { at, by: who.id });
    note(id, place.label);
    return {};
  }),

  setReminders: door.backup.setReminders.handler(async ({ input, context: { db, at, who, note } }) => {
    const people = peopleQueries(db);
    await people.setSetting(SETTINGS.backupDays, String(input.backupDays), at, who.id);
    await people.setSetting(SETTINGS.drillDays, String(input.drillDays), at, who.id);
    note('', `${input.backupDays} · ${input.drillDays}`);
    return {};
  }),

  list: door.backup.list.handler(async ({ context: { house, db, raw } }) => {
    const places = await house.backups.places({ db, raw } as Store);
    const checks = new Map<string, string>();
    for (const { id } of places) {
      for (const { name, made_at } of await backupQueries(db).backupsOn(id))
        checks.set(`${id} ${name}`, made_at);
      for (const { name, outcome, checked_at } of await backupQueries(db).checksOn(id))
        checks.set(`${id} ${name}`, outcome === 'whole' ? checked_at : 'damaged');
    }
    return places.flatMap(({ id, label, volume }) =>
      volume
        ? listed(house, { ...volume, label }).map((backup) => {
            const checked = checks.get(`${id} ${backup.name}`) ?? null;
            return checked === 'damaged'
              ? { ...backup, state: 'damaged' as const }
              : { ...backup, checkedAt: checked };
          })
        : [],
    );
  }),
};

function mark(volume: Volume, newId: () => string): string {
  try {
    return markPlace(volume, newId);
  } catch (error) {
    throwProblem({
      placeId: null,
      label: volume.label,
      code: codeOf(error, volume.path),
      cause: String(error),
    });
  }
}

async function remindersOf({ db }: Pick<Work, 'db'>): Promise<Reminders> {
  const people = peopleQueries(db);
  const of = async (key: keyof Reminders) =>
    Number((await people.setting(SETTINGS[key])) ?? USUAL_REMINDERS[key]);
  return { backupDays: await of('backupDays'), drillDays: await of('drillDays') };
}

async function placesOf({ db, raw, house }: Work) {
  const places = await house.backups.places({ db, raw } as Store);
  return Promise.all(
    places.map(async ({ id, label, chosen_at, volume }) => ({
      id,
      label: volume?.label ?? label,
      present: volume !== null && existsSync(folderOn(volume)),
      free: volume?.free ?? null,
      disk: volume?.disk ?? ('unknown' as const),
      removable: volume?.removable ?? null,
      chosenAt: chosen_at,
      lastAt: (await backupQueries(db).backupsOn(id))[0]?.made_at ?? null,
    })),
  );
}

/** When the newest backup was last tried out in a drill, or looked at again as a whole. */
async function testedAt({ db }: Work, last: { place_id: string; name: string }): Promise<string | null> {
  const check = await backupQueries(db).lastCheckOf(last.place_id, last.name);
  return check?.outcome === 'whole' ? check.checked_at : null;
}

/** What went wrong on a place that has had no good backup since. */
async function troubleOf({ db }: Work): Promise<Trouble | null> {
  const failure = await backupQueries(db).openFailure();
  if (!failure) return null;
  const place = failure.label ?? '';
  return { at: failure.checked_at, place, code: failure.outcome as Trouble['code'], data: { place } };
}
