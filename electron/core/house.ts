import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newestLineAt } from '../../db/audit.ts';
import { emptyJournal } from '../../db/journal.ts';
import type { JournalLoss } from '../../db/journal-lines.ts';
import { openStore, type Store } from '../../db/open.ts';
import type { Person } from '../../shared/people/contract.ts';
import { dayAt, type Day } from '../../shared/calendar/day.ts';
import { Backups } from './backups.ts';
import { Jobs } from './jobs.ts';
import { costForThisPc, type KdfCost } from './key-wrap.ts';
import { keyringExists } from './keyring-file.ts';
import { Queue } from './queue.ts';
import { finishRestore } from './restore-swap.ts';
import { finishSetUp } from './set-up-file.ts';
import { Throttle } from './throttle.ts';
import { listVolumes, type Volume } from './volumes.ts';

export type HouseOptions = {
  /** Where the centre's files lie: centre.db, keyring.json. Made when absent. */
  readonly folder: string;
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly kdf?: KdfCost;
  /** A made-up centre, marked as such on every page. */
  readonly demo?: boolean;
  /** The disks and sticks that backups may go to; the mounted ones of this PC unless a test brings its own. */
  readonly volumes?: () => readonly Volume[];
  /** Where unexpected faults go; the user only sees the reference. */
  readonly log?: (line: { reference: string; request: string; error: unknown }) => void;
};

/** One window or one browser that talks to the house. */
export type Connection = { readonly id: string; me: Person | null; lastSeen: number };

/** `end` is called when it is dropped: work that still runs for it is over. */
type Draft = { readonly owner: string; readonly value: unknown; readonly end?: () => void };

type Open = { readonly store: Store; readonly dataKey: Uint8Array };

/** Nobody has sent anything for so long, in milliseconds, before the journal is emptied: nobody is to wait for it. */
const QUIET = 3_000;

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
  readonly throttle: Throttle;
  readonly volumes: () => readonly Volume[];
  readonly backups: Backups;
  /** What a request leaves in memory for the next one (a preview of a workbook): gone when its connection signs out. */
  readonly drafts = new Map<string, Draft>();
  idleMinutes = 15;
  /** When the newest line of the log was written, if the clock of the PC stood before that at the last sign-in; otherwise null. */
  clockBehind: string | null = null;
  /** When the newest line of the log was written, if changes behind it were lost with a damaged journal not long ago; otherwise null. */
  journalCut: string | null = null;
  /** The same, found at this opening and not yet written into the log. */
  journalLost: JournalLoss | null = null;
  #open: Open | null = null;
  readonly #connections = new Map<string, Connection>();

  constructor(options: HouseOptions) {
    this.folder = options.folder;
    this.now = options.now ?? Date.now;
    this.newId = options.newId ?? randomUUID;
    this.kdf = options.kdf ?? costForThisPc();
    this.demo = options.demo ?? false;
    this.log =
      options.log ?? (({ reference, request, error }) => console.error(`[${reference}] ${request}`, error));
    this.volumes = options.volumes ?? (() => listVolumes(this.folder));
    this.backups = new Backups(this);
    mkdirSync(this.folder, { recursive: true });
    finishRestore(this.folder);
    finishSetUp(this.databaseFile, this.keyringFile);
    this.throttle = new Throttle(join(this.folder, 'throttle.json'), this.now());
  }

  get databaseFile(): string {
    return join(this.folder, 'centre.db');
  }

  get keyringFile(): string {
    return join(this.folder, 'keyring.json');
  }

  /** Whether anything of a centre is here: a database without its keyring is one too, and must not be written over. */
  get isSetUp(): boolean {
    return keyringExists(this.keyringFile) || existsSync(this.databaseFile);
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

  /** Closes the house once the work that runs is done, a backup and the one of the day among it. */
  async close(): Promise<void> {
    await this.backups.atClosing();
    await this.queue.run(async () => this.lock());
  }

  /** Opens the file with the data key, which is the house's from then on: it wipes it when it locks. A house that is open already keeps its store. */
  unlock(dataKey: Uint8Array): Store {
    if (this.#open) return this.#open.store;
    const store = openStore({ file: this.databaseFile, key: dataKey });
    if (store.journalDamage)
      this.journalLost = { ...store.journalDamage, last: newestLineAt(store.raw) ?? this.at };
    this.#open = { store, dataKey };
    return store;
  }

  /**
   * Opens the same file under another key: `prepare` readies a replacement while the file is open and answers how to put it in
   * place once it is closed. When that fails, the file is opened again under the key that it had.
   */
  exchange(next: Uint8Array, prepare: (raw: Store['raw']) => () => void): void {
    const before = this.#open;
    if (!before) throw new Error('the house is closed');
    const replace = prepare(before.store.raw);
    this.#open = null;
    before.store.close();
    try {
      replace();
    } catch (error) {
      this.unlock(before.dataKey);
      throw error;
    }
    this.unlock(next);
  }

  /** Begins a session; what another person left half done at the same window is dropped. */
  signIn(connection: Connection, person: Person): void {
    if (connection.me && connection.me.id !== person.id) this.#dropDraftsOf(connection);
    connection.me = person;
    connection.lastSeen = this.now();
  }

  /** Ends a session; with the last one the database is closed and its key wiped from memory. */
  signOut(connection: Connection): void {
    connection.me = null;
    this.#dropDraftsOf(connection);
    if (![...this.#connections.values()].some((other) => other.me)) this.lock();
  }

  #dropDraftsOf(connection: Connection): void {
    for (const [id, draft] of this.drafts) if (draft.owner === connection.id) this.dropDraft(id);
  }

  /** Signs out everybody with this account: it was ended, or its password changed. */
  signOutAccount(accountId: string, except?: Connection): void {
    for (const connection of this.#connections.values()) {
      if (connection.me?.id === accountId && connection !== except) this.signOut(connection);
    }
  }

  /** Signs everybody out and closes the database: its file is about to be another one. */
  endAllSessions(): void {
    for (const connection of this.#connections.values()) connection.me = null;
    this.lock();
  }

  /** Signs out whoever has been idle for too long, once the work that runs is done; hosts call it every few seconds. */
  async sweepSoon(): Promise<void> {
    await this.queue.run(async () => this.sweep());
    const seen = [...this.#connections.values()].map(({ lastSeen }) => lastSeen);
    const last = Math.max(0, ...seen);
    if (this.now() - last >= QUIET) await this.queue.run(async () => this.settle());
    await this.backups.tick(last);
  }

  /** Moves what is in the journal into the file: there the cipher notices every bit that a disk alters, in the journal not (db/journal.ts). */
  settle(): void {
    if (!this.#open) return;
    try {
      emptyJournal(this.#open.store.raw);
    } catch (error) {
      // Nothing is lost by it, and whoever changes something next is told what the disk says.
      this.log({ reference: this.reference(), request: 'journal', error });
    }
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
    const { store, dataKey } = this.#open;
    this.#open = null;
    dataKey.fill(0);
    store.close();
  }

  dropDraft(id: string): void {
    this.drafts.get(id)?.end?.();
    this.drafts.delete(id);
  }

  reference(): string {
    return randomBytes(4).toString('hex').toUpperCase();
  }
}
