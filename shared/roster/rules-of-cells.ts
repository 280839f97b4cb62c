import { NOT_LOCKED, REST, type CompiledModel, type CompiledPerson } from './compile.ts';
import { house, labourLaw, womenProtection, type CellsEncoding, type PersonRule } from './rule.ts';

type Amount = (house: CompiledModel, person: CompiledPerson, at: number, shift: number) => number;

/** A rule that judges each cell by itself: its check and its encoding are the same function. */
export function ofCells(rule: Omit<PersonRule, 'check' | 'encode'>, amount: Amount): PersonRule {
  return {
    ...rule,
    check(model, person, row, found) {
      for (let at = model.lead; at < model.length; at++) {
        const size = amount(model, person, at, row[at] ?? REST);
        if (size > 0) found(at, at, size);
      }
    },
    encode: (model, person): CellsEncoding[] => [
      { kind: 'cells', amount: (at, shift) => amount(model, person, at, shift) },
    ],
  };
}

const hardDay = { source: house, hard: true, weight: 1000, unit: 'days' } as const;

export const leave = ofCells({ key: 'leave', ...hardDay }, (_model, person, at, shift) =>
  shift !== REST && person.absent[at] === 1 ? 1 : 0,
);

export const notEmployed = ofCells({ key: 'notEmployed', ...hardDay }, (_model, person, at, shift) =>
  shift !== REST && person.absent[at] === 2 ? 1 : 0,
);

export const shiftNotAllowed = ofCells({ key: 'shiftNotAllowed', ...hardDay }, (_model, person, _at, shift) =>
  shift !== REST && person.allowed[shift] === 0 ? 1 : 0,
);

/** No night in late pregnancy and while nursing a child under one (女职工劳动保护特别规定 6, 9). */
export const protectedNight = ofCells(
  { key: 'protectedNight', ...hardDay, source: womenProtection },
  ({ night }, person, at, shift) =>
    shift !== REST && night[shift] === 1 && person.protectedOn[at] === 1 ? 1 : 0,
);

/** At most three hours beyond the ordinary day (劳动法 41). */
export const dailyExtension = (hard: boolean): PersonRule =>
  ofCells(
    { key: 'dailyExtension', source: labourLaw(41), hard, weight: 1, unit: 'minutes' },
    ({ minutes, limits }, _person, _at, shift) =>
      shift === REST ? 0 : Math.max(0, (minutes[shift] ?? 0) - limits.ordinaryDay - limits.extensionInADay),
  );

export const locked = ofCells(
  { key: 'locked', source: house, hard: false, weight: 60, unit: 'days' },
  (_model, person, at, shift) => {
    const lock = person.locked[at] ?? NOT_LOCKED;
    return lock !== NOT_LOCKED && lock !== shift ? 1 : 0;
  },
);

/** A cell that people already know stays as it was published, unless it is worth its price. */
export const changedCell = ofCells(
  { key: 'changedCell', source: house, hard: false, weight: 1, unit: 'weight' },
  (_model, person, at, shift) =>
    person.published !== null && person.published[at] !== shift ? person.changeCost : 0,
);

/** Wishes; the amount is what the wishes that are not granted weigh. */
export const request = ofCells(
  { key: 'request', source: house, hard: false, weight: 1, unit: 'weight' },
  ({ shifts }, person, at, shift) => person.wishes[at * (shifts.length + 1) + shift + 1] ?? 0,
);

/** Each person who has to be told of a change has her price, however many cells change. */
export const changedPerson: PersonRule = {
  key: 'changedPerson',
  source: house,
  hard: false,
  weight: 1,
  unit: 'weight',
  check({ lead, length }, { published, changePersonCost }, row, found) {
    if (published === null || changePersonCost === 0) return;
    const changed = Array.from({ length: length - lead }, (_, day) => lead + day).filter(
      (at) => published[at] !== row[at],
    );
    const [first, last] = [changed[0], changed.at(-1)];
    if (first !== undefined && last !== undefined) found(first, last, changePersonCost);
  },
  encode: (_model, { published, changePersonCost }) =>
    published === null || changePersonCost === 0
      ? []
      : [{ kind: 'same', row: published, amount: changePersonCost }],
};
