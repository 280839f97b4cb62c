import type { Day } from '../calendar/day.ts';
import { worsened } from './breaches.ts';
import { evaluate, type Violation } from './evaluate.ts';
import type { Cell, Cover, CoverPart, Roster, RosterModel } from './model.ts';
import { openSlots, type Block } from './open-slots.ts';
import { rosterTotals } from './totals.ts';

/** What somebody asks for on some days of the roster. */
export type Proposal = {
  readonly person: string;
  readonly days: readonly Day[];
  readonly kind: 'rest' | 'shift' | 'not-shift' | 'leave';
  /** The shift that is wanted or not wanted; null for rest and leave. */
  readonly shift: string | null;
};

export type CellChange = { readonly day: Day; readonly before: Cell; readonly after: Cell };

/** A shift that would have too few people because of it. */
export type Shortfall = {
  readonly day: Day;
  readonly shift: string;
  readonly there: number;
  readonly minimum: number;
  /** The part of the people that is asked for; null: anybody. */
  readonly part: CoverPart | null;
  /** Who could stand in without breaking a rule; whoever has the fewest minutes in the month comes first. */
  readonly standIns: readonly { readonly person: string; readonly minutes: number }[];
  readonly blocked: readonly { readonly person: string; readonly by: Block }[];
};

export type Effect = {
  /** Cells of the person that would change; none: the roster grants it already. */
  readonly changes: readonly CellChange[];
  readonly shortfalls: readonly Shortfall[];
  /** Rules that her changed row would break, or keep less well. */
  readonly touched: readonly Violation[];
};

/**
 * What granting a request does to a roster as it stands: nothing is planned anew, only the cells that are asked for change.
 * Days that the roster does not have are left out.
 */
export function effectOf(model: RosterModel, roster: Roster, proposal: Proposal): Effect {
  const granted = grant(model, roster, proposal);
  const [before, after] = [evaluate(model, roster), evaluate(granted.model, granted.roster)];
  const touched = worsened(before, after, new Set([proposal.person]));
  return {
    changes: granted.changes,
    shortfalls: shortfalls(model, roster, proposal.person, granted),
    touched,
  };
}

/** The model and the roster once the request is granted. */
export function grant(
  model: RosterModel,
  roster: Roster,
  proposal: Proposal,
): { readonly model: RosterModel; readonly roster: Roster; readonly changes: readonly CellChange[] } {
  const asked = new Set(proposal.days);
  const row = roster[proposal.person] ?? [];
  const changes = model.days.flatMap((day, index): CellChange[] => {
    const before = row[index] ?? null;
    const after = asked.has(day) ? wanted(proposal, before) : before;
    return after === before ? [] : [{ day, before, after }];
  });
  const cells = model.days.map((day, index) => {
    const change = changes.find((one) => one.day === day);
    return change ? change.after : (row[index] ?? null);
  });
  return {
    changes,
    roster: { ...roster, [proposal.person]: cells },
    model: proposal.kind === 'leave' ? withLeave(model, proposal) : model,
  };
}

function wanted({ kind, shift }: Proposal, now: Cell): Cell {
  if (kind === 'shift') return shift;
  if (kind === 'not-shift') return now === shift ? null : now;
  return null;
}

function withLeave(model: RosterModel, { person, days }: Proposal): RosterModel {
  const people = model.people.map((one) => {
    if (one.id !== person) return one;
    const known = new Set(one.absences.map(({ day }) => day));
    const added = days.filter((day) => !known.has(day)).map((day) => ({ day, why: 'leave' as const }));
    return { ...one, absences: [...one.absences, ...added] };
  });
  return { ...model, people };
}

function shortfalls(
  model: RosterModel,
  roster: Roster,
  asker: string,
  { model: after, roster: granted, changes }: ReturnType<typeof grant>,
): Shortfall[] {
  if (changes.length === 0) return [];
  const touched = new Set(changes.map(({ day }) => day));
  const ofThoseDays = ({ cover, ...rest }: RosterModel) => ({
    ...rest,
    cover: cover.filter(({ day }) => touched.has(day)),
  });
  const old = openSlots(ofThoseDays(model), roster);
  return openSlots(ofThoseDays(after), granted).flatMap((slot) => {
    const was = old.find((other) => signOf(other) === signOf(slot))?.missing ?? 0;
    if (slot.missing <= was) return [];
    const minimum = model.cover.find((row) => signOf(row) === signOf(slot))?.minimum ?? slot.missing;
    const others = slot.blocks.filter(({ person }) => person !== asker);
    const minutesOf = (person: string) => rosterTotals(model, granted[person] ?? []).minutes;
    return [
      {
        day: slot.day,
        shift: slot.shift,
        part: slot.part,
        minimum,
        there: minimum - slot.missing,
        standIns: others
          .filter(({ by }) => by === null)
          .map(({ person }) => ({ person, minutes: minutesOf(person) }))
          .toSorted((a, b) => a.minutes - b.minutes),
        blocked: others.flatMap(({ person, by }) => (by === null ? [] : [{ person, by }])),
      },
    ];
  });
}

/** What a cover row and its open slot have in common. */
function signOf({ day, shift, part }: Pick<Cover, 'day' | 'shift' | 'part'>): string {
  return `${day} ${shift} ${JSON.stringify(part ?? null)}`;
}
