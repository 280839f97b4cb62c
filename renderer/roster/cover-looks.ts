import { fill } from '../../shared/messages/fill.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { CoverState, LiveEvaluation } from '../../shared/roster/live-evaluation.ts';
import { REST } from '../../shared/roster/compile.ts';
import type { FootRow, TotalLook } from '../kit/month-grid.ts';
import { shiftName, type LookFacts } from './looks.ts';

/** One line below the grid: a shift, out of everybody or out of a group that has cover of its own. */
type Line = {
  readonly key: string;
  readonly shift: number;
  readonly among: readonly string[] | null;
  /** By day. */
  readonly states: ReadonlyMap<number, CoverState>;
};

/** How many are on each shift each day; where some are missing, how many. What did not change comes back as the same object. */
export function openCoverLooks(facts: LookFacts): (live: LiveEvaluation) => readonly FootRow[] {
  const known = new Map<string, TotalLook>();
  return (live) =>
    linesOf(live).map((line): FootRow => {
      const name = nameOfLine(facts, line);
      return {
        key: line.key,
        name,
        hint: hintOfLine(facts, line, name),
        cells: facts.view.model.days.map((day, column): TotalLook => {
          const state = line.states.get(column);
          const there = state?.there ?? countOf(live, line.shift, column);
          const minimum = state?.minimum ?? 0;
          const sign = `${line.key} ${day} ${there} ${minimum}`;
          const look =
            known.get(sign) ?? lookOf(facts, name, shortDayText(day, facts.language), there, minimum);
          known.set(sign, look);
          return look;
        }),
      };
    });
}

function lookOf(
  { gridWords }: LookFacts,
  name: string,
  day: string,
  there: number,
  minimum: number,
): TotalLook {
  const missing = minimum - there;
  return {
    text: missing > 0 ? `−${missing}` : String(there),
    label: fill(missing > 0 ? gridWords.coverMissing : gridWords.coverThere, {
      day,
      name,
      there,
      minimum,
      missing,
    }),
    mark: missing > 0 ? 'breach' : null,
  };
}

function linesOf(live: LiveEvaluation): Line[] {
  const { shifts } = live.compiled;
  const groups = Map.groupBy(live.cover, ({ shift, among }) => `${shift} ${among?.join(' ') ?? ''}`);
  return shifts.flatMap(({ code }, shift): Line[] => {
    const own = [...groups].filter(([, states]) => states[0]?.shift === code);
    const lines = own.map(([key, states]): Line => ({
      key,
      shift,
      among: states[0]?.among ?? null,
      states: new Map(states.map((state) => [state.day, state])),
    }));
    // The line of the whole house stands first, also where only groups are asked for.
    const whole = lines.find(({ among }) => among === null);
    return [
      whole ?? { key: `${code} `, shift, among: null, states: new Map() },
      ...lines.filter((line) => line !== whole),
    ];
  });
}

function countOf({ compiled, rows }: LiveEvaluation, shift: number, day: number): number {
  return rows.reduce((sum, row) => sum + ((row[compiled.lead + day] ?? REST) === shift ? 1 : 0), 0);
}

function nameOfLine(facts: LookFacts, { shift, among, states }: Line): string {
  const { words, gridWords } = facts;
  const name = nameOfShift(facts, shift);
  if (among === null) return fill(words.coverOf, { shift: name });
  const [first] = states.values();
  return fill(gridWords.coverOfPart, { shift: name, part: partText(gridWords, first?.part ?? null, among) });
}

function nameOfShift({ view, language }: LookFacts, shift: number): string {
  const kind = view.model.shifts[shift];
  return kind ? shiftName(kind, language) : '';
}

/** The part of the people that a cover row asks for: `一区 女`; without words for it, how many they are. */
export function partText(
  gridWords: LookFacts['gridWords'],
  part: CoverState['part'],
  among: readonly string[],
): string {
  const said =
    part && [part.zone, part.sex && gridWords.sexes[part.sex], part.skill].filter((one) => one !== null);
  return said && said.length > 0 ? said.join(' ') : fill(gridWords.partOfPeople, { count: among.length });
}

function hintOfLine({ view }: LookFacts, { among }: Line, name: string): string {
  if (among === null) return name;
  const names = view.people.filter(({ id }) => among.includes(id)).map((person) => person.name);
  return `${name}: ${names.join('、')}`;
}
