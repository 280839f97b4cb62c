import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { writeFileDurably } from './durable-file.ts';

/** Of one name: how often it was wrong, when last (milliseconds since 1970 UTC), and how long it waits from then. */
const Tries = z.strictObject({
  wrong: z.number().int().min(0),
  at: z.number().int(),
  seconds: z.number().int().min(0).max(900),
});
const Kept = z.strictObject({
  format: z.literal('nuantuo-throttle'),
  version: z.literal(1),
  tries: z.record(z.string().max(64), Tries),
  refused: z.array(z.strictObject({ at: z.number().int(), name: z.string().max(64) })).max(1000),
  /** Refused sign-ins beyond those that were kept one by one. */
  more: z.number().int().min(0),
});
type Kept = z.output<typeof Kept>;

const LARGEST = 1024 * 1024;
const MOST_REFUSED = 500;
const MOST_NAMES = 500;
/** What every name waits when the file was damaged: so damaging it frees nobody. */
const AFTER_DAMAGE = 60;
const EVERYBODY = '*';

/**
 * Slows down guessing: after five wrong tries a name must wait, half a minute at first, twice as long each time, at most a
 * quarter of an hour. Kept in a file beside the keyring, so that a restart frees nobody; names stand in it as hashes. A clock
 * that was set back begins the wait anew. It also remembers who was refused while the database was closed, for the audit log.
 */
export class Throttle {
  readonly #file: string | null;
  #kept: Kept;

  /** Without a file nothing outlives this object. */
  constructor(file: string | null, now: number) {
    this.#file = file;
    this.#kept = file !== null && existsSync(file) ? read(file, now) : empty();
  }

  /** Seconds still to wait before this name may try again; 0 when it may try now. */
  wait(name: string, now: number): number {
    return Math.max(this.#waitOf(hashOf(name), now), this.#waitOf(EVERYBODY, now));
  }

  wrong(name: string, now: number): void {
    const key = this.#keyFor(hashOf(name));
    const wrong = (this.#kept.tries[key]?.wrong ?? 0) + 1;
    this.#kept.tries[key] = { wrong, at: now, seconds: wrong < 5 ? 0 : Math.min(30 * 2 ** (wrong - 5), 900) };
    this.#write();
  }

  right(name: string): void {
    if (!(hashOf(name) in this.#kept.tries)) return;
    delete this.#kept.tries[hashOf(name)];
    this.#write();
  }

  /** Remembers a refused sign-in that cannot go into the closed audit log yet. */
  refused(name: string, now: number): void {
    if (this.#kept.refused.length < MOST_REFUSED) this.#kept.refused.push({ at: now, name: hashOf(name) });
    else this.#kept.more += 1;
    this.#write();
  }

  /** What was refused meanwhile, oldest first; a name that is none of these is null. */
  refusals(names: readonly string[]): { refused: { at: number; name: string | null }[]; more: number } {
    const byHash = new Map(names.map((name) => [hashOf(name), name]));
    const refused = this.#kept.refused.map(({ at, name }) => ({ at, name: byHash.get(name) ?? null }));
    return { refused, more: this.#kept.more };
  }

  /** The refusals stand in the audit log now. */
  forgetRefusals(): void {
    if (this.#kept.refused.length === 0 && this.#kept.more === 0) return;
    this.#kept = { ...this.#kept, refused: [], more: 0 };
    this.#write();
  }

  #waitOf(key: string, now: number): number {
    const tries = this.#kept.tries[key];
    if (!tries) return 0;
    if (now < tries.at) {
      tries.at = now; // the clock was set back: the whole wait begins now, or it would last until that day comes again
      this.#write();
    }
    return Math.max(0, Math.ceil(tries.seconds - (now - tries.at) / 1000));
  }

  /** Names without end must not fill the disk: once there are too many, they all count as one. */
  #keyFor(hash: string): string {
    const { tries } = this.#kept;
    return hash in tries || Object.keys(tries).length < MOST_NAMES ? hash : EVERYBODY;
  }

  #write(): void {
    if (this.#file !== null) writeFileDurably(this.#file, JSON.stringify(this.#kept));
  }
}

function empty(): Kept {
  return { format: 'nuantuo-throttle', version: 1, tries: {}, refused: [], more: 0 };
}

function read(file: string, now: number): Kept {
  try {
    if (statSync(file).size <= LARGEST) return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not ours, not whole or not readable: all the same, and answered below.
  }
  return { ...empty(), tries: { [EVERYBODY]: { wrong: 5, at: now, seconds: AFTER_DAMAGE } } };
}

/** Short enough to keep, long enough that two names never meet; who may sign in stands in the keyring anyway. */
function hashOf(name: string): string {
  return createHash('sha256').update(`nuantuo-throttle|${name}`).digest('hex').slice(0, 32);
}
