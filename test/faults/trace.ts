import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that a process did to a file or a folder under the watched root, in the order in which the kernel finished it. */
export type Deed =
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | {
      readonly kind: 'copy';
      readonly path: string;
      readonly at: number;
      readonly from: string;
      readonly start: number;
      readonly length: number;
    }
  | { readonly kind: 'cut'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  /** A line that the process printed on its standard output. */
  | { readonly kind: 'said'; readonly line: string };

const WATCHED =
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,ftruncate,truncate,rename,renameat,renameat2,' +
  'unlink,unlinkat,mkdir,mkdirat,rmdir,lseek,copy_file_range,sendfile,fallocate,link,linkat,symlink,symlinkat,mmap';

const exists = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
/** Why a test that needs strace cannot run here, in one sentence; null where it can. */
export const straceIsMissing: string | null =
  process.platform === 'linux' && exists('strace')
    ? null
    : 'strace is missing: install it (Debian: apt install strace), on Linux, to replay power cuts and I/O errors';

/** Runs a TypeScript program under strace and tells what it did under `root`, which must be outside of every other program's way. */
export function watch(
  program: string,
  args: readonly string[],
  root: string,
  log: string,
): { deeds: Deed[]; status: number | null; errors: string } {
  const options = ['-f', '-y', '-xx', '-s', '4000000', '--seccomp-bpf', '-e', 'signal=none', '-o', log];
  const run = spawnSync(
    'strace',
    [...options, '-e', `trace=${WATCHED}`, process.execPath, program, ...args],
    { env: { ...process.env, UV_USE_IO_URING: '0' }, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 },
  );
  if (run.error) throw run.error;
  return {
    deeds: deedsIn(readFileSync(log, 'latin1'), root),
    status: run.status,
    errors: run.stderr.toString(),
  };
}

/** Reads the log of strace. What changes a file under the root in a way that is not known here is an error, never left out. */
export function deedsIn(log: string, root: string): Deed[] {
  const reader = new Reader(root);
  for (const line of whole(log)) reader.read(line);
  return reader.deeds;
}

/** Puts together what strace cut in two because another thread came between, at the place where the call ended. */
function* whole(log: string): Generator<string> {
  const begun = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    // What was written of its arguments ends with a blank, which would stand between the last of them and the bracket.
    if (rest.endsWith('<unfinished ...>'))
      begun.set(thread, rest.slice(0, -'<unfinished ...>'.length).trimEnd());
    else if (rest.startsWith('<... ')) {
      yield `${begun.get(thread) ?? ''}${rest.slice(rest.indexOf(' resumed>') + ' resumed>'.length)}`;
      begun.delete(thread);
    } else yield rest;
  }
}

const plain = (escaped: string) => Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
const CALL = /^(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?/s;
const HANDLE = /^(\d+)<([^>]*)>/;
const TEXT = /"((?:\\x[0-9a-f]{2})*)"/g;

/** The number that ends the arguments of a call: where a write goes, or how long a file is to be. */
function lastNumber(args: string): number {
  const [, digits] = /, (\d+)$/.exec(args) ?? [];
  if (digits === undefined) throw new Error(`no number at the end of ${args.slice(-80)}`);
  return Number(digits);
}

class Reader {
  readonly deeds: Deed[] = [];
  readonly #root: string;
  /** Where the next write of a handle goes. */
  readonly #places = new Map<string, number>();
  readonly #sizes = new Map<string, number>();
  readonly #appending = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  read(line: string): void {
    const [, call = '', args = '', result = '', opened] = CALL.exec(line) ?? [];
    if (call === '' || Number(result) < 0) return;
    const [, handle = '', shown = ''] = HANDLE.exec(args) ?? [];
    const path = plain(shown).toString();
    if ((call === 'write' || call === 'writev') && handle === '1') return this.#say(args);
    if (call === 'open' || call === 'openat' || call === 'creat')
      return this.#open(args, result, opened ?? '', call === 'creat');
    if (call === 'mmap') {
      const mapped = plain(/<([^>]*)>/.exec(args)?.[1] ?? '').toString();
      if (this.#mine(mapped) && args.includes('MAP_SHARED') && args.includes('PROT_WRITE'))
        throw new Error(`a file is written through memory: ${mapped}`);
      return;
    }
    if (handle !== '' && !call.endsWith('at') && call !== 'copy_file_range') {
      if (this.#mine(path)) this.#onHandle(call, handle, path, args, Number(result));
      return;
    }
    this.#onNames(call, args, Number(result));
  }

  #mine(path: string): boolean {
    return path === this.#root || path.startsWith(`${this.#root}/`);
  }

  #say(args: string): void {
    for (const [, text = ''] of args.matchAll(TEXT))
      for (const line of plain(text).toString().split('\n'))
        if (line !== '') this.deeds.push({ kind: 'said', line });
  }

  #open(args: string, handle: string, shown: string, creates: boolean): void {
    const path = plain(shown).toString();
    if (!this.#mine(path)) return;
    this.#places.set(handle, 0);
    this.#appending.delete(handle);
    if (args.includes('O_APPEND')) this.#appending.add(handle);
    if (args.includes('O_DIRECTORY')) return;
    if (creates || args.includes('O_CREAT')) this.deeds.push({ kind: 'create', path });
    if (creates || args.includes('O_TRUNC')) this.#cut(path, 0);
  }

  #cut(path: string, size: number): void {
    this.#sizes.set(path, size);
    this.deeds.push({ kind: 'cut', path, size });
  }

  #onHandle(call: string, handle: string, path: string, args: string, result: number): void {
    if (call === 'write' || call === 'pwrite64') {
      const bytes = plain([...args.matchAll(TEXT)][0]?.[1] ?? '').subarray(0, result);
      if (bytes.length !== result) throw new Error('the log of strace was cut short');
      const at = call === 'pwrite64' ? lastNumber(args) : this.#placeOf(handle, path);
      if (call === 'write') this.#places.set(handle, at + result);
      this.#sizes.set(path, Math.max(this.#sizes.get(path) ?? 0, at + result));
      this.deeds.push({ kind: 'write', path, at, bytes });
    } else if (call === 'fsync' || call === 'fdatasync') this.deeds.push({ kind: 'sync', path });
    else if (call === 'ftruncate') this.#cut(path, lastNumber(args));
    else if (call === 'lseek') this.#places.set(handle, result);
    else if (call !== 'fallocate' || !args.includes('FALLOC_FL_KEEP_SIZE'))
      throw new Error(`the call ${call} on ${path} is not known to this replay`);
  }

  #placeOf(handle: string, path: string): number {
    return this.#appending.has(handle) ? (this.#sizes.get(path) ?? 0) : (this.#places.get(handle) ?? 0);
  }

  #onNames(call: string, args: string, result: number): void {
    const names = this.#namesIn(args);
    const [path = '', to = ''] = names;
    if (![path, to].some((name) => this.#mine(name))) return;
    if (call === 'mkdir' || call === 'mkdirat') this.deeds.push({ kind: 'folder', path });
    else if (call === 'unlink' || call === 'unlinkat' || call === 'rmdir')
      this.deeds.push({ kind: 'remove', path });
    else if (call.startsWith('rename')) {
      this.#sizes.set(to, this.#sizes.get(path) ?? 0);
      this.deeds.push({ kind: 'rename', path, to });
    } else if (call === 'truncate') this.#cut(path, lastNumber(args));
    else if (call === 'copy_file_range') this.#copy(args, result);
    else throw new Error(`the call ${call} on ${path} is not known to this replay`);
  }

  #copy(args: string, length: number): void {
    const found = /^\d+<([^>]*)>, \[(\d+)\], (\d+)<([^>]*)>, NULL/.exec(args);
    if (!found) throw new Error(`a copy that is not known to this replay: ${args.slice(0, 80)}`);
    const [, from = '', start = '', handle = '', into = ''] = found;
    const path = plain(into).toString();
    const at = this.#placeOf(handle, path);
    this.#places.set(handle, at + length);
    this.#sizes.set(path, Math.max(this.#sizes.get(path) ?? 0, at + length));
    this.deeds.push({ kind: 'copy', path, at, from: plain(from).toString(), start: Number(start), length });
  }

  /** The names in the arguments, those that are told from a folder's handle put behind its path. */
  #namesIn(args: string): string[] {
    const named = /(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:\\x[0-9a-f]{2})*)"/g;
    const names = [...args.matchAll(named)].map(([, folder, name = '']) => {
      const text = plain(name).toString();
      return folder === undefined || text.startsWith('/') ? text : join(plain(folder).toString(), text);
    });
    return names.length > 0
      ? names
      : [...args.matchAll(/\d+<([^>]*)>/g)].map(([, path = '']) => plain(path).toString());
  }
}
