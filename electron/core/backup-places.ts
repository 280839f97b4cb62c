import { existsSync } from 'node:fs';
import { backupQueries } from '../../db/backups.ts';
import type { Store } from '../../db/open.ts';
import type { BackupPlaceTable } from '../../db/tables/backups.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { folderOn, placeIdOn } from './backup-set.ts';
import type { WritingProblem } from './backup-writing.ts';
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

/** Room beyond the file itself: keyring, manifest, and what the volume keeps for itself. */
export const SPARE = 4 * 1024 * 1024;

/** The chosen places, each with the volume that carries its marker now. */
export async function currentPlaces(house: BackupHouse, store: Store): Promise<CurrentPlace[]> {
  const volumes = house.volumes().map((volume) => ({ id: placeIdOn(volume), volume }));
  const places = await backupQueries(store.db).currentPlaces();
  return places.map((place) => ({
    ...place,
    volume: volumes.find(({ id }) => id === place.id)?.volume ?? null,
  }));
}

/** Why a place cannot take a backup of this size; null when it can. */
export function unfit(volume: Volume | null, size: number): WritingProblem['code'] | null {
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
