import type { FaultKind, Proposal } from './kinds.ts';
import { identityText } from './read-identity.ts';
import type { PersonRef } from './records.ts';
import { halfWidth, tidyName } from './text.ts';

/** Somebody whom a row of another sheet may name. */
export type Listed = {
  readonly ref: PersonRef;
  readonly name: string;
  readonly nationalId: string | null;
  /** The row was left out of this import, so nothing may hang on it. */
  readonly leftOut: boolean;
};

export type Found =
  | { readonly ref: PersonRef }
  | { readonly fault: FaultKind; readonly other: string; readonly proposal: Proposal | null };

/**
 * Finds people by what other sheets write. A name that two people carry finds nobody: it is told apart by the ID number in its
 * place, or by the number's last four characters behind the name (`王改5184`).
 */
export class Directory {
  readonly #people: readonly Listed[];
  readonly #byName: ReadonlyMap<string, readonly Listed[]>;
  readonly #kind: 'resident' | 'caregiver';

  constructor(people: readonly Listed[], kind: 'resident' | 'caregiver') {
    this.#people = people;
    this.#byName = Map.groupBy(people, (person) => person.name);
    this.#kind = kind;
  }

  knows = (name: string): boolean => this.#byName.has(name);

  find(text: string): Found {
    const matches = this.#matches(text);
    const [only] =
      matches.length > 1 && matches.some((one) => !one.leftOut)
        ? matches.filter((one) => !one.leftOut)
        : matches;
    if (!only) return { fault: `unknown-${this.#kind}`, other: '', proposal: this.#similar(tidyName(text)) };
    if (matches.filter((one) => !one.leftOut).length > 1) {
      return { fault: `ambiguous-${this.#kind}`, other: String(matches.length), proposal: null };
    }
    if (only.leftOut) return { fault: 'depends-on-left-out-row', other: only.name, proposal: null };
    return { ref: only.ref };
  }

  #matches(text: string): readonly Listed[] {
    const byName = this.#byName.get(tidyName(text));
    if (byName) return byName;
    const number = identityText({ text });
    if (/^\d{17}[\dX]$/.test(number)) return this.#people.filter((person) => person.nationalId === number);
    const parts = /^(.+?)[(（]?(\d{3}[\dXx])[)）]?$/.exec(halfWidth(text).trim());
    if (!parts) return [];
    const ending = (parts[2] ?? '').toUpperCase();
    return (this.#byName.get(tidyName(parts[1] ?? '')) ?? []).filter((person) =>
      person.nationalId?.endsWith(ending),
    );
  }

  /** The one person whose name differs in a single character, if there is exactly one. */
  #similar(name: string): Proposal | null {
    if (name.length < 2) return null;
    const close = [...this.#byName.keys()].filter(
      (other) =>
        other.length === name.length && [...other].filter((sign, at) => sign !== name[at]).length === 1,
    );
    return close.length === 1 && name.length > 2 ? { text: close[0] ?? '', why: 'similar-name' } : null;
  }
}
