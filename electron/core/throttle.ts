/** Slows down guessing: after five wrong tries a name must wait, half a minute at first, twice as long each time, at most a quarter of an hour. */
export class Throttle {
  readonly #tries = new Map<string, { wrong: number; until: number }>();

  /** Seconds still to wait before this name may try again; 0 when it may try now. */
  wait(name: string, now: number): number {
    return Math.max(0, Math.ceil(((this.#tries.get(name)?.until ?? 0) - now) / 1000));
  }

  wrong(name: string, now: number): void {
    const wrong = (this.#tries.get(name)?.wrong ?? 0) + 1;
    const seconds = wrong < 5 ? 0 : Math.min(30 * 2 ** (wrong - 5), 900);
    this.#tries.set(name, { wrong, until: now + seconds * 1000 });
  }

  right(name: string): void {
    this.#tries.delete(name);
  }
}
