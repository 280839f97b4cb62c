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
  /** By day: which of the cover rows it is; undefined where none asks for this shift. */
  readonly cover: readonly (number | undefined)[];
};

/** How many are on each shift each day; where some are missing, how many. What did not change comes back as the same object. */
export function openCoverLooks(facts: LookFacts): (live: LiveEvaluation) => readonly FootRow[] {
  const looks = new WeakMap<CoverState, TotalLook>();
  const counts = new Map<string, TotalLook>();
  let lines: readonly (Line & Pick<FootRow, 'name' | 'hint'>)[] | undefined;
  return (live) => {
    // Which rows ask for what does not change while the roster is edited.
    lines ??= linesOf(facts, live).map((line) => ({ ...line, ...nameOfLine(facts, live, line) }));
    return lines.map(({ key, shift, cover, name, hint }): FootRow => ({
      key,
      name,
      ...(hint !== undefined && { hint }),
      cells: cover.map((index, day): TotalLook => {
        const state = index === undefined ? undefined : live.cover[index];
        if (state) {
          const look = looks.get(state) ?? lookOf(facts, name, day, state.there, state.minimum);
          looks.set(state, look);
          return look;
        }
        const there = countOf(live, shift, day);
        const sign = `${key} ${day} ${there}`;
        const look = counts.get(sign) ?? lookOf(facts, name, day, there, 0);
        counts.set(sign, look);
        return look;
      }),
    }));
  };
}

function lookOf(
  { view, gridWords, language }: LookFacts,
  name: string,
  column: number,
  there: number,
  minimum: number,
): TotalLook {
  const missing = minimum - there;
  const on = view.model.days[column];
  const day = on ? shortDayText(on, language) : '';
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

function linesOf({ view }: LookFacts, live: LiveEvaluation): Line[] {
  const { days, shifts } = view.model;
  const groups = Map.groupBy(
    live.cover.map((state, index) => ({ ...state, index })),
    ({ shift, among }) => `${shift} ${among?.join(' ') ?? ''}`,
  );
  return shifts.flatMap(({ code }, shift): Line[] => {
    const lines = [...groups].flatMap(([key, states]): Line[] => {
      if (states[0]?.shift !== code) return [];
      const byDay = new Map(states.map(({ day, index }) => [day, index]));
      return [{ key, shift, cover: days.map((_, day) => byDay.get(day)) }];
    });
    // The line of the whole house stands first, also where only groups are asked for.
    const key = `${code} `;
    const whole = lines.find((line) => line.key === key);
    const others = lines.filter((line) => line !== whole);
    return [whole ?? { key, shift, cover: days.map(() => undefined) }, ...others];
  });
}

function countOf({ compiled, rows }: LiveEvaluation, shift: number, day: number): number {
  return rows.reduce((sum, row) => sum + ((row[compiled.lead + day] ?? REST) === shift ? 1 : 0), 0);
}

function nameOfLine(
  facts: LookFacts,
  live: LiveEvaluation,
  { shift, cover }: Line,
): Pick<FootRow, 'name' | 'hint'> {
  const { view, words, gridWords } = facts;
  const state = live.cover[cover.find((index) => index !== undefined) ?? -1];
  const title = nameOfShift(facts, shift);
  if (!state?.among) return { name: fill(words.coverOf, { shift: title }) };
  const { among, part } = state;
  const name = fill(gridWords.coverOfPart, { shift: title, part: partText(gridWords, part, among) });
  const people = view.people.filter(({ id }) => among.includes(id)).map((person) => person.name);
  return { name, hint: `${name}: ${people.join('、')}` };
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
