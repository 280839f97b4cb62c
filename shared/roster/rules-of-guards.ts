import { REST, type CompiledModel, type CompiledPerson } from './compile.ts';
import { house, type PersonRule } from './rule.ts';
import { ofCells } from './rules-of-cells.ts';

type Marks = (person: CompiledPerson) => Uint8Array;

/** Days of work on marked days, said once for the whole month, so that a standing fact is one remark and not thirty. */
function daysMarked(rule: Omit<PersonRule, 'check' | 'encode' | 'unit'>, marks: Marks): PersonRule {
  return {
    ...rule,
    unit: 'days',
    check({ lead, length }, person, row, found) {
      let [first, last, days] = [-1, -1, 0];
      for (let at = lead; at < length; at++) {
        if (marks(person)[at] !== 1 || row[at] === REST) continue;
        if (days === 0) first = at;
        last = at;
        days++;
      }
      if (days > 0) found(first, last, days);
    },
    encode: (model, person) =>
      hasMarks(model, marks(person))
        ? [
            {
              kind: 'cells',
              amount: (at, shift) => (shift !== REST && marks(person)[at] === 1 ? 1 : 0),
            },
          ]
        : [],
  };
}

function hasMarks({ lead, length }: CompiledModel, marks: Uint8Array): boolean {
  return marks.subarray(lead, length).includes(1);
}

/** Nobody is in two places on one day. */
export const workElsewhere = ofCells(
  { key: 'workElsewhere', source: house, hard: true, weight: 1000, unit: 'days' },
  (_model, person, at, shift) => (shift !== REST && person.elsewhere[at] === 1 ? 1 : 0),
);

/** A day after the end of the recorded health certificate, where the house forbids it. */
export const uncertifiedForbids = ofCells(
  { key: 'expiredCertificate', source: house, hard: true, weight: 1000, unit: 'days' },
  (_model, person, at, shift) => (shift !== REST && person.uncertified[at] === 1 ? 1 : 0),
);

/** The same where the house lets it pass with a reason: the certified go first where it costs nobody her fair share. */
export const uncertifiedWarns = daysMarked(
  { key: 'expiredCertificate', source: house, hard: false, weight: 0.5 },
  ({ uncertified }) => uncertified,
);

/** One person in two public-welfare posts (domain.md 2e, alerts): it speaks on publishing and does not bend the roster. */
export const doublePost = daysMarked(
  { key: 'doublePost', source: house, hard: false, weight: 0.01 },
  ({ secondPost }) => secondPost,
);
