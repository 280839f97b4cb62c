/** One field that differs, with both values as the text that a correction keeps. */
export type Change = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Value = string | number | boolean | null;

const written = (value: Value | undefined): string | null => (value == null ? null : String(value));

/** Which fields of a record differ, in the order of the record. */
export function differences<T extends { readonly [K in keyof T]: Value }>(before: T, after: T): Change[] {
  return (Object.keys(after) as (keyof T & string)[])
    .map((field) => ({ field, before: written(before[field]), after: written(after[field]) }))
    .filter((change) => change.before !== change.after);
}

/** The changes without the fields that were not sent: under exactOptionalPropertyTypes an absent field is not an empty one. */
export function sentOnly<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
