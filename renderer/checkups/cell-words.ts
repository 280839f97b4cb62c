import type { Day } from '../../shared/calendar/day.ts';
import type { RoundRow } from '../../shared/health/contract.ts';
import type { Flag } from '../../shared/health/judgement.ts';
import type { UsualRanges } from '../../shared/health/ranges.ts';
import type { CellVerdict, SheetColumn } from '../../shared/health/sheet-draft.ts';
import { shownVital, vitalKeys, vitals, type VitalKey, type Vitals } from '../../shared/health/vitals.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { CellState } from '../kit/entry.ts';

export type CheckupWords = Words<Messages>['checkups'];
export type Last = RoundRow['last'];

/** The vital signs that a column holds. */
export function vitalsOf(column: SheetColumn): readonly VitalKey[] {
  if (column === 'note') return [];
  return column === 'pressure' ? ['systolic', 'diastolic'] : [column];
}

export function titleOf(column: SheetColumn, words: CheckupWords): string {
  if (column === 'note') return words.note;
  return column === 'pressure' ? words.pressure : words.vitals[column];
}

/** The last values without their days, for the rules. */
export function lastVitals(last: Last): Vitals {
  return Object.fromEntries(vitalKeys.map((key) => [key, last[key]?.value ?? null])) as Vitals;
}

/** The last value of a column as it stands on paper: `36.4`, `120/80`; empty when there is none. */
export function lastText(column: SheetColumn, last: Last): string {
  const shown = vitalsOf(column).map((key) => (last[key] ? shownVital(key, last[key].value) : ''));
  return shown.every(Boolean) ? shown.join('/') : '';
}

/** The usual range of a column for its head: `36.0–37.2`, `90–139 / 60–89`. */
export function rangeText(column: SheetColumn, ranges: UsualRanges): string {
  const shown = vitalsOf(column).flatMap((key) => {
    const { range } = ranges[key];
    return range ? [`${shownVital(key, range.lowest)}–${shownVital(key, range.highest)}`] : [];
  });
  return shown.join('/');
}

/** What the line below the grid says of a cell where nothing is wrong: its range and the last value. */
export function hintFor(
  column: SheetColumn,
  last: Last,
  ranges: UsualRanges,
  words: CheckupWords,
  language: Language,
): string | undefined {
  const keys = vitalsOf(column);
  const [first] = keys;
  if (!first) return undefined;
  const range = rangeText(column, ranges);
  const facts = [];
  if (range) {
    const isDefault = keys.some((key) => ranges[key].status === 'unconfirmed');
    const text = fill(words.usualRange, { range, unit: words.units[first] });
    facts.push(isDefault ? `${text}${fill(words.bracketed, { text: words.unconfirmedRange })}` : text);
  }
  const value = lastText(column, last);
  const on = last[first]?.day;
  facts.push(value && on ? lastSentence(value, on, words, language) : words.noLast);
  return fill(words.rangeOfCell, { vital: titleOf(column, words), facts: facts.join(words.nextFinding) });
}

/** The same in few words, for a form: `常见 36.0–37.2；上次 36.6`. */
export function shortHint(column: SheetColumn, last: Last, ranges: UsualRanges, words: CheckupWords): string {
  const [range, value] = [rangeText(column, ranges), lastText(column, last)];
  const facts = [
    ...(range ? [fill(words.usualRange, { range, unit: '' }).trim()] : []),
    ...(value ? [fill(words.findingLast, { value })] : []),
  ];
  return facts.join(words.nextFinding);
}

function lastSentence(value: string, on: Day, words: CheckupWords, language: Language): string {
  return fill(words.lastValue, { value, day: shortDayText(on, language) });
}

/** `体温 38.5 偏高（常见 36.0–37.2；上次 36.4）`, one for each flagged vital of the cell. */
export function findingsText(
  flags: Readonly<Partial<Record<VitalKey, readonly Flag[]>>>,
  values: Vitals,
  last: Last,
  ranges: UsualRanges,
  words: CheckupWords,
): string {
  const findings = vitalKeys.flatMap((key) => {
    const [found, value] = [flags[key], values[key]];
    if (!found || value === null) return [];
    const { range } = ranges[key];
    const context = [
      ...(range
        ? [
            fill(words.findingRange, {
              lowest: shownVital(key, range.lowest),
              highest: shownVital(key, range.highest),
            }),
          ]
        : []),
      ...(last[key] ? [fill(words.findingLast, { value: shownVital(key, last[key].value) })] : []),
    ];
    return fill(words.finding, {
      vital: words.vitals[key],
      value: shownVital(key, value),
      flags: found.map((flag) => words.flags[flag]).join(words.and),
      context: context.join(words.nextFinding),
    });
  });
  return findings.join(words.nextFinding);
}

/** How a cell fares: the mark in it and the sentence below the grid; nothing while it is good or empty. */
export function stateFor(
  column: SheetColumn,
  verdict: CellVerdict,
  text: string,
  facts: {
    readonly values: Vitals;
    readonly last: Last;
    readonly ranges: UsualRanges;
    readonly words: CheckupWords;
  },
): CellState | undefined {
  const { words } = facts;
  switch (verdict.kind) {
    case 'empty':
    case 'good':
      return undefined;
    case 'half':
      return { state: 'refused', reason: words.verdicts.half };
    case 'unreadable':
      return {
        state: 'refused',
        reason: fill(words.verdicts.unreadable, { text, example: exampleOf(column) }),
      };
    case 'reversed':
      return { state: 'refused', reason: fill(words.verdicts.reversed, { reading: verdict.reading }) };
    case 'too-long':
      return { state: 'refused', reason: words.noteLong };
    case 'impossible': {
      const { possible } = vitals[verdict.key];
      const [lowest, highest] = [
        shownVital(verdict.key, possible.lowest),
        shownVital(verdict.key, possible.highest),
      ];
      const named = { vital: words.vitals[verdict.key], reading: verdict.reading, lowest, highest };
      return { state: 'refused', reason: fill(words.verdicts.impossible, named) };
    }
    case 'unusual': {
      if (verdict.confirmed) return undefined;
      const findings = findingsText(verdict.flags, facts.values, facts.last, facts.ranges, words);
      return { state: 'doubtful', reason: fill(words.verdicts.unusual, { findings }) };
    }
  }
}

/** The quiet text at the end of a cell: the last value, how a text was read, what is unusual about it. */
export function asideFor(
  column: SheetColumn,
  verdict: CellVerdict,
  text: string,
  last: Last,
  words: CheckupWords,
): string {
  switch (verdict.kind) {
    case 'empty':
      return inBrackets(lastText(column, last));
    case 'good':
      return column !== 'note' && verdict.reading !== text ? `→${verdict.reading}` : '';
    case 'unusual': {
      const reading = verdict.mended && verdict.reading !== text ? `→${verdict.reading} ` : '';
      return `${reading}${flagText(Object.values(verdict.flags).flat(), words)}${verdict.confirmed ? '✓' : ''}`;
    }
    default:
      return '✕';
  }
}

/** The flag that matters most as sign and word; the sentence below the grid names them all. */
export function flagText(flags: readonly Flag[], words: CheckupWords): string {
  const [first] = flags;
  return first ? `${words.marks[first]}${words.shortFlags[first]}` : '';
}

function exampleOf(column: SheetColumn): string {
  if (column === 'pressure') return '120/80';
  return column === 'temperature' ? '36.5' : '72';
}

/** So that nobody takes the last value for one that was typed. */
function inBrackets(text: string): string {
  return text && `(${text})`;
}
