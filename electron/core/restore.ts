import { existsSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import { inOneTransaction } from '../../db/transaction.ts';
import { contentOf } from '../../db/copy.ts';
import { syncFile, syncFolder } from '../../db/sync-files.ts';
import { openForeign } from '../../db/foreign.ts';
import { chainOf, isDirector, packagesAfter, type ChainInside } from '../../db/inside.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openStore } from '../../db/open.ts';
import { isOpenElsewhere } from '../../db/open-elsewhere.ts';
import { peopleQueries } from '../../db/people.ts';
import { epochAfterRestore } from '../../shared/backup/epoch.ts';
import type { Manifest } from '../../shared/backup/manifest.ts';
import type { Inside, Proof } from '../../shared/backup/contract.ts';
import { readRecoveryCode } from '../../shared/people/recovery-code.ts';
import { readInThread } from '../jobs/backup-threads.ts';
import { isGenuine, sha256 } from './backup-seal.ts';
import { FILES, keyringBytes, type BackupSet } from './backup-set.ts';
import type { Progress } from './backup-writing.ts';
import { writeFileDurably } from './durable-file.ts';
import type { House } from './house.ts';
import { readKeyring } from './keyring-file.ts';
import { KeyringIsDamaged, parseKeyring, type Keyring } from './keyring-shape.ts';
import { tryPassword, tryRecovery } from './keyring.ts';
import { requirePatience } from './passwords.ts';
import { refuse } from './refuse.ts';
import { fillingFolder, swapIn } from './restore-swap.ts';

type Watch = { readonly signal?: AbortSignal | undefined; readonly hear: (progress: Progress) => void };

/** A backup whose manifest was vouched for by the key that its keyring gave. */
export type Unlocked = {
  readonly set: BackupSet;
  readonly manifest: Manifest;
  readonly keyring: Uint8Array;
  readonly dataKey: Uint8Array;
  readonly login: string | null;
};

/** How long guessing at a backup's keyring is slowed down under one name, whatever is guessed. */
const GUESSES = 'restore';

/**
 * Opens a backup's keyring with what the person has, the paper code or a password of that time, and makes sure that the manifest
 * is genuine, the keyring the one that was written with it, the centre this PC's own, and the version one that we know.
 */
export async function unlockSet(house: House, set: BackupSet, proof: Proof): Promise<Unlocked> {
  const bytes = keyringBytes(set);
  const { manifest } = set;
  if (!manifest) refuse('RESTORE_DAMAGED', { part: 'manifest' });
  if (bytes?.length !== manifest.keyring.size) refuse('RESTORE_DAMAGED', { part: 'keyring' });
  if (!set.complete) refuse('RESTORE_DAMAGED', { part: 'database' });
  const keyring = keyringIn(bytes);
  requireOwnCentre(house, keyring);
  requirePatience(house, GUESSES);
  const { keys, login } = await keysFrom(house, keyring, proof);
  house.throttle.right(GUESSES);
  const dataKey = keys.find((key) => isGenuine(manifest, key));
  if (!dataKey || manifest.centre.id !== keyring.centreId) refuse('RESTORE_DAMAGED', { part: 'manifest' });
  if (manifest.keyring.sha256 !== sha256(bytes)) refuse('RESTORE_DAMAGED', { part: 'keyring' });
  const known = migrations.at(-1)?.version ?? 0;
  if (manifest.content.schema > known) refuse('FILE_NEWER', { found: manifest.content.schema, known });
  return { set, manifest, keyring: bytes, dataKey, login };
}

/** Read out of the very bytes whose sum the manifest names: a file that is exchanged meanwhile is not looked at again. */
function keyringIn(bytes: Uint8Array): Keyring {
  try {
    return parseKeyring(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof KeyringIsDamaged) refuse('RESTORE_DAMAGED', { part: 'keyring' });
    throw error;
  }
}

/** A PC that has a centre takes only backups of that centre; one whose keyring cannot be read takes any that opens. */
function requireOwnCentre(house: House, keyring: Keyring): void {
  if (!house.isSetUp) return;
  try {
    if (readKeyring(house.keyringFile).centreId !== keyring.centreId)
      refuse('RESTORE_WRONG_CENTRE', { centre: keyring.centreName });
  } catch (error) {
    if (!(error instanceof KeyringIsDamaged)) throw error;
  }
}

/** The keys that the proof reaches: one, or two in a backup that was made while the data key was being changed. */
async function keysFrom(
  house: House,
  keyring: Keyring,
  proof: Proof,
): Promise<{ keys: Uint8Array[]; login: string | null }> {
  const [tried, login, wrong] =
    'code' in proof
      ? [tryRecovery(keyring, secretOf(proof.code)), null, () => refuse('WRONG_RECOVERY_CODE', { line: 0 })]
      : [
          await tryPassword(keyring, proof.login, proof.password),
          proof.login,
          () => refuse('WRONG_PASSWORD', {}),
        ];
  if (tried.outcome === 'open') return { keys: [tried.dataKey, ...(tried.next ? [tried.next] : [])], login };
  if (tried.outcome === 'altered') refuse('RESTORE_DAMAGED', { part: 'keyring' });
  house.throttle.wrong(GUESSES, house.now());
  return wrong();
}

function secretOf(typed: string): Uint8Array {
  const code = readRecoveryCode(typed);
  return code.ok ? code.secret : refuse('WRONG_RECOVERY_CODE', { line: code.line });
}

/** Copies a backup into a folder of this PC and verifies all of it; leaves the copy there. Refuses with the part that is damaged. */
export async function bringIn(house: House, from: Unlocked, into: string, watch: Watch): Promise<Inside> {
  const { set, manifest, dataKey, login } = from;
  const { bavail, bsize } = statfsSync(house.folder);
  if (bavail * bsize < manifest.database.size * 2)
    refuse('RESTORE_NO_ROOM', { megabytes: megabytes(manifest.database.size * 2) });
  const key = Uint8Array.from(dataKey);
  const read = await readInThread({ folder: set.folder, name: set.name, manifest, key, into }, watch).catch(
    (error: unknown) => {
      rmSync(into, { recursive: true, force: true });
      throw error;
    },
  );
  key.fill(0);
  if ('damaged' in read) {
    if (read.damaged === 'no-room')
      refuse('RESTORE_NO_ROOM', { megabytes: megabytes(manifest.database.size * 2) });
    refuse('RESTORE_DAMAGED', { part: read.damaged });
  }
  if (login !== null) requireDirector(join(into, FILES.database), dataKey, login, into);
  const replaced = factsOfReplaced(house, dataKey, manifest);
  return {
    ...read.inside,
    madeAt: manifest.made_at,
    packagesAfter: replaced?.packagesAfter ?? 0,
    linesAfter: replaced?.linesAfter ?? null,
  };
}

function requireDirector(file: string, key: Uint8Array, login: string, into: string): void {
  const copy = openForeign({ file, key });
  const allowed = isDirector(copy.raw, login);
  copy.close();
  if (allowed) return;
  rmSync(into, { recursive: true, force: true });
  refuse('RESTORE_NOT_DIRECTOR', {});
}

type Replaced = { readonly chain: ChainInside; readonly packagesAfter: number; readonly linesAfter: number };

/** What the file of this PC knows that the backup does not; undefined when there is none, or it does not open any more. */
function factsOfReplaced(house: House, dataKey: Uint8Array, manifest: Manifest): Replaced | undefined {
  const factsOf = (raw: Parameters<typeof contentOf>[0]): Replaced => ({
    chain: chainOf(raw),
    packagesAfter: packagesAfter(raw, manifest.content.package),
    linesAfter: Math.max(0, contentOf(raw).audit.count - manifest.content.audit.count),
  });
  if (house.open) return factsOf(house.open.store.raw);
  if (!existsSync(house.databaseFile)) return undefined;
  try {
    const live = openForeign({ file: house.databaseFile, key: dataKey });
    try {
      return factsOf(live.raw);
    } finally {
      live.close();
    }
  } catch {
    return undefined; // damaged, or under another key: that is why it is replaced
  }
}

/**
 * Puts a backup in the place of the centre's files. Verified first into a folder beside; there it is brought to this program's
 * version, gets its audit line and, where packages may be missing, the next epoch of the chain; then the house is closed and the
 * folders change places, step by step, each of which a power cut may follow. The old files stay in `before-restore`.
 */
export async function restore(
  house: House,
  from: Unlocked,
  order: Watch & { readonly knowsOfPackages: boolean },
): Promise<{ centre: string; madeAt: string; newEpoch: boolean }> {
  const filling = fillingFolder(house.folder);
  requireOpenNowhereElse(house);
  const inside = await bringIn(house, from, filling, order);
  try {
    if (inside.packagesAfter > 0 && !order.knowsOfPackages)
      refuse('RESTORE_OLDER_THAN_PACKAGE', { packages: inside.packagesAfter });
    const replaced = factsOfReplaced(house, from.dataKey, from.manifest)?.chain;
    const newEpoch = await prepare(house, from, filling, replaced);
    house.backups.stop(new Error('the centre was restored'));
    house.endAllSessions();
    requireOpenNowhereElse(house); // somebody may have opened it while this backup was read
    swapIn(house.folder);
    return { centre: inside.centre, madeAt: inside.madeAt, newEpoch };
  } finally {
    rmSync(filling, { recursive: true, force: true });
    from.dataKey.fill(0);
  }
}

/** Another process would go on writing into the file that is put aside, and its people would be told that all is saved. */
function requireOpenNowhereElse(house: House): void {
  if (!house.open && isOpenElsewhere(house.databaseFile)) refuse('CENTRE_OPEN_ELSEWHERE', {});
}

async function prepare(
  house: House,
  { set, manifest, dataKey, keyring, login }: Unlocked,
  filling: string,
  replaced: ChainInside | undefined,
): Promise<boolean> {
  const file = join(filling, FILES.database);
  const store = openStore({ file, key: dataKey });
  let newEpoch = false;
  try {
    const before = chainOf(store.raw);
    const epoch = epochAfterRestore(before, replaced);
    newEpoch = epoch > Math.max(before.last?.epoch ?? 1, before.setting);
    await inOneTransaction(store.raw, async () => {
      const account = login === null ? undefined : await peopleQueries(store.db).currentAccountByLogin(login);
      const actor = account?.id ?? '-';
      if (newEpoch) await peopleQueries(store.db).setSetting('package.epoch', String(epoch), house.at, actor);
      appendAudit(store.raw, {
        at: house.at,
        actor,
        action: 'backup.restore',
        object: set.name,
        detail: `${manifest.made_at} · ${manifest.content.audit.count}${newEpoch ? ` · ${epoch}` : ''}`,
      });
    });
  } finally {
    store.close();
  }
  syncFile(file);
  for (const name of [FILES.keyring, 'keyring.bak']) writeFileDurably(join(filling, name), keyring);
  // Copies that were made before bringing it to this version: the backup itself is the copy.
  for (const name of readdirSync(filling))
    if (![FILES.database, FILES.keyring, 'keyring.bak'].includes(name))
      rmSync(join(filling, name), { recursive: true });
  syncFolder(filling);
  return newEpoch;
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
