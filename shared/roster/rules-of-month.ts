import { REST, type CompiledModel, type CompiledPerson, type Row } from './compile.ts';
import { house, labourLaw, womenProtection, type Encoding, type Measure, type PersonRule } from './rule.ts';

type Meta = Omit<PersonRule, 'check' | 'encode'>;
/** A sum over the roster and the band in which it should lie; several for a rule about each kind of shift. */
type Bound = { readonly measure: Measure; readonly least?: number; readonly most?: number };

/** A rule about sums over the whole roster: its check walks the same measures as its encoding. */
function ofMonth(
  meta: Meta,
  bounds: (model: CompiledModel, person: CompiledPerson) => readonly Bound[],
): PersonRule {
  return {
    ...meta,
    check(model, person, row, found) {
      for (const { measure, least = 0, most = Number.POSITIVE_INFINITY } of bounds(model, person)) {
        const sum = sumOf(model, row, measure);
        if (sum > most) found(model.lead, model.length - 1, sum - most);
        else if (sum < least) found(model.lead, model.length - 1, sum - least);
      }
    },
    encode: (model, person) =>
      bounds(model, person).map(({ measure, least = 0, most = Number.POSITIVE_INFINITY }): Encoding => ({
        kind: 'count',
        measure,
        least,
        most,
      })),
  };
}

function sumOf({ lead, length }: CompiledModel, row: Row, measure: Measure): number {
  let sum = 0;
  for (let at = lead; at < length; at++) sum += measure.add(at, row[at - 1] !== REST, row[at] ?? REST);
  return sum;
}

const minutesOf = ({ minutes }: CompiledModel): Measure => ({
  id: 'minutes',
  add: (_at, _worked, shift) => (shift === REST ? 0 : (minutes[shift] ?? 0)),
});
const nightsOf = ({ night }: CompiledModel): Measure => ({
  id: 'nights',
  add: (_at, _worked, shift) => (shift === REST ? 0 : (night[shift] ?? 0)),
});
const marked = (id: string, marks: Uint8Array): Measure => ({
  id,
  add: (at, _worked, shift) => (shift === REST ? 0 : (marks[at] ?? 0)),
});
const shiftsOf = (code: number): Measure => ({
  id: `shift${code}`,
  add: (_at, _worked, shift) => (shift === code ? 1 : 0),
});
/** A weekend counts once, on the first of its days that is worked. */
const weekendsOf = ({ weekend }: CompiledModel): Measure => ({
  id: 'weekends',
  add: (at, worked, shift) =>
    shift === REST || weekend[at] === 0 || (worked && weekend[at - 1] === 1) ? 0 : 1,
});

const hardMinutes = { source: house, hard: true, weight: 1, unit: 'minutes' } as const;
const softMinutes = { source: house, hard: false, unit: 'minutes' } as const;

/** At most 36 hours of extension a month (劳动法 41). */
export const monthlyExtension = (hard: boolean): PersonRule =>
  ofMonth(
    { key: 'monthlyExtension', source: labourLaw(41), hard, weight: 1, unit: 'minutes' },
    (model, person) => [
      { measure: minutesOf(model), most: person.ordinaryMinutes + model.limits.extensionInAMonth },
    ],
  );

/** No extension at all in late pregnancy and while nursing (女职工劳动保护特别规定 6, 9): neither on a day nor in the month. */
export const protectedHours: PersonRule = {
  key: 'protectedHours',
  source: womenProtection,
  hard: true,
  weight: 1,
  unit: 'minutes',
  check(model, person, row, found) {
    if (!person.guarded) return;
    for (let at = model.lead; at < model.length; at++) {
      const over = overOn(model, person, at, row[at] ?? REST);
      if (over > 0) found(at, at, over);
    }
    const over = sumOf(model, row, minutesOf(model)) - person.ordinaryMinutes;
    if (over > 0) found(model.lead, model.length - 1, over);
  },
  encode: (model, person) =>
    person.guarded
      ? [
          { kind: 'cells', amount: (at, shift) => overOn(model, person, at, shift) },
          { kind: 'count', measure: minutesOf(model), least: 0, most: person.ordinaryMinutes },
        ]
      : [],
};

function overOn(
  { minutes, limits }: CompiledModel,
  person: CompiledPerson,
  at: number,
  shift: number,
): number {
  if (shift === REST || person.protectedOn[at] === 0) return 0;
  return Math.max(0, (minutes[shift] ?? 0) - limits.ordinaryDay);
}

export const mostOfShift = ofMonth(
  { key: 'mostOfShift', source: house, hard: true, weight: 1000, unit: 'shifts' },
  ({ shifts }, { person }) =>
    shifts.flatMap(({ code }, index) => {
      const most = person.terms.mostOf[code];
      return most === undefined ? [] : [{ measure: shiftsOf(index), most }];
    }),
);

export const leastMinutes = ofMonth({ key: 'leastMinutes', ...hardMinutes }, (model, { person }) =>
  person.terms.leastMinutes === null ? [] : [{ measure: minutesOf(model), least: person.terms.leastMinutes }],
);

export const mostMinutes = ofMonth({ key: 'mostMinutes', ...hardMinutes }, (model, { person }) =>
  person.terms.mostMinutes === null ? [] : [{ measure: minutesOf(model), most: person.terms.mostMinutes }],
);

export const mostWeekends = ofMonth(
  { key: 'mostWeekends', source: house, hard: true, weight: 1000, unit: 'days' },
  (model, { person }) =>
    person.terms.mostWeekends === null
      ? []
      : [{ measure: weekendsOf(model), most: person.terms.mostWeekends }],
);

/** Work beyond the ordinary hours of the month is paid more (劳动法 44): avoided where it can be. */
export const overtime = ofMonth(
  { key: 'overtime', ...softMinutes, source: labourLaw(44), weight: 0.02 },
  (model, person) => [{ measure: minutesOf(model), most: person.ordinaryMinutes }],
);

export const fairHours = ofMonth({ key: 'fairHours', ...softMinutes, weight: 4 / 480 }, (model, person) => [
  { measure: minutesOf(model), ...person.fair.minutes },
]);

export const fairNights = ofMonth(
  { key: 'fairNights', source: house, hard: false, weight: 6, unit: 'shifts' },
  (model, person) => [{ measure: nightsOf(model), ...person.fair.nights }],
);

export const fairWeekends = ofMonth(
  { key: 'fairWeekends', source: house, hard: false, weight: 2, unit: 'shifts' },
  (model, person) => [{ measure: marked('weekendDays', model.weekend), ...person.fair.weekends }],
);

export const fairHolidays = ofMonth(
  { key: 'fairHolidays', source: house, hard: false, weight: 6, unit: 'shifts' },
  (model, person) =>
    model.model.holidays.length === 0
      ? []
      : [{ measure: marked('holidays', model.holiday), ...person.fair.holidays }],
);
