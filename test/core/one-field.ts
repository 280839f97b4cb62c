/** An input that differs from a valid one in one place, and what was done there, for people. */
export type Spoiled = { readonly what: string; readonly input: unknown };

const DAYS = [
  '0000-01-01',
  '0001-01-01',
  '1899-12-31',
  '1900-02-29',
  '2026-02-30',
  '2026-13-01',
  '2026-2-3',
  '2100-01-01',
  '9999-12-31',
  '+010000-01',
  '2026-11-05T00:00:00Z',
  '２０２６-11-05',
];
const MONTHS = ['0000-01', '0001-01', '1899-12', '2026-00', '2026-13', '2100-01', '9999-12', '2026-1'];
const TIMES = ['24:00', '23:59', '00:00', '8:00', '-1:00', '99:99'];

const TEXTS = [
  '',
  ' ',
  '\t\n',
  'x',
  'x'.repeat(101),
  '王'.repeat(5000),
  'x'.repeat(100_000),
  '王\u202e国庆',
  '王\0国庆',
  '王\u200b国庆',
  '\ufeff王国庆',
  'e\u0301'.repeat(8),
  '\ud83d\ude00𠮷ﷺ',
  `Z${'\u0300'.repeat(200)}`,
  '\ud800',
  '=HYPERLINK("http://x","y")',
  "'; DROP TABLE resident; --",
  '%_%',
  '"\\\'',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '{{x}}${x}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '0x10',
  '1e3',
  '-0',
  'nobody-has-this-id',
  '00000000-0000-4000-8000-000000000000',
];

const NUMBERS = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  0,
  -1,
  1.5,
  0.1 + 0.2,
  1e308,
  -1e308,
  5e-324,
  1e21,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  366,
  1_000_000,
];

const OTHER_TYPES: readonly unknown[] = [null, undefined, true, false, 7, '7', [], {}, [[]], { id: 'x' }];

/** Pairs of fields that say from when until when, what is least and most. */
const RANGES = [
  ['startsOn', 'endsOn'],
  ['startsAt', 'endsAt'],
  ['from', 'until'],
  ['from', 'to'],
] as const;

/**
 * Every input that comes of a valid one by spoiling it in one place: another type, nothing, too much, days that are none or at the end
 * of time, numbers that are none, texts that show as something else, the id of another record (`ids`), a range turned round, an item
 * twice, a field too many or too few.
 */
export function* spoiledInOnePlace(
  valid: unknown,
  ids: readonly string[],
): Generator<Spoiled, void, undefined> {
  yield* spoil(valid, '', ids, (put) => put);
}

type Put = (put: unknown) => unknown;

function* spoil(
  value: unknown,
  at: string,
  ids: readonly string[],
  whole: Put,
): Generator<Spoiled, void, undefined> {
  const as = (what: string, put: unknown): Spoiled => ({
    what: `${at || 'all'}: ${what}`,
    input: whole(put),
  });
  for (const other of OTHER_TYPES)
    if (kindOf(other) !== kindOf(value)) yield as(`${kindOf(other)} ${JSON.stringify(other)}`, other);
  if (typeof value === 'string') {
    for (const text of [
      ...TEXTS,
      ...DAYS,
      ...MONTHS,
      ...TIMES,
      ...ids,
      `${value} `,
      ` ${value}`,
      value + value,
      value.toUpperCase(),
      value.toLowerCase(),
    ])
      if (text !== value) yield as(`“${text.slice(0, 40)}” of ${text.length}`, text);
    yield as('in a list', [value]);
  } else if (typeof value === 'number') {
    for (const number of NUMBERS) yield as(`${number}`, number);
    yield as('as text', String(value));
  } else if (Array.isArray(value)) {
    yield as('every item twice', [...(value as unknown[]), ...(value as unknown[])]);
    yield as('a thousand times', Array.from({ length: 1000 }, () => value as unknown[]).flat());
    yield as('turned round', value.toReversed());
    yield as('a hole in it', Object.assign([...(value as unknown[])], { length: value.length + 1 }));
    yield as('nothing in it', [...(value as unknown[]), null]);
    for (const [index, item] of value.entries())
      yield* spoil(item, `${at}[${index}]`, ids, (put) => whole(value.with(index, put)));
  } else if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    yield as('a field too many', { ...value, junk: 1 });
    for (const [from, to] of RANGES)
      if (from in value && to in value) {
        const { [from]: first, [to]: last } = value as Record<string, unknown>;
        if (first !== last)
          yield as(`${from} and ${to} changed over`, { ...value, [from]: last, [to]: first });
        yield as(`${to} long before ${from}`, {
          ...value,
          [to]: typeof first === 'string' ? first.replace(/^20/, '19') : 0,
        });
        yield as(`${from} to ${to} a hundred years`, {
          ...value,
          [to]: typeof first === 'string' ? first.replace(/^20/, '21') : 1e9,
        });
      }
    for (const [name, item] of fields) {
      yield as(`without ${name}`, Object.fromEntries(fields.filter(([other]) => other !== name)));
      yield* spoil(item, at ? `${at}.${name}` : name, ids, (put) => whole({ ...value, [name]: put }));
    }
  }
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
