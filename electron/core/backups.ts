import { ORPCError } from '@orpc/server';
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordAnchor } from '../../db/anchors.ts';
import { appendAudit } from '../../db/audit.ts';
import { backupQueries } from '../../db/backups.ts';
import { contentOf, writeCopy } from '../../db/copy.ts';
import { peopleQueries } from '../../db/people.ts';
import type { Store } from '../../db/open.ts';
import type { BackupPlaceTable } from '../../db/tables/backups.ts';
import { dayAt, type Day } from '../../shared/calendar/day.ts';
import { isDailyDue } from '../../shared/backup/due.ts';
import type { Reason } from '../../shared/backup/manifest.ts';
import { toDelete } from '../../shared/backup/rotation.ts';
import { PROGRAM } from '../../shared/package/program.ts';
import { writeInThread } from '../jobs/backup-threads.ts';
import { isGenuine } from './backup-seal.ts';
import { FILES, folderOn, placeIdOn, removeSet, removeUnfinished, setName, setsOn } from './backup-set.ts';
import {
  codeOf,
  type Progress,
  type Target,
  type WritingOrder,
  type WritingProblem,
} from './backup-writing.ts';
import { readKeyring } from './keyring-file.ts';
import type { Queue } from './queue.ts';
import { refuse } from './refuse.ts';
import type { Volume } from './volumes.ts';

/** What backups need of the house; the house itself fits. */
export type BackupHouse = {
  readonly folder: string;
  readonly databaseFile: string;
  readonly keyringFile: string;
  readonly demo: boolean;
  readonly at: string;
  readonly today: Day;
  readonly open: { readonly store: Store; readonly dataKey: Uint8Array } | null;
  readonly queue: Queue;
  now(): number;
  newId(): string;
  log(line: { reference: string; request: string; error: unknown }): void;
  reference(): string;
  volumes(): readonly Volume[];
};

export type CurrentPlace = BackupPlaceTable & { readonly volume: Volume | null };
export type Made = { readonly made: readonly string[]; readonly problems: readonly WritingProblem[] };

/** Nobody has sent anything for so long before the day's backup begins. */
const QUIET = 5_000;
/** After a try that gave none the next one waits, so that a full stick is not written to all day. */
const AGAIN = 30 * 60_000;
/** Room beyond the file itself: keyring, manifest, and what the volume keeps for itself. */
const SPARE = 4 * 1024 * 1024;

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

  /** The chosen places, each with the volume that carries its marker now. */
  async places(store: Store): Promise<CurrentPlace[]> {
    const volumes = this.#house.volumes().map((volume) => ({ id: placeIdOn(volume), volume }));
    const places = await backupQueries(store.db).currentPlaces();
    return places.map((place) => ({
      ...place,
      volume: volumes.find(({ id }) => id === place.id)?.volume ?? null,
    }));
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
    const prepared = await house.queue.run(() => this.#prepare(reason));
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
      await house.queue.run(() => this.#record({ order, written, size, sha256, problems: all, reason, by }));
      for (const volume of volumes.filter(({ id }) => written.includes(id))) await this.#rotate(volume);
      if (written.length === 0) throwProblem(all[0]);
      return { made: written, problems: all };
    } finally {
      order.key.fill(0);
      for (const path of unfinished) removeQuietly(path);
    }
  }

  get #draftFolder(): string {
    return join(this.#house.folder, 'backup.tmp');
  }

  /** In turn with the requests: looks for the places, writes the copy beside the database, notes what it must hold. */
  async #prepare(reason: Reason): Promise<{
    order: WritingOrder;
    volumes: { id: string; volume: Volume }[];
    problems: WritingProblem[];
  }> {
    const house = this.#house;
    if (!house.open) refuse('NOT_SIGNED_IN', {});
    const { store, dataKey } = house.open;
    const places = await this.places(store);
    if (places.length === 0) refuse('BACKUP_NO_PLACE', {});
    const size = sizeOf(house.databaseFile) + sizeOf(`${house.databaseFile}-wal`);
    const problems: WritingProblem[] = [];
    const volumes: { id: string; label: string; volume: Volume }[] = [];
    for (const { id, label, volume } of places) {
      if (volume) removeUnfinished(volume);
      const code = unfit(volume, size);
      if (code) problems.push({ placeId: id, label, code, cause: code });
      else if (volume) volumes.push({ id, label, volume });
    }
    const centre = await peopleQueries(store.db).centre();
    const { centreId } = readKeyring(house.keyringFile);
    const name = setName(centre.code, house.now(), randomBytes(4).toString('hex'));
    const draft = this.#draftFor(size, volumes, name);
    const targets: Target[] = volumes.map(({ id, label, volume }) => ({
      placeId: id,
      label,
      folder: folderOn(volume),
      largestFile: volume.largestFile,
    }));
    const order: WritingOrder = {
      draft,
      key: Uint8Array.from(dataKey),
      content: contentOf(store.raw),
      keyring: readFileSync(house.keyringFile),
      about: {
        name,
        centre: { id: centreId, code: centre.code, name: centre.name.normalize('NFC') },
        program: PROGRAM,
        reason,
        made_at: house.at,
      },
      targets,
    };
    if (targets.length > 0) this.#writeDraft(store, draft);
    return { order, volumes, problems };
  }

  /** Beside the database, so that no slow stick holds the house up; on a place with room for two when this disk is full. */
  #draftFor(size: number, volumes: readonly { volume: Volume }[], name: string): string {
    const { bavail, bsize } = statfsSync(this.#house.folder);
    const roomy = volumes.find(({ volume }) => volume.free >= 2 * size + SPARE);
    if (bavail * bsize >= size + SPARE || !roomy) return join(this.#draftFolder, FILES.database);
    return join(folderOn(roomy.volume), `${name.slice(0, -8)}00000000.tmp`, FILES.database);
  }

  #writeDraft(store: Store, draft: string): void {
    const folder = dirname(draft);
    try {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeCopy(store.raw, draft);
    } catch (error) {
      removeQuietly(folder);
      if (codeOf(error, folder) === 'BACKUP_NO_ROOM') refuse('DISK_FULL', {});
      throw error;
    }
  }

  /** In turn with the requests: the rows, the audit line and the anchor, or what went wrong. A house that was closed meanwhile finds it later. */
  async #record(result: {
    order: WritingOrder;
    written: readonly string[];
    size: number;
    sha256: string;
    problems: readonly WritingProblem[];
    reason: Reason;
    by: string;
  }): Promise<void> {
    const house = this.#house;
    if (!house.open) return;
    const { store } = house.open;
    const { order, written, size, sha256, problems, reason, by } = result;
    const { head, count } = order.content.audit;
    const at = house.at;
    await inOneTransaction(store, async () => {
      const queries = backupQueries(store.db);
      for (const placeId of written)
        await queries.addBackup({
          name: order.about.name,
          place_id: placeId,
          reason,
          size,
          sha256,
          audit_count: count,
          audit_head: head,
          made_at: order.about.made_at,
          made_by: by,
        });
      for (const { placeId, code, label, cause } of problems)
        await queries.addCheck({
          id: house.newId(),
          place_id: placeId,
          name: null,
          outcome: code,
          facts: JSON.stringify({ place: label ?? '', cause: cause.slice(0, 200) }),
          checked_at: at,
          checked_by: by,
        });
      const labels = order.targets
        .filter(({ placeId }) => written.includes(placeId))
        .map(({ label }) => label);
      if (written.length > 0) {
        appendAudit(store.raw, {
          at,
          actor: by,
          action: 'backup.make',
          object: order.about.name,
          detail: labels.join('、'),
        });
        recordAnchor(store.raw, { kind: 'backup', at, seq: count, hash: head, reference: order.about.name });
      }
      for (const { code, label } of problems)
        appendAudit(store.raw, { at, actor: by, action: 'backup.failed', object: label ?? '', detail: code });
    });
  }

  /** Removes what the rule lets go on a place that has just got a new one: only whole backups of this centre, made under its key. */
  async #rotate({ id, volume }: { id: string; volume: Volume }): Promise<void> {
    const house = this.#house;
    await house.queue.run(async () => {
      if (!house.open) return;
      const { store, dataKey } = house.open;
      const checks = await backupQueries(store.db).checksOn(id);
      const bad = new Set(checks.filter(({ outcome }) => outcome !== 'whole').map(({ name }) => name));
      for (const { name, outcome } of checks) if (outcome === 'whole') bad.delete(name);
      const sets = setsOn(volume).filter(({ manifest }) => manifest && isGenuine(manifest, dataKey));
      const old = toDelete(
        sets.map(({ name, manifest, complete }) => ({
          name,
          madeAt: manifest?.made_at ?? '',
          day: dayAt(Date.parse(manifest?.made_at ?? '')),
          state: complete && !bad.has(name) ? 'good' : 'bad',
        })),
      );
      const removed = sets.filter(({ name }) => old.includes(name)).filter((set) => removeSet(set));
      if (removed.length === 0) return;
      await inOneTransaction(store, async () => {
        for (const { name } of removed)
          appendAudit(store.raw, {
            at: house.at,
            actor: 'system',
            action: 'backup.remove',
            object: name,
            detail: volume.label,
          });
      });
    });
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
      for (const place of places) if (place.volume) await this.#adopt(store, dataKey, place.id, place.volume);
      return places.some(({ volume }) => volume !== null) && this.#isDayOpen(store);
    });
  }

  async #isDayOpen(store: Store): Promise<boolean> {
    const [newest] = await backupQueries(store.db).newest(1);
    return isDailyDue(newest ? dayAt(Date.parse(newest.made_at)) : null, this.#house.today);
  }

  /** Whole backups under our key of which the records do not know: the house was closed before they could be told, or was restored. */
  async #adopt(store: Store, dataKey: Uint8Array, placeId: string, volume: Volume): Promise<void> {
    const known = new Set((await backupQueries(store.db).backupsOn(placeId)).map(({ name }) => name));
    for (const { name, manifest, complete } of setsOn(volume)) {
      if (known.has(name) || !complete || !manifest || !isGenuine(manifest, dataKey)) continue;
      const { reason, database, content, made_at } = manifest;
      await inOneTransaction(store, async () => {
        await backupQueries(store.db).addBackup({
          name,
          place_id: placeId,
          reason,
          size: database.size,
          sha256: database.sha256,
          audit_count: content.audit.count,
          audit_head: content.audit.head,
          made_at,
          made_by: 'system',
        });
        appendAudit(store.raw, {
          at: this.#house.at,
          actor: 'system',
          action: 'backup.adopt',
          object: name,
          detail: volume.label,
        });
      });
    }
  }
}

/** Why a place cannot take a backup of this size; null when it can. */
function unfit(volume: Volume | null, size: number): WritingProblem['code'] | null {
  if (!volume || !existsSync(folderOn(volume))) return 'BACKUP_PLACE_GONE';
  if (!volume.writable) return 'BACKUP_READ_ONLY';
  if (volume.largestFile !== null && size > volume.largestFile) return 'BACKUP_TOO_LARGE';
  return volume.free < size + SPARE ? 'BACKUP_NO_ROOM' : null;
}

/** Refuses with the sentence of what went wrong on a place. */
export function throwProblem(problem: WritingProblem | undefined): never {
  const place = problem?.label ?? '';
  switch (problem?.code) {
    case 'BACKUP_NO_ROOM':
    case 'BACKUP_PLACE_GONE':
    case 'BACKUP_READ_ONLY':
    case 'BACKUP_TOO_LARGE':
    case 'BACKUP_DIFFERS':
      return refuse(problem.code, { place });
    default:
      return refuse('BACKUP_FAILED', { place });
  }
}

export async function inOneTransaction(store: Store, work: () => Promise<void>): Promise<void> {
  store.raw.exec('BEGIN IMMEDIATE');
  try {
    await work();
    store.raw.exec('COMMIT');
  } catch (error) {
    if (store.raw.inTransaction) store.raw.exec('ROLLBACK');
    throw error;
  }
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // the volume is out: removeUnfinished() finds it when it is back
  }
}
