type Terms = {
  /** How many may come at once after a pause. */
  readonly atOnce: number;
  /** How many come back every second. */
  readonly perSecond: number;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** So many acts at once, and so many more every second. A clock that goes back gives nothing and takes nothing. */
export class Allowance {
  readonly #terms: Terms;
  #left: number;
  #counted: number;

  constructor(terms: Terms) {
    this.#terms = terms;
    this.#left = terms.atOnce;
    this.#counted = terms.now();
  }

  /** Takes one; false when none is left. */
  take(): boolean {
    const { atOnce, perSecond, now } = this.#terms;
    const at = now();
    this.#left = Math.min(atOnce, this.#left + (Math.max(0, at - this.#counted) / 1000) * perSecond);
    this.#counted = at;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
