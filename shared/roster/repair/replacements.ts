import type { Day } from '../../calendar/day.ts';
import { compile, toRow } from '../compile.ts';
import { rowCost } from '../evaluate.ts';
import type { Roster, RosterModel } from '../model.ts';
import { openSlots, type Block } from '../open-slots.ts';
import { personRules } from '../rules.ts';
import { rosterTotals } from '../totals.ts';

/** Who could take one shift: what forbids it, or what it would cost her. Minutes of the month. */
export type Replacement = {
  readonly person: string;
  /** Null: nothing keeps her from it. */
  readonly by: Block | null;
  /** With this shift. */
  readonly minutes: number;
  /** How much more beyond the ordinary hours. */
  readonly overtime: number;
  readonly nights: number;
  /** How much less well her rules and wishes are kept, as the house weighs them; null when it is forbidden. */
  readonly cost: number | null;
};

/** Everybody but those away for one shift, best first: the lawful by what it costs them, then those whom something forbids. */
export function replacementsFor(
  model: RosterModel,
  roster: Roster,
  { day, shift, without }: { readonly day: Day; readonly shift: string; readonly without: string },
): Replacement[] {
  const index = model.days.indexOf(day);
  if (index < 0) return [];
  const row = { day, shift, minimum: model.people.length + 1, among: null, missing: 1, surplus: 0 };
  const blocks = openSlots({ ...model, cover: [row] }, roster).flatMap((slot) => slot.blocks);
  const compiled = compile(model);
  const rules = personRules(model);
  return blocks
    .filter(({ person }) => person !== without)
    .flatMap(({ person: id, by }): Replacement[] => {
      const person = compiled.people.find((one) => one.person.id === id);
      if (!person) return [];
      const before = roster[id] ?? [];
      const after = before.with(index, shift);
      const [now, then] = [rosterTotals(model, before), rosterTotals(model, after)];
      const beyond = (minutes: number) => Math.max(0, minutes - person.ordinaryMinutes);
      const costOf = (cells: typeof before) =>
        rowCost(compiled, person, toRow(compiled, person, cells), rules);
      const cost = by === null ? Math.round((costOf(after) - costOf(before)) * 100) / 100 : null;
      return [
        {
          person: id,
          by,
          minutes: then.minutes,
          overtime: beyond(then.minutes) - beyond(now.minutes),
          nights: then.nights,
          // Whose row breaks a rule already cannot be weighed against itself.
          cost: cost !== null && Number.isFinite(cost) ? cost : null,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        Number(a.by !== null) - Number(b.by !== null) ||
        (a.cost ?? Infinity) - (b.cost ?? Infinity) ||
        a.minutes - b.minutes ||
        a.person.localeCompare(b.person),
    );
}
