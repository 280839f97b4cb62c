import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import { backupQueries } from '../../db/backups.ts';
import { inOneTransaction } from '../../db/transaction.ts';
import { dayAt } from '../../shared/calendar/day.ts';
import { isGenuine } from '../core/backup-seal.ts';
import { setsOn, type BackupSet } from '../core/backup-set.ts';
import { door, type Visit } from '../core/door.ts';
import type { House } from '../core/house.ts';
import { readKeyring } from '../core/keyring-file.ts';
import { KeyringIsDamaged } from '../core/keyring-shape.ts';
import { refuse } from '../core/refuse.ts';
import { bringIn, unlockSet } from '../core/restore.ts';
import type { Volume } from '../core/volumes.ts';
import { checkInThread } from '../jobs/backup-threads.ts';

/**
 * Long work on backups: making one, looking at one again, trying one out. None of it runs in the door's transaction, and the
 * database is only held for moments; each writes its own records and audit line when it is done.
 */
export const backupWork = {
  make: door.backup.make.handler(async ({ input, context }) => {
    const { house, connection } = context;
    const by = connection.me?.id ?? 'system';
    return watched(context, input.job, async (watch) => {
      const { made, problems } = await house.backups.make({ reason: 'asked', by, ...watch });
      const at = house.at;
      return {
        made: [...made],
        failed: problems.map(({ code, label }) => ({ at, place: label, code, data: { place: label ?? '' } })),
      };
    });
  }),

  check: door.backup.check.handler(async ({ input, context }) => {
    const { house, connection } = context;
    const { set, placeId } = await ownSet(house, input.backup);
    return watched(context, input.job, async (watch) => {
      const whole = await checkInThread(set.folder, set.name, watch);
      await house.queue.run(async () => {
        if (!house.open || !connection.me) return;
        const { store } = house.open;
        const { id: actor } = connection.me;
        await inOneTransaction(store.raw, async () => {
          await backupQueries(store.db).addCheck({
            id: house.newId(),
            place_id: placeId,
            name: set.name,
            outcome: whole ? 'whole' : 'damaged',
            facts: '{}',
            checked_at: house.at,
            checked_by: actor,
          });
          appendAudit(store.raw, {
            at: house.at,
            actor,
            action: 'backup.check',
            object: set.name,
            detail: whole ? 'whole' : 'damaged',
          });
        });
      });
      return { whole };
    });
  }),

  drill: door.backup.drill.handler(async ({ input, context }) => {
    const { house, connection } = context;
    const set = findSet(house, input.backup);
    const from = await unlockSet(house, set, { code: input.code });
    const into = join(house.folder, 'drill.tmp');
    return watched(context, input.job, async (watch) => {
      try {
        const inside = await bringIn(house, from, into, watch);
        await house.queue.run(async () => {
          if (!house.open || !connection.me) return;
          const { store } = house.open;
          const { id: actor } = connection.me;
          await inOneTransaction(store.raw, async () => {
            await backupQueries(store.db).addDrill({
              id: house.newId(),
              name: set.name,
              made_at: inside.madeAt,
              place: placeLabel(house, set),
              residents: inside.residents,
              checkups: inside.checkups,
              last_day: inside.lastDay,
              drilled_at: house.at,
              drilled_by: actor,
            });
            appendAudit(store.raw, {
              at: house.at,
              actor,
              action: 'backup.drill',
              object: set.name,
              detail: dayAt(Date.parse(inside.madeAt)),
            });
          });
        });
        return inside;
      } finally {
        from.dataKey.fill(0);
        rmSync(into, { recursive: true, force: true });
      }
    });
  }),
};

type Heard = { signal: AbortSignal; hear: (progress: { done: number; total: number }) => void };

/** Runs work that a thread does under a job that the window can ask about and cancel. */
export async function watched<T>(
  { house, connection }: Visit,
  job: string,
  work: (watch: Heard) => Promise<T>,
): Promise<T> {
  return house.jobs.run(job, connection.id, async (step) => {
    const stop = new AbortController();
    const hear = ({ done, total }: { done: number; total: number }) => {
      // In hundredths: nobody reads bytes.
      step(total === 0 ? 0 : Math.floor((100 * done) / total), total === 0 ? 0 : 100).catch(
        (error: unknown) => stop.abort(error),
      );
    };
    // A thread between two pieces of news hears nothing: whether it is still wanted is asked for on its behalf.
    let latest = { done: 0, total: 0 };
    const asking = setInterval(() => hear(latest), 200);
    try {
      return await work({
        signal: stop.signal,
        hear: (progress) => {
          latest = progress;
          hear(progress);
        },
      });
    } finally {
      clearInterval(asking);
    }
  });
}

/** The backups on a volume as the window shows them. */
export function listed(house: House, volume: Volume) {
  return setsOn(volume).map((set) => ({
    token: house.backups.token(set.folder),
    name: set.name,
    place: volume.label,
    centre: set.manifest?.centre.name ?? '',
    madeAt: set.manifest?.made_at ?? null,
    reason: set.manifest?.reason ?? null,
    size: set.size,
    state: stateOf(house, set),
    checkedAt: null as string | null,
  }));
}

function stateOf(house: House, { manifest, complete }: BackupSet) {
  if (!manifest || !complete) return 'incomplete' as const;
  if (house.open && isGenuine(manifest, house.open.dataKey)) return 'ours' as const;
  const own = ownCentreId(house);
  if (own !== null && own !== manifest.centre.id) return 'foreign' as const;
  // Before anybody signed in there is no key to vouch with; while the house is open it is one of another time, or a forged one.
  return house.open ? ('other-key' as const) : ('ours' as const);
}

function ownCentreId(house: House): string | null {
  if (!house.isSetUp) return null;
  try {
    return readKeyring(house.keyringFile).centreId;
  } catch (error) {
    if (error instanceof KeyringIsDamaged) return null;
    throw error;
  }
}

/** The backup that a token stands for, on whatever volume it is now. */
export function findSet(house: House, token: string): BackupSet {
  const set = house
    .volumes()
    .flatMap((volume) => setsOn(volume))
    .find(({ folder }) => house.backups.token(folder) === token);
  return set ?? refuse('NOT_FOUND', { what: 'backup' });
}

async function ownSet(house: House, token: string): Promise<{ set: BackupSet; placeId: string }> {
  const open = house.open ?? refuse('NOT_SIGNED_IN', {});
  const places = await house.queue.run(() => house.backups.places(open.store));
  for (const { id, volume } of places)
    for (const set of volume ? setsOn(volume) : [])
      if (house.backups.token(set.folder) === token) return { set, placeId: id };
  return refuse('NOT_FOUND', { what: 'backup' });
}

function placeLabel(house: House, set: BackupSet): string {
  return house.volumes().find(({ path }) => set.folder.startsWith(path))?.label ?? '';
}
