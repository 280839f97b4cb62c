import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../db/open.ts';
import type { Person } from '../../shared/people/contract.ts';
import { dayAt, type Day } from '../../shared/calendar/day.ts';
import { DEFAULT_KDF, type KdfCost } from './keyring.ts';
import { Jobs } from './jobs.ts';
import { Queue } from './queue.ts';
import { Throttle } from './throttle.ts';

export type HouseOptions = {
  /** Where the centre's files lie: centre.db, keyring.json. Made when absent. */
  readonly folder: string;
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly kdf?: KdfCost;
  /** A made-up centre, marked as such on every page. */
  readonly demo?: boolean;
  /** Where unexpected faults go; the user only sees the reference. */
  readonly log?: (line: { reference: string; request: string; error: unknown }) => void;
};

/** One window or one browser that talks to the house. */
export type Connection = { readonly id: string; me: Person | null; lastSeen: number };

/** `end` is called when it is dropped: work that still runs for it is over. */
type Draft = { readonly owner: string; readonly value: unknown; readonly end?: () => void };

type Open = { readonly store: Store; readonly dataKey: Uint8Array };

/** One installation: its files, its clock, who is signed in, and the open database while somebody is. */
export class House {
  readonly folder: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly kdf: KdfCost;
  readonly demo: boolean;
  readonly log: NonNullable<HouseOptions['log']>;
  readonly jobs = new Jobs();
  readonly queue = new Queue();
  readonly throttle = new Throttle();
  /** What a request leaves in memory for the next one (a preview of a workbook): gone when its connection signs out. */
  readonly drafts = new Map<string, Draft>();
  idleMinutes = 15;
  #open: Open | null = null;
  readonly #connections = new Map<string, Connection>();

  constructor(options: HouseOptions) {
    this.folder = options.folder;
    this.now = options.now ?? Date.now;
    this.newId = options.newId ?? randomUUID;
    this.kdf = options.kdf ?? DEFAULT_KDF;
    this.demo = options.demo ?? false;
    this.log =
      options.log ?? (({ reference, request, error }) => console.error(`[${reference}] ${request}`, error));
    mkdirSync(this.folder, { recursive: true });
  }

  get databaseFile(): string {
    return join(this.folder, 'centre.db');
  }

  get keyringFile(): string {
    return join(this.folder, 'keyring.json');
  }

  get isSetUp(): boolean {
    return existsSync(this.keyringFile);
  }

  get open(): Open | null {
    return this.#open;
  }

  get at(): string {
    return new Date(this.now()).toISOString();
  }

  get today(): Day {
    return dayAt(this.now());
  }

  connect(id: string = randomUUID()): Connection {
    const connection: Connection = { id, me: null, lastSeen: this.now() };
    this.#connections.set(id, connection);
    return connection;
  }

  /** Ends a connection once the work that runs is done: a database that is written to is not closed under it. */
  disconnect(connection: Connection): Promise<void> {
    return this.queue.run(async () => {
      this.signOut(connection);
      this.#connections.delete(connection.id);
    });
  }

  /** Closes the house once the work that runs is done. */
  close(): Promise<void> {
    return this.queue.run(async () => this.lock());
  }

  /** Opens the file with the data key; a house that is open already keeps its store. */
  unlock(dataKey: Uint8Array, create = false): Store {
    if (!this.#open) {
      if (create) rmSync(this.databaseFile, { force: true }); // left by a set-up that was cut off before its keyring was written
      this.#open = { store: openStore({ file: this.databaseFile, key: dataKey, create }), dataKey };
    }
    return this.#open.store;
  }

  signIn(connection: Connection, person: Person): void {
    connection.me = person;
    connection.lastSeen = this.now();
  }

  /** Ends a session; with the last one the database is closed and its key wiped from memory. */
  signOut(connection: Connection): void {
    connection.me = null;
    for (const [id, draft] of this.drafts) if (draft.owner === connection.id) this.dropDraft(id);
    if (![...this.#connections.values()].some((other) => other.me)) this.lock();
  }

  /** Signs out everybody with this account: it was ended, or its password changed. */
  signOutAccount(accountId: string, except?: Connection): void {
    for (const connection of this.#connections.values()) {
      if (connection.me?.id === accountId && connection !== except) this.signOut(connection);
    }
  }

  /** Signs out whoever has been idle for too long, once the work that runs is done; hosts call it every few seconds. */
  sweepSoon(): Promise<void> {
    return this.queue.run(async () => this.sweep());
  }

  /** Signs out whoever has been idle for too long. Only in turn: the last sign-out closes the database. */
  sweep(): void {
    const limit = this.now() - this.idleMinutes * 60_000;
    for (const connection of this.#connections.values()) {
      if (connection.me && connection.lastSeen < limit) this.signOut(connection);
    }
  }

  lock(): void {
    for (const id of this.drafts.keys()) this.dropDraft(id);
    if (!this.#open) return;
    this.#open.store.close();
    this.#open.dataKey.fill(0);
    this.#open = null;
  }

  dropDraft(id: string): void {
    this.drafts.get(id)?.end?.();
    this.drafts.delete(id);
  }

  reference(): string {
    return randomBytes(4).toString('hex').toUpperCase();
  }
}
