import { z } from 'zod';

type Def = {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly entries?: Record<string, string | number>;
  readonly values?: readonly unknown[];
};

/** What a schema says of itself, as zod keeps it. */
export const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

export type Field = { readonly name: string; readonly schema: z.ZodType };

/** Every field that a value of this schema can hold, however deep; keys of records that are chosen from a list count as fields. */
export function fieldsOf(schema: unknown, seen = new Set<unknown>()): Field[] {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return [];
  seen.add(schema);
  const def = defOf(schema);
  const inner = [
    def.innerType,
    def.element,
    def.valueType,
    def.in,
    def.out,
    ...(def.options ?? []),
    ...(def.items ?? []),
  ];
  const own = Object.entries(def.shape ?? {}).map(([name, each]) => ({ name, schema: each }));
  const keys =
    def.keyType && def.valueType
      ? Object.values(defOf(def.keyType).entries ?? {}).map((name) => ({
          name: String(name),
          schema: def.valueType as z.ZodType,
        }))
      : [];
  return [
    ...own,
    ...keys,
    ...[...own.map((field) => field.schema), ...inner].flatMap((each) => fieldsOf(each, seen)),
  ];
}

/** Inputs to try, by the name of a field; what it does not know is made from the schema alone. */
export type Known = (name: string) => readonly unknown[] | undefined;

/** Values that a field of this schema may take: the first is the likeliest. */
function valuesFor(name: string, schema: z.ZodType, known: Known): readonly unknown[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'optional':
      return [undefined, ...valuesFor(name, def.innerType as z.ZodType, known)];
    case 'default':
    case 'prefault':
      return [undefined, ...valuesFor(name, def.innerType as z.ZodType, known)];
    case 'nullable':
      return [null, ...valuesFor(name, def.innerType as z.ZodType, known)];
    case 'pipe':
      return valuesFor(name, def.in as z.ZodType, known);
    case 'enum':
      return known(name) ?? Object.values(def.entries ?? {});
    case 'literal':
      return def.values ?? [];
    case 'boolean':
      return [false, true];
    case 'number':
      return known(name) ?? [1];
    case 'string':
    case 'custom':
      return known(name) ?? [''];
    case 'array':
      return [valuesFor(name, def.element as z.ZodType, known).slice(0, 1)];
    case 'union':
      return (def.options ?? []).flatMap((option) => valuesFor(name, option, known));
    case 'object':
      return inputsFor(schema, known);
    default:
      throw new Error(`no value is known for ${name}, a ${def.type}`);
  }
}

/** Inputs for a schema of an object: the likeliest of every field, then each other value of each field in turn. */
export function inputsFor(schema: unknown, known: Known): Record<string, unknown>[] {
  if (!(schema instanceof z.ZodType)) return [{}];
  const fields = Object.entries(defOf(schema).shape ?? {}).map(
    ([name, each]) => [name, valuesFor(name, each, known)] as const,
  );
  const set = (input: Record<string, unknown>, name: string, value: unknown) =>
    value === undefined ? input : { ...input, [name]: value };
  const first = fields.reduce((input, [name, values]) => set(input, name, values[0]), {});
  return [
    first,
    ...fields.flatMap(([name, values]) => values.slice(1).map((value) => set(first, name, value))),
  ];
}
