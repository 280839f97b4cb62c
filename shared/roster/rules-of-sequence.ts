import { REST, type CompiledModel, type CompiledPerson, type Row } from './compile.ts';
import { house, labourLaw, type PatternEncoding, type PersonRule } from './rule.ts';

type Pattern = Omit<PatternEncoding, 'kind'>;
type Meta = Omit<PersonRule, 'check' | 'encode'>;

/** A rule about neighbouring days; null: it says nothing about this person. */
function ofSequence(
  meta: Meta,
  pattern: (model: CompiledModel, person: CompiledPerson) => Pattern | null,
  check: PersonRule['check'],
): PersonRule {
  return {
    ...meta,
    check,
    encode: (model, person) => {
      const found = pattern(model, person);
      return found ? [{ kind: 'pattern', ...found }] : [];
    },
  };
}

const hardHouse = { source: house, hard: true, weight: 1000 } as const;
const softDays = { source: house, hard: false, unit: 'days' } as const;

/** Rest between two shifts (house rule, eleven hours unless the centre says otherwise), and forbidden successions. */
export const restBetween = ofSequence(
  { key: 'restBetween', ...hardHouse, unit: 'minutes' },
  ({ shifts, mayFollow, limits, lead }) => ({
    id: 'restBetween',
    start: REST,
    from: lead - 1,
    next: (_state, shift) => shift,
    amount: (state, shift) =>
      state !== REST && shift !== REST && mayFollow[state * shifts.length + shift] === 0
        ? limits.restBetweenShifts || 1
        : 0,
  }),
  ({ lead, length, shifts, mayFollow, limits }, _person, row, found) => {
    for (let at = lead; at < length; at++) {
      const [before, after] = [row[at - 1] ?? REST, row[at] ?? REST];
      if (before !== REST && after !== REST && mayFollow[before * shifts.length + after] === 0) {
        found(at - 1, at, limits.restBetweenShifts || 1);
      }
    }
  },
);

/** At least one rest day a week (劳动法 38): at most six working days in a row. */
export const weeklyRest = longRuns(
  { key: 'weeklyRest', source: labourLaw(38), hard: true, weight: 1000, unit: 'days' },
  ({ limits }) => limits.daysInARow,
);

export const mostDaysInARow = longRuns(
  { key: 'mostDaysInARow', ...hardHouse, unit: 'days' },
  (_model, { person }) => person.terms.mostDaysInARow,
);

export const longRun = longRuns({ key: 'longRun', ...softDays, weight: 4 }, () => 5);

export const nightsInARow = longRuns(
  { key: 'nightsInARow', ...hardHouse, unit: 'days' },
  ({ limits }) => limits.nightsInARow,
  ({ night }, shift) => night[shift] === 1,
);

export const leastDaysInARow = shortRuns(
  { key: 'leastDaysInARow', ...hardHouse, unit: 'days' },
  ({ terms }) => terms.leastDaysInARow,
  true,
);

export const leastRestInARow = shortRuns(
  { key: 'leastRestInARow', ...hardHouse, unit: 'days' },
  ({ terms }) => terms.leastRestInARow,
  false,
);

/** A night is followed by two days of rest: the first is slept through. */
export const restAfterNight = ofSequence(
  { key: 'restAfterNight', ...softDays, weight: 3 },
  ({ night, lead }) => ({
    // 1: the last day was a night; 2: the day of rest after a night.
    id: 'restAfterNight',
    start: 0,
    from: lead - 2,
    next: (state, shift) => (shift === REST ? (state === 1 ? 2 : 0) : (night[shift] ?? 0)),
    amount: (state, shift) => (state === 2 && shift !== REST ? 1 : 0),
  }),
  ({ lead, length, night }, _person, row, found) => {
    for (let at = lead; at < length; at++) {
      const shift = row[at - 2] ?? REST;
      if (shift !== REST && night[shift] === 1 && row[at - 1] === REST && row[at] !== REST)
        found(at - 1, at, 1);
    }
  },
);

/** A single day of rest after day shifts; after a night `restAfterNight` speaks of it. */
export const singleRest = ofSequence(
  { key: 'singleRest', ...softDays, weight: 1 },
  ({ night, lead }) => ({
    // 1: the last day was a day shift; 2: a first day of rest after it.
    id: 'singleRest',
    start: 0,
    from: lead - 1,
    next: (state, shift) => (shift === REST ? (state === 1 ? 2 : 0) : night[shift] === 1 ? 0 : 1),
    amount: (state, shift) => (state === 2 && shift !== REST ? 1 : 0),
  }),
  ({ lead, length, night }, _person, row, found) => {
    for (let at = lead; at < length - 1; at++) {
      const before = row[at - 1] ?? REST;
      if (row[at] === REST && before !== REST && night[before] === 0 && row[at + 1] !== REST)
        found(at, at, 1);
    }
  },
);

export const singleShift = ofSequence(
  { key: 'singleShift', ...softDays, weight: 2 },
  ({ lead }) => ({
    // 0: worked on; 1: rested; 2: a first day of work after rest.
    id: 'singleShift',
    start: 0,
    from: lead - 1,
    next: (state, shift) => (shift === REST ? 1 : state === 1 ? 2 : 0),
    amount: (state, shift) => (state === 2 && shift === REST ? 1 : 0),
  }),
  ({ lead, length }, _person, row, found) => {
    for (let at = lead; at < length - 1; at++) {
      if (row[at] !== REST && row[at - 1] === REST && row[at + 1] === REST) found(at, at, 1);
    }
  },
);

/** Most working time in any seven days; the memory is what the last six days came to. */
export const minutesInAWeek = ofSequence(
  { key: 'minutesInAWeek', ...hardHouse, unit: 'minutes' },
  ({ limits, minutes, lead, shifts }) => {
    const most = limits.minutesInAWeek;
    if (most === null) return null;
    const radix = shifts.length + 1;
    const past = radix ** 5;
    return {
      id: `minutesInAWeek${most}`,
      start: 0,
      from: lead - 6,
      next: (state, shift) => (state % past) * radix + shift + 1,
      amount: (state, shift) => {
        if (shift === REST) return 0;
        let sum = minutes[shift] ?? 0;
        for (let rest = state; rest > 0; rest = Math.floor(rest / radix))
          sum += rest % radix === 0 ? 0 : (minutes[(rest % radix) - 1] ?? 0);
        return Math.max(0, sum - most);
      },
    };
  },
  ({ limits, minutes, lead, length }, _person, row, found) => {
    if (limits.minutesInAWeek === null) return;
    for (let at = lead; at < length; at++) {
      if (row[at] === REST) continue;
      let sum = 0;
      for (let day = at - 6; day <= at; day++) sum += minutesAt(minutes, row[day]);
      if (sum > limits.minutesInAWeek) found(at - 6, at, sum - limits.minutesInAWeek);
    }
  },
);

/** Days of a kind in a row beyond the limit, the days before the roster counted. */
function longRuns(
  meta: Meta,
  limitOf: (model: CompiledModel, person: CompiledPerson) => number | null,
  counts: (model: CompiledModel, shift: number) => boolean = (_model, shift) => shift !== REST,
): PersonRule {
  return ofSequence(
    meta,
    (model, person) => {
      const limit = limitOf(model, person);
      if (limit === null || limit >= model.length) return null;
      return {
        id: `${meta.key}${limit}`,
        start: 0,
        from: 0,
        next: (state, shift) => (counts(model, shift) ? Math.min(state + 1, limit) : 0),
        amount: (state, shift) => (state >= limit && counts(model, shift) ? 1 : 0),
      };
    },
    (model, person, row, found) => {
      const limit = limitOf(model, person);
      if (limit === null) return;
      let run = 0;
      for (let at = 0; at <= model.length; at++) {
        if (at < model.length && counts(model, row[at] ?? REST)) {
          run++;
        } else {
          // Days before the roster cannot be mended any more: only what was added to such a run counts.
          const added = Math.min(run - limit, at - model.lead);
          if (added > 0) found(Math.max(at - run, 0), at - 1, added);
          run = 0;
        }
      }
    },
  );
}

/** Runs of work or of rest that are too short; a run that may go on outside of what is known is none. */
function shortRuns(
  meta: Meta,
  leastOf: (person: CompiledPerson['person']) => number | null,
  ofWork: boolean,
): PersonRule {
  return ofSequence(
    meta,
    (_model, { person, knownFrom }) => {
      const least = leastOf(person);
      if (least === null || least <= 1) return null;
      return {
        // 0: in the other kind of day; 1..least: length of the run, `least` for long enough or begun before what is known.
        id: `${meta.key}${least}`,
        start: least,
        from: knownFrom,
        next: (state, shift) =>
          (shift !== REST) === ofWork ? (state === 0 ? 1 : Math.min(state + 1, least)) : 0,
        amount: (state, shift) =>
          (shift !== REST) !== ofWork && state > 0 && state < least ? least - state : 0,
      };
    },
    (model, { person, knownFrom }, row, found) => {
      const least = leastOf(person);
      if (least === null || least <= 1) return;
      for (const run of runsOf(row, knownFrom, model.length, ofWork)) {
        if (run.first === knownFrom || run.last === model.length - 1 || run.last < model.lead - 1) continue;
        const length = run.last - run.first + 1;
        if (length < least) found(run.first, run.last, least - length);
      }
    },
  );
}

function runsOf(row: Row, from: number, to: number, ofWork: boolean): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (let at = from; at < to; at++) {
    if ((row[at] !== REST) !== ofWork) continue;
    const last = runs.at(-1);
    if (last?.last === at - 1) last.last = at;
    else runs.push({ first: at, last: at });
  }
  return runs;
}

function minutesAt(minutes: readonly number[], shift: number | undefined): number {
  return shift === undefined || shift === REST ? 0 : (minutes[shift] ?? 0);
}
