/**
 * Reads and judges the instances of Curtois & Qu on its own, sharing nothing with shared/roster: what the adapter, the
 * rules and `evaluate` say must agree with it.
 */
export type NrpInstance = {
  readonly days: number;
  readonly shifts: readonly NrpShift[];
  readonly staff: readonly NrpPerson[];
  readonly wanted: readonly NrpRequest[];
  readonly unwanted: readonly NrpRequest[];
  readonly cover: readonly NrpCover[];
};
export type NrpShift = {
  readonly id: string;
  readonly minutes: number;
  readonly notBefore: readonly string[];
};
export type NrpPerson = {
  readonly id: string;
  readonly most: ReadonlyMap<string, number>;
  readonly mostMinutes: number;
  readonly leastMinutes: number;
  readonly mostRun: number;
  readonly leastRun: number;
  readonly leastRest: number;
  readonly mostWeekends: number;
  readonly daysOff: ReadonlySet<number>;
};
type NrpRequest = {
  readonly person: string;
  readonly day: number;
  readonly shift: string;
  readonly weight: number;
};
type NrpCover = {
  readonly day: number;
  readonly shift: string;
  readonly needed: number;
  readonly under: number;
  readonly over: number;
};

/** A shift or null for each day, by person. */
export type NrpRoster = Readonly<Record<string, readonly (string | null)[]>>;
export type NrpVerdict = { readonly cost: number; readonly hard: readonly string[] };

export function parseNrp(text: string): NrpInstance {
  const rows = (section: string) => rowsOf(text, section);
  const daysOff = new Map<string, number[]>();
  for (const [id = '', ...days] of rows('SECTION_DAYS_OFF')) {
    daysOff.set(id, [...(daysOff.get(id) ?? []), ...days.map(Number)]);
  }
  return {
    days: Number(rows('SECTION_HORIZON')[0]?.[0]),
    shifts: rows('SECTION_SHIFTS').map(([id = '', minutes, next]) => ({
      id,
      minutes: Number(minutes),
      notBefore: words(next),
    })),
    staff: rows('SECTION_STAFF').map(([id = '', most, ...numbers]) => {
      const [mostMinutes = 0, leastMinutes = 0, mostRun = 0, leastRun = 0, leastRest = 0, mostWeekends = 0] =
        numbers.map(Number);
      return {
        id,
        most: new Map(
          words(most).map((word) => [word.split('=')[0] ?? '', Number(word.split('=')[1])] as const),
        ),
        mostMinutes,
        leastMinutes,
        mostRun,
        leastRun,
        leastRest,
        mostWeekends,
        daysOff: new Set(daysOff.get(id)),
      };
    }),
    wanted: rows('SECTION_SHIFT_ON_REQUESTS').map(request),
    unwanted: rows('SECTION_SHIFT_OFF_REQUESTS').map(request),
    cover: rows('SECTION_COVER').map(([day, shift = '', needed, under, over]) => ({
      day: Number(day),
      shift,
      needed: Number(needed),
      under: Number(under),
      over: Number(over),
    })),
  };
}

/** The lines of a section, split at commas, comments left out. */
function rowsOf(text: string, section: string): string[][] {
  const body = text.replaceAll('\r', '').split(`${section}\n`)[1]?.split('SECTION_')[0] ?? '';
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').map((cell) => cell.trim()));
}

function words(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter((word) => word !== '');
}

function request([person = '', day, shift = '', weight]: string[]): NrpRequest {
  return { person, day: Number(day), shift, weight: Number(weight) };
}

/** The cost of a roster and a sentence for each breach of a hard rule, by the rules in roster.md, section 2. */
export function verifyNrp(instance: NrpInstance, roster: NrpRoster): NrpVerdict {
  let cost = 0;
  const at = (person: string, day: number) => roster[person]?.[day] ?? null;
  for (const { person, day, shift, weight } of instance.wanted) if (at(person, day) !== shift) cost += weight;
  for (const { person, day, shift, weight } of instance.unwanted) {
    if (at(person, day) === shift) cost += weight;
  }
  for (const { day, shift, needed, under, over } of instance.cover) {
    const there = instance.staff.filter((person) => at(person.id, day) === shift).length;
    cost += there < needed ? (needed - there) * under : (there - needed) * over;
  }
  return { cost, hard: instance.staff.flatMap((person) => breaches(instance, person, roster[person.id])) };
}

function breaches(
  instance: NrpInstance,
  person: NrpPerson,
  cells: readonly (string | null)[] = [],
): string[] {
  const found: string[] = [];
  const say = (what: string) => found.push(`${person.id} ${what}`);
  const row = Array.from({ length: instance.days }, (_, day) => cells[day] ?? null);
  const shiftOf = new Map(instance.shifts.map((shift) => [shift.id, shift]));

  let minutes = 0;
  for (const [day, code] of row.entries()) {
    if (code === null) continue;
    const [shift, next] = [shiftOf.get(code), row[day + 1] ?? null];
    minutes += shift?.minutes ?? 0;
    if (person.daysOff.has(day)) say(`works on day off ${day}`);
    if (next !== null && shift?.notBefore.includes(next)) say(`${code} before ${next} on day ${day}`);
  }
  for (const { id } of instance.shifts) {
    const count = row.filter((code) => code === id).length;
    if (count > (person.most.get(id) ?? 0)) say(`${count} times ${id}`);
  }
  if (minutes > person.mostMinutes) say(`${minutes} minutes, most ${person.mostMinutes}`);
  if (minutes < person.leastMinutes) say(`${minutes} minutes, least ${person.leastMinutes}`);

  for (let from = 0; from < row.length;) {
    let to = from;
    while (to < row.length && (row[to] === null) === (row[from] === null)) to++;
    const touchesEnd = from === 0 || to === row.length;
    if (row[from] === null) {
      if (!touchesEnd && to - from < person.leastRest) say(`rests ${to - from} days from ${from}`);
    } else {
      if (to - from > person.mostRun) say(`works ${to - from} days from ${from}`);
      if (!touchesEnd && to - from < person.leastRun) say(`works only ${to - from} days from ${from}`);
    }
    from = to;
  }
  let weekends = 0;
  for (let saturday = 5; saturday < row.length; saturday += 7) {
    if ((row[saturday] ?? null) !== null || (row[saturday + 1] ?? null) !== null) weekends++;
  }
  if (weekends > person.mostWeekends) say(`${weekends} weekends`);
  return found;
}
