import { ORPCError } from '@orpc/server';
import { createHmac, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { backupQueries } from '../../db/backups.ts';
import type { Store } from '../../db/open.ts';
import { peopleQueries } from '../../db/people.ts';
import { isDailyDue } from '../../shared/backup/due.ts';
import type { Reason } from '../../shared/backup/manifest.ts';
import { dayAt } from '../../shared/calendar/day.ts';
import { writeInThread } from '../jobs/backup-threads.ts';
import { prepareBackup } from './backup-order.ts';
import { currentPlaces, throwProblem, type BackupHouse, type CurrentPlace } from './backup-places.ts';
import { adoptFound, recordBackup, rotate } from './backup-records.ts';
import { removeQuietly, type Progress, type WritingProblem } from './backup-writing.ts';
import { removeOldCopies } from './old-copies.ts';
import { refuse } from './refuse.ts';
import type { Volume } from './volumes.ts';

export type Made = { readonly made: readonly string[]; readonly problems: readonly WritingProblem[] };

/** Nobody has sent anything for so long before the day's backup begins. */
const QUIET = 5_000;
/** After a try that gave none the next one waits, so that a full stick is not written to all day. */
const AGAIN = 30 * 60_000;
/** The backups of one installation: where they go, making them, and which old ones may go. */
export class Backups {
  readonly #house: BackupHouse;
  readonly #secret = randomBytes(32);
  #running: Promise<unknown> | null = null;
  #stop: AbortController | null = null;
  #nextTry = 0;

  constructor(house: BackupHouse) {
    this.#house = house;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Stands for a path in the window, which never sees one. Good until the program is started again. */
  token(path: string): string {
    return createHmac('sha256', this.#secret).update(path).digest('hex').slice(0, 32);
  }

  places(store: Store): Promise<CurrentPlace[]> {
    return currentPlaces(this.#house, store);
  }

  /**
   * Makes one backup on every place that is there. The database is held only while its copy is written beside it; checking,
   * writing to the places and reading back happen in a thread. Refuses when no place got it.
   */
  async make(order: {
    readonly reason: Reason;
    readonly by: string;
    readonly hear?: (progress: Progress) => void;
    readonly signal?: AbortSignal;
  }): Promise<Made> {
    if (this.#running) refuse('BACKUP_RUNNING', {});
    const stop = new AbortController();
    order.signal?.addEventListener('abort', () => stop.abort(order.signal?.reason), { once: true });
    this.#stop = stop;
    const work = this.#make(order, stop.signal);
    this.#running = work;
    try {
      return await work;
    } finally {
      this.#running = null;
      this.#stop = null;
    }
  }

  /** Ends what runs, with nothing left behind. */
  stop(reason: unknown): void {
    this.#stop?.abort(reason);
  }

  async #make(
    {
      reason,
      by,
      hear = () => undefined,
    }: { reason: Reason; by: string; hear?: (progress: Progress) => void },
    signal: AbortSignal,
  ): Promise<Made> {
    const house = this.#house;
    const prepared = await house.queue.run(() => prepareBackup(house, reason));
    const { order, volumes, problems: early } = prepared;
    const unfinished = [
      dirname(order.draft),
      ...order.targets.map(({ folder }) => join(folder, `${order.about.name}.tmp`)),
    ];
    try {
      const { written, problems, size, sha256 } =
        order.targets.length === 0
          ? { written: [], problems: [], size: 0, sha256: '' }
          : await writeInThread(order, { signal, hear });
      const all = [...early, ...problems];
      await house.queue.run(() =>
        recordBackup(house, { order, written, size, sha256, problems: all, reason, by }),
      );
      for (const place of volumes.filter(({ id }) => written.includes(id))) await this.#rotate(place);
      if (written.length > 0) await this.#removeOldCopies(order.about.made_at);
      if (written.length === 0) throwProblem(all[0]);
      return { made: written, problems: all };
    } finally {
      order.key.fill(0);
      for (const path of unfinished) removeQuietly(path);
    }
  }

  /** Old backups go once a new one is there; a stick that is pulled out meanwhile takes nothing of what was just made. */
  async #rotate(place: { readonly id: string; readonly volume: Volume }): Promise<void> {
    const house = this.#house;
    try {
      await house.queue.run(() => rotate(house, place));
    } catch (error) {
      house.log({ reference: house.reference(), request: 'backup.remove', error });
    }
  }

  /** What updates and restores left on this PC goes by its rule; a file that cannot be removed now is tried again after the next backup. */
  async #removeOldCopies(backupAt: string): Promise<void> {
    const house = this.#house;
    try {
      await house.queue.run(async () => removeOldCopies(house, backupAt));
    } catch (error) {
      house.log({ reference: house.reference(), request: 'backup.removeCopy', error });
    }
  }

  /** Called every few seconds by the hosts: makes the day's backup when it is due, a place is there and nobody works just now. */
  async tick(lastSeen: number): Promise<void> {
    const house = this.#house;
    const now = house.now();
    if (house.demo || this.#running || !house.open || now - lastSeen < QUIET || now < this.#nextTry) return;
    if (!(await this.#isDue()) || this.#running) return;
    this.#nextTry = now + AGAIN;
    await this.#makeAlone('daily');
  }

  /** Before the house is closed: lets a backup that runs end, and makes the day's own if nobody was quiet long enough for it. */
  async atClosing(): Promise<void> {
    const house = this.#house;
    await this.#running?.catch(() => undefined);
    if (house.demo || !house.open || house.now() < this.#nextTry || !(await this.#isDue())) return;
    await this.#makeAlone('closing');
  }

  async #makeAlone(reason: Reason): Promise<void> {
    const house = this.#house;
    try {
      await this.make({ reason, by: 'system' });
    } catch (error) {
      // What a place said is in the records and on the first page already; anything else is a fault of ours.
      if (!(error instanceof ORPCError))
        house.log({ reference: house.reference(), request: `backup.${reason}`, error });
    }
  }

  /** Whether the day has no backup yet and a place is there for it. Takes up what a cut-off run had written and not recorded. */
  #isDue(): Promise<boolean> {
    const house = this.#house;
    return house.queue.run(async () => {
      if (!house.open) return false;
      const { store, dataKey } = house.open;
      if (!(await this.#isDayOpen(store))) return false;
      const places = await this.places(store);
      for (const { id, volume } of places)
        if (volume) await adoptFound(house, { store, dataKey }, id, volume);
      return places.some(({ volume }) => volume !== null) && this.#isDayOpen(store);
    });
  }

  async #isDayOpen(store: Store): Promise<boolean> {
    const newest = await backupQueries(store.db).newestGood();
    // After a change of the data key those of before open only with what was valid then: one is made anew, whatever the day.
    const changed = await peopleQueries(store.db).setting('key-changed-at');
    if (newest && changed !== undefined && changed > newest.made_at) return true;
    return isDailyDue(newest ? dayAt(Date.parse(newest.made_at)) : null, this.#house.today);
  }
}
