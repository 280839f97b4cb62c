type Terms = {
  /** How many may come at once after a pause. */
  readonly atOnce: number;
  /** How many come back every second. */
  readonly perSecond: number;
  /** Milliseconds of a clock that only goes on; a wrong date of the PC must not touch a limit. */
  readonly clock: () => number;
};

/** So many acts at once, and so many more every second. */
export class Allowance {
  readonly #terms: Terms;
  #left: number;
  #counted: number;

  constructor(terms: Terms) {
    this.#terms = terms;
    this.#left = terms.atOnce;
    this.#counted = terms.clock();
  }

  /** Takes one; false when none is left. */
  take(): boolean {
    const { atOnce, perSecond, clock } = this.#terms;
    const at = clock();
    this.#left = Math.min(atOnce, this.#left + ((at - this.#counted) / 1000) * perSecond);
    this.#counted = at;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
