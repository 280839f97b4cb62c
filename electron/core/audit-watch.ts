import type { Database } from 'better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
import { lostAnchors, type LostAnchor } from '../../db/anchors.ts';
import { auditHead } from '../../db/audit.ts';
import { chainStart, walkChain, type ChainState } from '../../db/audit-check.ts';

/** Lines that are judged in one go: about 9 ms, so that no request notices. */
const SLICE = 400;
/** Milliseconds between two slices of the walk that nobody waits for. */
const REST = 4;

export type Verdict = {
  readonly chain: ChainState;
  readonly lost: readonly LostAnchor[];
};

/**
 * Keeps an eye on the log of one open file: walks the whole chain once, in slices beside other work, keeps what it found and the
 * newest place that it reached, and later judges only what came since. About 22 µs a line: ten years take some seconds.
 */
export class AuditWatch {
  readonly #raw: Database;
  #chain: ChainState = chainStart;
  #first: Promise<void> | null = null;
  #walking: { done: number; total: number } | null = null;
  #checkedAt: string | null = null;
  #unreadable = false;

  constructor(raw: Database) {
    this.#raw = raw;
  }

  /** The walk after opening, begun once; ends when it is through or the file is closed. */
  begin(now: () => string, failed: (error: unknown) => void): Promise<void> {
    this.#first ??= this.#firstWalk(now, failed);
    return this.#first;
  }

  async #firstWalk(now: () => string, failed: (error: unknown) => void): Promise<void> {
    try {
      const chain = await this.#walk(async () => {
        await pause(REST, undefined, { ref: false });
        return this.#raw.open;
      });
      if (chain) this.#keep(chain, now());
    } catch (error) {
      this.#unreadable = true;
      failed(error);
    }
  }

  /** Walks it all again; `step` reports how far it is and throws when the work is to end. */
  async again(step: (done: number, total: number) => Promise<void>, now: () => string): Promise<Verdict> {
    const chain = await this.#walk(async (done, total) => {
      await step(done, total);
      return this.#raw.open;
    });
    if (chain) this.#keep(chain, now());
    return this.verdict();
  }

  /** What is known now; lines that came since the last look are judged first. */
  verdict(): Verdict {
    if (this.#checkedAt !== null) this.#chain = this.#extended(this.#chain);
    return { chain: this.#chain, lost: lostAnchors(this.#raw) };
  }

  get walking(): { done: number; total: number } | null {
    return this.#walking;
  }

  get checkedAt(): string | null {
    return this.#checkedAt;
  }

  /** SQLite could not read on: a page of the file is damaged. */
  get unreadable(): boolean {
    return this.#unreadable;
  }

  async #walk(goOn: (done: number, total: number) => Promise<boolean>): Promise<ChainState | null> {
    let chain = chainStart;
    try {
      for (;;) {
        const total = auditHead(this.#raw).seq;
        this.#walking = { done: Math.min(chain.at, total), total };
        const next = walkChain(this.#raw, chain, SLICE);
        const ended = next.at === total || next.at === chain.at;
        chain = next;
        if (ended) return chain;
        if (!(await goOn(chain.at, total))) return null;
      }
    } finally {
      this.#walking = null;
    }
  }

  #keep(chain: ChainState, at: string): void {
    this.#chain = chain;
    this.#checkedAt = at;
    this.#unreadable = false;
  }

  #extended(chain: ChainState): ChainState {
    let known = chain;
    for (;;) {
      const next = walkChain(this.#raw, known, SLICE);
      if (next.at === known.at) return known;
      known = next;
    }
  }
}

const watches = new WeakMap<Database, AuditWatch>();

/** The watch over the log of an open file; there is one a file, from its opening to its closing. */
export function auditWatch(raw: Database): AuditWatch {
  let watch = watches.get(raw);
  if (!watch) {
    watch = new AuditWatch(raw);
    watches.set(raw, watch);
  }
  return watch;
}
