import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentOf, writeCopy } from '../../db/copy.ts';
import type { Store } from '../../db/open.ts';
import { peopleQueries } from '../../db/people.ts';
import type { Reason } from '../../shared/backup/manifest.ts';
import { PROGRAM } from '../../shared/package/program.ts';
import { currentPlaces, SPARE, unfit, type BackupHouse } from './backup-places.ts';
import { FILES, folderOn, removeUnfinished, setName } from './backup-set.ts';
import {
  codeOf,
  removeQuietly,
  type Target,
  type WritingOrder,
  type WritingProblem,
} from './backup-writing.ts';
import { copyOf } from './keyring-file.ts';
import { KeyringIsDamaged, keyringIsWhole, parseKeyring, type Keyring } from './keyring-shape.ts';
import { refuse } from './refuse.ts';
import type { Volume } from './volumes.ts';

export type Prepared = {
  readonly order: WritingOrder;
  readonly volumes: readonly { readonly id: string; readonly volume: Volume }[];
  /** The places that cannot take it, and why. */
  readonly problems: readonly WritingProblem[];
};

/** In turn with the requests: looks for the places, writes the copy beside the database, notes what it must hold. */
export async function prepareBackup(house: BackupHouse, reason: Reason): Promise<Prepared> {
  if (!house.open) refuse('NOT_SIGNED_IN', {});
  const { store, dataKey } = house.open;
  const places = await currentPlaces(house, store);
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
  const keyring = keyringFor(house, dataKey);
  const name = setName(centre.code, house.now(), randomBytes(4).toString('hex'));
  const draft = draftFor(house, size, volumes, name);
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
    keyring: keyring.bytes,
    about: {
      name,
      centre: { id: keyring.centreId, code: centre.code, name: centre.name.normalize('NFC') },
      program: PROGRAM,
      reason,
      made_at: house.at,
    },
    targets,
  };
  if (targets.length > 0) writeDraft(store, draft);
  return { order, volumes, problems };
}

/** The keyring that opens the database now: a backup with one that does not would be worth nothing. */
function keyringFor(
  { keyringFile }: BackupHouse,
  dataKey: Uint8Array,
): { bytes: Uint8Array; centreId: string } {
  for (const file of [keyringFile, copyOf(keyringFile)]) {
    const bytes = existsSync(file) ? readFileSync(file) : null;
    const keyring = bytes && parsed(bytes);
    if (bytes && keyring && keyringIsWhole(keyring, dataKey)) return { bytes, centreId: keyring.centreId };
  }
  return refuse('BACKUP_FAILED', { place: '' });
}

/** Beside the database, so that no slow stick holds the house up; on a place with room for two when this disk is full. */
function draftFor(
  house: BackupHouse,
  size: number,
  volumes: readonly { volume: Volume }[],
  name: string,
): string {
  const { bavail, bsize } = statfsSync(house.folder);
  const roomy = volumes.find(({ volume }) => volume.free >= 2 * size + SPARE);
  if (bavail * bsize >= size + SPARE || !roomy) return join(house.folder, 'backup.tmp', FILES.database);
  return join(folderOn(roomy.volume), `${name.slice(0, -8)}00000000.tmp`, FILES.database);
}

function writeDraft(store: Store, draft: string): void {
  const folder = dirname(draft);
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder); // not recursive: Node would say ENOENT whatever the disk said
    writeCopy(store.raw, draft);
  } catch (error) {
    removeQuietly(folder);
    if (codeOf(error, folder) === 'BACKUP_NO_ROOM') refuse('DISK_FULL', {});
    throw error;
  }
}

function parsed(bytes: Uint8Array): Keyring | null {
  try {
    return parseKeyring(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof KeyringIsDamaged) return null;
    throw error;
  }
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);
