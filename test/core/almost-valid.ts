import type { z } from 'zod';

type Chance = () => number;
const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

/** What a schema of the contract knows of itself; only what is asked for here. */
type Definition = {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Record<string, unknown>;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
};

const definition = (schema: z.ZodType): Definition =>
  (schema as unknown as { _zod: { def: Definition } })._zod.def;

/** Texts that the contract asks for in one place or another: days, months, ids, numbers, codes, names. */
const TEXTS = [
  '2026-11-05',
  '2026-11',
  '2026-10',
  '08:00',
  '王国庆',
  '411799198001010010',
  '411799198001010000',
  '13900000000',
  'A',
  'D',
  '101',
  '1',
  'aaaaaaaa-0000-4000-8000-000000000001',
  'job-of-junk',
  'DDDN--',
  'zh-CN',
  'director',
  '下雨',
  '',
  'x',
  'age1',
  'QUJD',
  'nobody-has-this-id',
];
const NUMBERS = [0, 1, 2, 3, 5, 8, 12, 28, 30, 100, 365, 2026, 5000, 200_000];

/** What a field of this name may hold in the house that is asked; undefined where it is nothing in particular. */
export type Likely = (name: string) => readonly unknown[] | undefined;

/**
 * A value that a schema may well accept; asks the schema, and gives up after a few tries.
 * @param likely with it, a field whose name it knows holds one of its values where the schema takes one of them
 */
export function aGuess(
  schema: z.ZodType,
  chance: Chance,
  { depth = 0, name = '', likely }: { depth?: number; name?: string; likely?: Likely } = {},
): unknown {
  const def = definition(schema);
  const deeper = { depth: depth + 1, name, ...(likely && { likely }) };
  const inner = (within: z.ZodType | undefined) => (within ? aGuess(within, chance, deeper) : null);
  const known = ['object', 'array', 'nullable', 'optional', 'default'].includes(def.type)
    ? []
    : (likely?.(name)?.filter((value) => schema.safeParse(value).success) ?? []);
  if (known.length > 0) return pick(chance, known);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          // Where a valid input is wanted, not everything that may be said is said.
          .filter(([, field]) => !likely || definition(field).type !== 'optional' || chance() < 0.5)
          .map(([own, field]) => [own, aGuess(field, chance, { ...deeper, name: own })]),
      );
    case 'array': {
      const length = depth > 4 ? 1 : 1 + Math.floor(chance() * 2);
      return def.element ? Array.from({ length }, () => inner(def.element)) : [];
    }
    case 'tuple':
      return (def.items ?? []).map(inner);
    case 'record':
      return def.keyType && def.valueType ? { [String(inner(def.keyType))]: inner(def.valueType) } : {};
    case 'nullable':
      return chance() < 0.3 ? null : inner(def.innerType);
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    case 'lazy':
      return inner(def.getter?.());
    case 'union':
      return inner(pick(chance, def.options ?? []));
    case 'enum':
      return pick(chance, Object.values(def.entries ?? {}));
    case 'literal':
      return pick(chance, def.values ?? []);
    case 'boolean':
      return chance() < 0.5;
    case 'null':
      return null;
    case 'number':
    case 'int':
      return fitting(schema, NUMBERS, chance);
    default:
      return fitting(schema, [...TEXTS, ...NUMBERS], chance);
  }
}

function fitting(schema: z.ZodType, from: readonly unknown[], chance: Chance): unknown {
  const fits = from.filter((value) => schema.safeParse(value).success);
  return fits.length > 0 ? pick(chance, fits) : pick(chance, from);
}

/** What JSON cannot say, or no window says: prototypes, endless and broken texts, loops, things of the program. */
export function aSpite(chance: Chance): unknown {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  let deep: unknown = 1;
  for (let level = 0; level < 200; level++) deep = [deep];
  return pick<unknown>(chance, [
    Number.NaN,
    -0,
    Number.POSITIVE_INFINITY,
    1e308,
    2 ** 53,
    -1,
    0.5,
    10n,
    Symbol('s'),
    () => 1,
    new Date(0),
    new Date(Number.NaN),
    new Map([[1, 2]]),
    new Set([1]),
    new Uint8Array(4),
    new ArrayBuffer(4),
    /x/,
    new Error('x'),
    Promise.resolve(1),
    loop,
    deep,
    'x'.repeat(2 ** 21),
    '\ud800',
    'a\udc00b',
    'a\0b',
    '\u001b[31m',
    '\u202egnp.exe',
    '\uffff',
    JSON.parse('{"__proto__":{"admin":true}}'),
    Object.create({ name: '王' }),
    { constructor: { prototype: {} } },
    Object.assign([], { length: 2 ** 31 }),
    Object.assign([], { length: 5 }),
    null,
    undefined,
    true,
    '',
    ' ',
    '=1+1',
    "'; DROP TABLE resident; --",
    '../../etc/passwd',
    '2026-02-30',
    '9999-99-99',
    '2026-13',
    '１２３',
    'NaN',
    '[object Object]',
    [],
    {},
    [[]],
    { length: -1 },
    '王'.repeat(5000),
    new Proxy({}, {}),
    Object.defineProperty({}, 'name', { enumerable: true, get: () => 'x' }),
  ]);
}

/** The guess with one of its fields spoiled, wherever it stands, or with a field more. */
export function spoiled(guess: unknown, chance: Chance): unknown {
  if (typeof guess !== 'object' || guess === null || chance() < 0.1) return aSpite(chance);
  if (Array.isArray(guess)) {
    if (guess.length === 0 || chance() < 0.2) return [...(guess as unknown[]), aSpite(chance)];
    const at = Math.floor(chance() * guess.length);
    return guess.map((item: unknown, index) => (index === at ? spoiled(item, chance) : item));
  }
  const names = Object.keys(guess);
  if (names.length === 0 || chance() < 0.1)
    return { ...guess, [pick(chance, ['junk', 'id', 'role', 'constructor', 'toString'])]: aSpite(chance) };
  const name = pick(chance, names);
  if (chance() < 0.15) return Object.fromEntries(Object.entries(guess).filter(([other]) => other !== name));
  return { ...guess, [name]: spoiled((guess as Record<string, unknown>)[name], chance) };
}
