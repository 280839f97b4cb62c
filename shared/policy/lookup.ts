import type { Day } from '../calendar/day.ts';
import type { ParameterKey, ParameterValue, Status } from './parameters.ts';

/** One value of a parameter from a day on, until a later row of the same key takes over. */
export type ParameterRow<K extends ParameterKey = ParameterKey> = {
  readonly key: K;
  readonly value: ParameterValue<K>;
  readonly effectiveFrom: Day;
  readonly status: Status;
  readonly source: string;
};

/** No row of the key is in force on the day: a question to a person, never a default. */
export class ParameterMissing extends Error {
  readonly key: ParameterKey;
  readonly day: Day;

  constructor(key: ParameterKey, on: Day) {
    super(`no ${key} in force on ${on}`);
    this.key = key;
    this.day = on;
  }
}

/** The row of a key that is in force on a day: the latest one that began on it or before; undefined when none had. */
export function parameterRowOn<K extends ParameterKey>(
  rows: readonly ParameterRow[],
  key: K,
  on: Day,
): ParameterRow<K> | undefined {
  let found: ParameterRow | undefined;
  for (const row of rows) {
    if (row.key !== key || row.effectiveFrom > on) continue;
    if (!found || row.effectiveFrom > found.effectiveFrom) found = row;
  }
  return found as ParameterRow<K> | undefined;
}

/** The value of a key on a day; throws ParameterMissing when no row is in force. */
export function parameterOn<K extends ParameterKey>(
  rows: readonly ParameterRow[],
  key: K,
  on: Day,
): ParameterValue<K> {
  const row = parameterRowOn(rows, key, on);
  if (!row) throw new ParameterMissing(key, on);
  return row.value;
}

/** The parameters of one day: what a calculation of that day may know of the law and of the centre's own rules. */
export type RuleBook = {
  readonly on: Day;
  value<K extends ParameterKey>(key: K): ParameterValue<K>;
  row<K extends ParameterKey>(key: K): ParameterRow<K>;
};

export function ruleBook(rows: readonly ParameterRow[], on: Day): RuleBook {
  const row = <K extends ParameterKey>(key: K) => {
    const found = parameterRowOn(rows, key, on);
    if (!found) throw new ParameterMissing(key, on);
    return found;
  };
  return { on, row, value: (key) => row(key).value };
}
