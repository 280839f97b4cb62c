import type { RosterView } from '../../shared/roster/contract.ts';
import type { Remark } from '../../shared/roster/remarks.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import { partText } from './cover-looks.ts';
import { shiftName } from './looks.ts';
import { ruleText } from './rule-text.ts';

type Facts = {
  readonly view: RosterView;
  readonly words: Words<Messages>;
  readonly language: Language;
};

/** What contradicts itself, in one sentence. */
export function remarkText(remark: Remark, { view, words, language }: Facts): string {
  const texts = words.rosterGenerate.remarks;
  const nameOf = (person: string) => view.people.find(({ id }) => id === person)?.name ?? '';
  const shift = (code: string | null) => nameOfShift(view, code, words.roster.rest, language);
  switch (remark.kind) {
    case 'lock': {
      const facts = {
        name: nameOf(remark.person),
        day: shortDayText(remark.day, language),
        shift: shift(remark.shift),
      };
      if (remark.rule === null) return fill(texts.lockGone, facts);
      const rule = ruleText(words.roster, { rule: remark.rule, amount: view.model.limits.restBetweenShifts });
      return fill(texts.lock, { ...facts, rule });
    }
    case 'impossible': {
      const needs: Readonly<Record<string, string>> = words.rosterGenerate.needs;
      const rule = needs[remark.rule] ?? words.rosterGenerate.otherNeed;
      return fill(texts.impossible, { name: nameOf(remark.person), rule });
    }
    case 'nobodyOn':
      return fill(texts.nobodyOn, { day: shortDayText(remark.day, language) });
    case 'nobodyFor':
      return remark.part
        ? fill(texts.nobodyForPart, {
            shift: shift(remark.shift),
            part: partText(words.rosterGrid, remark.part, []),
            days: remark.days,
          })
        : fill(texts.nobodyFor, { shift: shift(remark.shift), days: remark.days });
    case 'noSuchShift':
      return fill(texts.noSuchShift, { shift: remark.shift, days: remark.days });
  }
}

export function nameOfShift(view: RosterView, code: string | null, rest: string, language: Language): string {
  if (code === null) return rest;
  const kind = view.model.shifts.find((one) => one.code === code);
  return kind ? shiftName(kind, language) : code;
}
