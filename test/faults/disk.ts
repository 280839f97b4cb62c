import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Deed } from './trace.ts';

/** The smallest part of a write that a disk does whole or not at all. */
const SECTOR = 512;

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };
/** A file apart from its names: what is surely on the disk, and what was written since the last fsync. */
class Content {
  readonly number: number;
  synced: Buffer;
  /** How often it was synced: with the changes that are kept it names the bytes. */
  syncs = 0;
  pending: Change[] = [];

  constructor(number: number, synced: Buffer) {
    this.number = number;
    this.synced = synced;
  }

  now(): Buffer {
    return composed(this.synced, this.pending);
  }
}

const FOLDER = 'folder';
type Thing = Content | typeof FOLDER;
/** A change of the entries of one folder. */
type Entry = {
  readonly folder: string;
  readonly changes: readonly (readonly [path: string, thing: Thing | null])[];
};

export type Image = {
  /** Two images with one name are the same bytes. */
  readonly name: string;
  /** Whether anything that was not synced is missing from it. */
  readonly lossy: boolean;
  readonly files: ReadonlyMap<string, () => Buffer>;
  readonly folders: readonly string[];
};

/**
 * A disk that promises what POSIX promises and nothing more: the bytes of a file are safe after an fsync of the file, its name
 * after an fsync of its folder. Everything since may be lost at a power cut, or there, or there in parts and in any order.
 */
export class Disk {
  readonly #root: string;
  /** Names as the process saw them, and as they are surely on the disk. */
  readonly #seen = new Map<string, Thing>();
  readonly #safe = new Map<string, Thing>();
  #pending: Entry[] = [];
  #numbers = 0;

  /** Everything that lies under the root now counts as safe. */
  constructor(root: string) {
    this.#root = root;
    this.#load(root);
    for (const [path, thing] of this.#seen) this.#safe.set(path, thing);
  }

  #load(folder: string): void {
    this.#seen.set(folder, FOLDER);
    for (const name of readdirSync(folder).toSorted()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) this.#load(path);
      else this.#seen.set(path, new Content(this.#numbers++, readFileSync(path)));
    }
  }

  /** How many changes are not yet safe. */
  get waiting(): number {
    const contents = new Set([...this.#seen.values()].filter((thing) => thing instanceof Content));
    return this.#pending.length + [...contents].reduce((sum, { pending }) => sum + pending.length, 0);
  }

  do(deed: Deed): void {
    if (deed.kind === 'said') return;
    if (deed.kind === 'sync') return this.#sync(deed.path);
    if (deed.kind === 'create') {
      if (!this.#seen.has(deed.path))
        this.#enter(deed.path, [[deed.path, new Content(this.#numbers++, Buffer.alloc(0))]]);
    } else if (deed.kind === 'folder') this.#enter(deed.path, [[deed.path, FOLDER]]);
    else if (deed.kind === 'remove') this.#enter(deed.path, [[deed.path, null]]);
    else if (deed.kind === 'rename') {
      if (dirname(deed.path) !== dirname(deed.to))
        throw new Error(`a rename from folder to folder is not known to this replay: ${deed.to}`);
      this.#enter(deed.path, this.#moved(deed.path, deed.to));
    } else this.#content(deed.path).pending.push(this.#changeOf(deed));
  }

  /** What a rename changes: a file, or a folder with all that is in it, which must have been synced before. */
  #moved(from: string, to: string): Entry['changes'] {
    const thing = this.#seen.get(from);
    const journal = `${to}-wal`;
    if (
      this.#pending.some(({ changes }) => changes.some(([path, gone]) => path === journal && gone === null))
    )
      throw new Error(`a database is replaced before it is safe that its journal is gone: ${to}`);
    if (thing !== FOLDER)
      return [
        [from, null],
        [to, this.#content(from)],
      ];
    const inside = (path: string) => path === from || path.startsWith(`${from}/`);
    if (this.#pending.some(({ folder }) => inside(folder)))
      throw new Error(`a folder is renamed before its names are synced: ${from}`);
    return [...this.#seen]
      .filter(([path]) => inside(path))
      .flatMap(([path, each]) => [[path, null] as const, [to + path.slice(from.length), each] as const]);
  }

  #changeOf(deed: Extract<Deed, { kind: 'write' | 'cut' | 'copy' }>): Change {
    if (deed.kind === 'cut') return { size: deed.size };
    if (deed.kind === 'write') return { at: deed.at, bytes: deed.bytes };
    const from = this.#seen.get(deed.from);
    const bytes = from instanceof Content ? from.now() : readFileSync(deed.from);
    return { at: deed.at, bytes: bytes.subarray(deed.start, deed.start + deed.length) };
  }

  #content(path: string): Content {
    const thing = this.#seen.get(path);
    if (!(thing instanceof Content)) throw new Error(`no file ${path}`);
    return thing;
  }

  #enter(path: string, changes: Entry['changes']): void {
    this.#pending.push({ folder: dirname(path), changes });
    change(this.#seen, changes);
  }

  #sync(path: string): void {
    const thing = this.#seen.get(path);
    if (thing instanceof Content) {
      thing.synced = thing.now();
      thing.pending = [];
      thing.syncs++;
    }
    if (thing !== FOLDER) return;
    for (const entry of this.#pending) if (entry.folder === path) change(this.#safe, entry.changes);
    this.#pending = this.#pending.filter((entry) => entry.folder !== path);
  }

  /**
   * What a power cut may leave now. Way 0 loses all that was not synced, way 1 keeps it all, the others keep parts by chance: whole
   * changes, some of their sectors, the first of the folder's entries or any of them.
   */
  afterCut(way: number, random: () => number): Image {
    const names = new Map(this.#safe);
    const marks: string[] = [];
    const until = way === 2 ? Math.floor(random() * (this.#pending.length + 1)) : Number.POSITIVE_INFINITY;
    let lossy = false;
    for (const [index, { changes }] of this.#pending.entries()) {
      const kept = way === 0 ? false : way === 1 ? true : way === 2 ? index < until : random() < 0.5;
      if (kept) change(names, changes);
      else lossy = true;
    }
    const files = new Map<string, () => Buffer>();
    for (const [path, thing] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (thing === FOLDER || !isWhole(names, path, this.#root)) continue;
      const kept = thing.pending.map((each) => (way === 0 ? null : way === 1 ? ALL : partOf(each, random)));
      if (kept.some((part) => part !== ALL)) lossy = true;
      const { synced, pending } = thing;
      const changes = pending.flatMap((each, index) => partsOf(each, kept[index] ?? null));
      files.set(path, () => composed(synced, changes));
      marks.push(
        `${path}:${thing.number}.${thing.syncs}:${way < 2 ? `${way} ${pending.length}` : kept.map(nameOfPart).join('')}`,
      );
    }
    const folders = [...names].flatMap(([path, thing]) =>
      thing === FOLDER && isWhole(names, path, this.#root) ? [path] : [],
    );
    return { name: marks.join('|'), lossy, files, folders };
  }
}

/** Writes an image below another root; what was there is gone. */
export function lay(image: Image, from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const folder of image.folders.toSorted())
    mkdirSync(to + folder.slice(from.length), { recursive: true });
  for (const [path, bytes] of image.files) writeFileSync(to + path.slice(from.length), bytes());
}

const ALL = 'all';
/** The sectors of a write that reached the disk, in order; or all of them; or null for none. */
type Part = typeof ALL | readonly number[] | null;

function partOf(each: Change, random: () => number): Part {
  if (random() < 0.5) return null;
  if (!('bytes' in each) || random() < 2 / 3) return ALL;
  const sectors = Math.ceil(each.bytes.length / SECTOR);
  const [torn, until] = [random() < 0.5, Math.floor(random() * (sectors + 1))];
  return Array.from({ length: sectors }, (_, index) => index).filter((index) =>
    torn ? index < until : random() < 0.5,
  );
}

const nameOfPart = (part: Part) => (part === ALL ? '+' : part === null ? '-' : `[${part.join(',')}]`);

/** The part of a change that reached the disk, as changes. */
function partsOf(each: Change, part: Part): readonly Change[] {
  if (part === null) return [];
  if (part === ALL || !('bytes' in each)) return [each];
  return part.map((sector) => {
    const start = sector * SECTOR;
    return { at: each.at + start, bytes: each.bytes.subarray(start, start + SECTOR) };
  });
}

/** The bytes after the changes, one after another. */
function composed(before: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((each) => ('size' in each ? each.size : each.at + each.bytes.length));
  const result = Buffer.alloc(Math.max(before.length, ...ends));
  before.copy(result);
  let length = before.length;
  for (const each of changes) {
    if ('size' in each) {
      result.fill(0, Math.min(each.size, length), length);
      length = each.size;
    } else {
      each.bytes.copy(result, each.at);
      length = Math.max(length, each.at + each.bytes.length);
    }
  }
  return result.subarray(0, length);
}

function change(names: Map<string, Thing>, changes: Entry['changes']): void {
  for (const [path, thing] of changes) {
    if (thing === null) names.delete(path);
    else names.set(path, thing);
  }
}

/** Whether every folder above it is there. */
function isWhole(names: ReadonlyMap<string, Thing>, path: string, root: string): boolean {
  for (let folder = dirname(path); folder.length >= root.length; folder = dirname(folder))
    if (names.get(folder) !== FOLDER) return false;
  return true;
}
