import { addDays, day, isWeekend, type Day } from '../calendar/day.ts';
import {
  noHistory,
  noTerms,
  type Cover,
  type Limits,
  type Person,
  type Request,
  type RosterModel,
  type ShiftType,
} from './model.ts';
import {
  dayAt,
  firstRepeated,
  known,
  NrpFormatError,
  numberAt,
  splitSections,
  toNumber,
  wordAt,
  type Line,
} from './nrp-lines.ts';

/** Every instance starts on a Monday; which one does not matter. */
const FIRST_DAY = day('2024-01-01');
const LONGEST_HORIZON = 366;

/** Larger than any roster of an instance can reach, so that no rule of the house binds. */
const UNBOUNDED = 1_000_000;

const noHouseLimits: Limits = {
  daysInARow: UNBOUNDED,
  nightsInARow: null,
  minutesInAWeek: null,
  restBetweenShifts: 0,
  forbiddenSuccessions: [],
  ordinaryDay: UNBOUNDED,
  extensionInADay: UNBOUNDED,
  extensionInAMonth: UNBOUNDED,
  comprehensiveHours: false,
};

/** The house's own soft rules, which the instances do not know. */
const noHouseWeights: RosterModel['weights'] = {
  locked: 0,
  overtime: 0,
  restAfterNight: 0,
  longRun: 0,
  singleRest: 0,
  singleShift: 0,
  fairHours: 0,
  fairNights: 0,
  fairWeekends: 0,
  fairHolidays: 0,
};

/**
 * Reads a shift scheduling instance in the text format of Curtois & Qu (2014) into the model of the house. Its rules
 * are hard terms of each person, days off are leave, its cost is that of requests and cover, and no rule of the house
 * binds or costs anything. Throws NrpFormatError.
 */
export function readNrp(text: string): RosterModel {
  const lines = splitSections(text);
  const days = readHorizon(lines.SECTION_HORIZON);
  const shifts = readShifts(lines.SECTION_SHIFTS);
  const codes = new Set(shifts.types.map((shift) => shift.code));
  const names = { days, codes };
  const away = readDaysOff(lines.SECTION_DAYS_OFF, days);
  const people = lines.SECTION_STAFF.map((line) => readPerson(line, names, away));
  const ids = new Set(people.map((person) => person.id));
  if (ids.size < people.length) throw new NrpFormatError(firstRepeated(lines.SECTION_STAFF), 'repeated');
  for (const [id, { line }] of away) {
    if (!ids.has(id)) throw new NrpFormatError(line.number, `nobody is called ${id}`);
  }
  const readRequest = (wanted: boolean) => (line: Line) => toRequest(line, { ...names, ids }, wanted);
  return {
    days,
    workdays: days.filter((date) => !isWeekend(date)),
    shifts: shifts.types,
    people,
    cover: lines.SECTION_COVER.map((line) => readCover(line, names)),
    locks: [],
    limits: { ...noHouseLimits, forbiddenSuccessions: shifts.forbidden },
    holidays: [],
    requests: [
      ...lines.SECTION_SHIFT_ON_REQUESTS.map(readRequest(true)),
      ...lines.SECTION_SHIFT_OFF_REQUESTS.map(readRequest(false)),
    ],
    published: null,
    weights: noHouseWeights,
  };
}

function readHorizon(lines: readonly Line[]): Day[] {
  const [line, more] = lines;
  if (!line || more) throw new NrpFormatError(more?.number ?? 1, 'the horizon is one number of days');
  const length = numberAt(line, 0, 'the number of days');
  if (length < 1 || length > LONGEST_HORIZON) {
    throw new NrpFormatError(line.number, `the horizon has 1 to ${LONGEST_HORIZON} days`);
  }
  return Array.from({ length }, (_, index) => addDays(FIRST_DAY, index));
}

function readShifts(lines: readonly Line[]): {
  types: ShiftType[];
  forbidden: { before: string; after: string }[];
} {
  const codes = new Set(lines.map((line) => line.cells[0] ?? ''));
  if (codes.size < lines.length) throw new NrpFormatError(firstRepeated(lines), 'repeated');
  return {
    types: lines.map((line) => ({
      code: wordAt(line, 0, 'the shift'),
      // The instances name only lengths: with these times any shift leaves time enough before any other.
      startsAt: '00:00',
      endsAt: '00:01',
      minutes: numberAt(line, 1, 'the length in minutes'),
      night: false,
    })),
    forbidden: lines.flatMap((line) =>
      (line.cells[2] ?? '')
        .split('|')
        .map((code) => code.trim())
        .filter((code) => code !== '')
        .map((after) => ({ before: line.cells[0] ?? '', after: known(line, after, codes, 'shift') })),
    ),
  };
}

type DaysOff = ReadonlyMap<string, { readonly line: Line; readonly days: readonly Day[] }>;

function readDaysOff(lines: readonly Line[], days: readonly Day[]): DaysOff {
  const away = new Map<string, { line: Line; days: Day[] }>();
  for (const line of lines) {
    const of = away.get(line.cells[0] ?? '') ?? { line, days: [] };
    away.set(wordAt(line, 0, 'the person'), of);
    for (const [index, cell] of line.cells.entries()) {
      if (index > 0 && cell !== '') of.days.push(dayAt(line, index, days));
    }
  }
  return away;
}

type Names = { readonly days: readonly Day[]; readonly codes: ReadonlySet<string> };

function readPerson(line: Line, { days, codes }: Names, away: DaysOff): Person {
  const id = wordAt(line, 0, 'the person');
  const most = readMost(line, codes);
  return {
    id,
    absences: [...new Set(away.get(id)?.days)].map((date) => ({ day: date, why: 'leave' })),
    protectedOn: [],
    shifts: [...codes].filter((code) => (most.get(code) ?? 0) > 0),
    before: [],
    terms: {
      ...noTerms,
      // More of a shift than there are days is no limit.
      mostOf: Object.fromEntries([...most].filter(([, count]) => count > 0 && count < days.length)),
      mostMinutes: numberAt(line, 2, 'the most minutes'),
      leastMinutes: numberAt(line, 3, 'the least minutes'),
      mostDaysInARow: numberAt(line, 4, 'the most shifts in a row'),
      leastDaysInARow: numberAt(line, 5, 'the least shifts in a row'),
      leastRestInARow: numberAt(line, 6, 'the least days off in a row'),
      mostWeekends: numberAt(line, 7, 'the most weekends'),
    },
    history: noHistory,
  };
}

/** `E=14|D=28`: most of each shift; 0 or not named means that she does not work it. */
function readMost(line: Line, codes: ReadonlySet<string>): Map<string, number> {
  const most = new Map<string, number>();
  for (const part of (line.cells[1] ?? '').split('|').filter((text) => text.trim() !== '')) {
    const [code = '', count = ''] = part.split('=').map((text) => text.trim());
    most.set(known(line, code, codes, 'shift'), toNumber(line, count, `the most ${code} shifts`));
  }
  return most;
}

function toRequest(
  line: Line,
  { days, codes, ids }: Names & { readonly ids: ReadonlySet<string> },
  wanted: boolean,
): Request {
  return {
    person: known(line, wordAt(line, 0, 'the person'), ids, 'person'),
    day: dayAt(line, 1, days),
    shift: known(line, wordAt(line, 2, 'the shift'), codes, 'shift'),
    wanted,
    weight: numberAt(line, 3, 'the weight'),
  };
}

function readCover(line: Line, { days, codes }: Names): Cover {
  return {
    day: dayAt(line, 0, days),
    shift: known(line, wordAt(line, 1, 'the shift'), codes, 'shift'),
    minimum: numberAt(line, 2, 'the number of people'),
    among: null,
    missing: numberAt(line, 3, 'the weight for under'),
    surplus: numberAt(line, 4, 'the weight for over'),
  };
}
