import { randomBytes } from 'node:crypto';
import { Allowance } from '../core/allowance.ts';
import type { Connection, House } from '../core/house.ts';

/** More windows than one PC has use for: beyond them the one that was quiet for longest gives way. */
const MOST = 16;
/** Milliseconds after which a browser that asked for nothing has to come by the whole address again. */
const FORGOTTEN = 12 * 60 * 60_000;

export type Browser = {
  readonly connection: Connection;
  /** Far above what a page asks for, far below what would keep the PC from its work. */
  readonly allowance: Allowance;
  lastSeen: number;
};

type Doors = {
  readonly house: House;
  readonly connect: () => Connection;
  /** Whether a connection ends with its cookie; not where the caller goes on with it. */
  readonly ends: boolean;
  /** Milliseconds of a clock that is never put right. */
  readonly clock: () => number;
};

/** The browsers that came by the whole address. Each has a cookie, which is one connection, which is one session. */
export class Browsers {
  readonly #doors: Doors;
  readonly #all = new Map<string, Browser>();

  constructor(doors: Doors) {
    this.#doors = doors;
  }

  get count(): number {
    return this.#all.size;
  }

  /** Takes a browser in; gives back its cookie. With the cookie that it had before it begins anew: the session before ends. */
  async admit(before: string): Promise<string> {
    const { clock, connect } = this.#doors;
    await this.#drop(before);
    await this.forget();
    while (this.#all.size >= MOST) await this.#drop(this.#quietest());
    const cookie = randomBytes(24).toString('base64url');
    const allowance = new Allowance({ atOnce: 2_000, perSecond: 500, clock });
    this.#all.set(cookie, { connection: connect(), allowance, lastSeen: clock() });
    return cookie;
  }

  /** The browser of a cookie, which counts as seen now; null for one that nobody was given or that is forgotten. */
  find(cookie: string): Browser | null {
    const browser = this.#all.get(cookie);
    const now = this.#doors.clock();
    if (!browser || now - browser.lastSeen > FORGOTTEN) return null;
    browser.lastSeen = now;
    return browser;
  }

  /** Ends what has been quiet for too long. */
  async forget(): Promise<void> {
    const limit = this.#doors.clock() - FORGOTTEN;
    for (const [cookie, { lastSeen }] of this.#all) if (lastSeen < limit) await this.#drop(cookie);
  }

  async close(): Promise<void> {
    for (const cookie of this.#all.keys()) await this.#drop(cookie);
  }

  /** Whoever is signed in gives way last. */
  #quietest(): string {
    const waiting = [...this.#all].toSorted(
      ([, a], [, b]) =>
        Number(a.connection.me !== null) - Number(b.connection.me !== null) || a.lastSeen - b.lastSeen,
    );
    return waiting[0]?.[0] ?? '';
  }

  async #drop(cookie: string): Promise<void> {
    const browser = this.#all.get(cookie);
    this.#all.delete(cookie);
    if (browser && this.#doors.ends) await this.#doors.house.disconnect(browser.connection);
  }
}
