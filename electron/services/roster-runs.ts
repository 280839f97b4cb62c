import type { Month } from '../../shared/calendar/day.ts';
import type { MakingProgress, Point } from '../../shared/roster/generate-contract.ts';
import type { Roster, RosterModel } from '../../shared/roster/model.ts';
import { remarksOnModel } from '../../shared/roster/remarks.ts';
import { standingOf } from '../../shared/roster/standing.ts';
import { startSolving } from '../jobs/solve-roster.ts';

/** What is to be made, and what it was made from. */
export type Order = {
  readonly month: Month;
  readonly seed: number;
  readonly effort: number;
  /** Where an earlier run was stopped, to be ended there again. */
  readonly until?: number | undefined;
  readonly model: RosterModel;
  /** Of all facts that decide the roster: another one means that they have changed since. */
  readonly fingerprint: string;
};

export type Made = Pick<MakingProgress, 'remarks'> & {
  readonly ended: NonNullable<MakingProgress['ended']>;
  readonly roster: Roster;
  readonly cost: number;
  readonly bound: number | null;
  /** Effort up to where it ended; null when the thread was ended by force, since its best roster came some time before. */
  readonly spent: number | null;
};

/** A run that nobody asks about any more (a window that was reloaded or closed) is given up after so long. */
const FORGOTTEN = 60_000;
const LONGEST_WAIT = 1_000;
const MOST_POINTS = 400;

/** One making of a roster: it works in its thread while the records stay free, and is asked how far it is. */
export class RosterRun {
  readonly order: Order;
  made: Made | null = null;
  readonly #began = performance.now();
  readonly #solving: ReturnType<typeof startSolving>;
  readonly #gone: () => void;
  #best: Omit<Made, 'ended'> | null = null;
  #failure: unknown;
  #stopped = false;
  #seconds: number | null = null;
  #news = 1;
  #points: Point[] = [];
  #standing: MakingProgress['standing'] = null;
  #waiting: (() => void)[] = [];
  #forgotten: NodeJS.Timeout | undefined;

  constructor(order: Order, gone: () => void) {
    this.order = order;
    this.#gone = gone;
    const remarks = remarksOnModel(order.model);
    this.#solving = startSolving(order, ({ point, roster, standing }) => {
      this.#best = { roster, cost: point.cost, bound: point.bound, remarks, spent: null };
      this.#addPoint(point);
      this.#standing = standing;
      this.#tell();
    });
    void this.#finish();
    this.#isAskedAbout();
  }

  /** How far it is, as soon as there is news after `after`, and in a second at the latest. */
  async progress(after: number): Promise<MakingProgress> {
    this.#isAskedAbout();
    if (this.#news <= after && this.#seconds === null) await this.#nextNews();
    if (this.#failure !== undefined) throw this.#failure;
    return {
      news: this.#news,
      seconds: this.#seconds ?? this.#elapsed(),
      points: this.#points,
      standing: this.#standing,
      remarks: [...(this.made?.remarks ?? remarksOnModel(this.order.model))],
      ended: this.made?.ended ?? null,
    };
  }

  stop(): void {
    if (this.made) return;
    this.#stopped = true;
    this.#solving.stop();
  }

  end(): void {
    clearTimeout(this.#forgotten);
    this.#solving.end();
  }

  async #finish(): Promise<void> {
    try {
      const { roster, cost, bound, proven, spent, remarks, seconds, ...judged } = await this.#solving.answer;
      const last = { seconds, cost, bound: Number.isFinite(bound) ? bound : null };
      this.#addPoint(last);
      this.#standing = standingOf({ cost, ...judged });
      const ended = proven ? 'proven' : this.#stopped ? 'stopped' : 'spent';
      this.made = { roster, cost, bound: last.bound, remarks: [...remarks], ended, spent };
    } catch (failure) {
      // A thread that was ended, ran out of memory or failed has still said what was best.
      if (this.#best) this.made = { ...this.#best, ended: 'stopped' };
      else this.#failure = failure;
    }
    this.#seconds = this.#elapsed();
    this.#tell();
  }

  #elapsed(): number {
    return (performance.now() - this.#began) / 1000;
  }

  #addPoint(point: Point): void {
    this.#points = [...this.#points, point];
    if (this.#points.length > MOST_POINTS) this.#points = this.#points.filter((_, index) => index % 2 === 1);
  }

  #tell(): void {
    this.#news++;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #nextNews(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, LONGEST_WAIT);
      this.#waiting.push(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  #isAskedAbout(): void {
    clearTimeout(this.#forgotten);
    this.#forgotten = setTimeout(this.#gone, FORGOTTEN).unref();
  }
}
