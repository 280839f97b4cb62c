import { flagsOfValue, type Flag } from './judgement.ts';
import { readPressure } from './pressure.ts';
import type { UsualRanges } from './ranges.ts';
import { readVital } from './reading.ts';
import { isPossible, noVitals, shownVital, type VitalKey, type Vitals } from './vitals.ts';

/** The columns of the sheet, as on paper: blood pressure is one cell with two numbers. */
export const sheetColumns = [
  'temperature',
  'pulse',
  'respiration',
  'pressure',
  'oxygen',
  'glucose',
  'weight',
  'height',
  'note',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** Characters of a note; the contract refuses more. */
export const LONGEST_NOTE = 200;

/** What a nurse has typed in one row and which of these texts she has confirmed; a confirmation holds for that very text. */
export type RowDraft = {
  readonly texts: Readonly<Partial<Record<SheetColumn, string>>>;
  readonly confirmed: Readonly<Partial<Record<SheetColumn, string>>>;
};

/** How one cell stands. `reading`: what it is taken for, `36.5`, to be shown when it differs from what was typed. */
export type CellVerdict =
  | { readonly kind: 'empty' }
  | { readonly kind: 'good'; readonly reading: string; readonly mended: boolean }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'half' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'reversed'; readonly reading: string }
  | { readonly kind: 'impossible'; readonly key: VitalKey; readonly reading: string }
  | {
      readonly kind: 'unusual';
      readonly reading: string;
      readonly mended: boolean;
      readonly flags: Readonly<Partial<Record<VitalKey, readonly Flag[]>>>;
      readonly confirmed: boolean;
    };

/** `blank`: nothing to save. `wrong`: something to mend. `unconfirmed`: something to confirm. `ready`: can be saved. */
export type RowState = 'blank' | 'wrong' | 'unconfirmed' | 'ready';

export type RowVerdict = {
  readonly state: RowState;
  readonly cells: Readonly<Record<SheetColumn, CellVerdict>>;
  /** What will be saved; complete only when the state is `ready`. */
  readonly values: Vitals;
  readonly note: string;
  readonly confirmed: readonly VitalKey[];
};

export const emptyDraft: RowDraft = { texts: {}, confirmed: {} };

/** Reads a whole row as it is typed and says of each cell, and of the row, whether it can be saved. Never throws. */
export function examineRow(draft: RowDraft, usual: UsualRanges, last: Vitals): RowVerdict {
  const read = sheetColumns.map((column) => [column, examineCell(column, draft, usual, last)] as const);
  const cells = Object.fromEntries(
    read.map(([column, { verdict }]) => [column, verdict]),
  ) as RowVerdict['cells'];
  const values = read.reduce<Vitals>((all, [, cell]) => ({ ...all, ...cell.values }), noVitals);
  const verdicts = Object.values(cells);
  const confirmed = verdicts.flatMap((cell) =>
    cell.kind === 'unusual' && cell.confirmed ? (Object.keys(cell.flags) as VitalKey[]) : [],
  );
  return { state: stateOf(verdicts), cells, values, note: (draft.texts.note ?? '').trim(), confirmed };
}

function stateOf(cells: readonly CellVerdict[]): RowState {
  if (cells.some(({ kind }) => !['empty', 'good', 'unusual'].includes(kind))) return 'wrong';
  if (cells.some((cell) => cell.kind === 'unusual' && !cell.confirmed)) return 'unconfirmed';
  return cells.every(({ kind }) => kind === 'empty') ? 'blank' : 'ready';
}

type Examined = { readonly verdict: CellVerdict; readonly values: Partial<Vitals> };
const nothing = (verdict: CellVerdict): Examined => ({ verdict, values: {} });

function examineCell(column: SheetColumn, draft: RowDraft, usual: UsualRanges, last: Vitals): Examined {
  const text = draft.texts[column] ?? '';
  const confirmed = draft.confirmed[column] === text;
  if (column === 'note') {
    if (text.trim().length > LONGEST_NOTE) return nothing({ kind: 'too-long' });
    return nothing(
      text.trim() === '' ? { kind: 'empty' } : { kind: 'good', reading: text.trim(), mended: false },
    );
  }
  if (column === 'pressure') return examinePressure(text, confirmed, usual, last);
  const reading = readVital(column, text);
  if (reading.kind !== 'read') return nothing(reading);
  const shown = shownVital(column, reading.value);
  if (!isPossible(column, reading.value)) return nothing({ kind: 'impossible', key: column, reading: shown });
  return judged(
    { [column]: reading.value },
    { shown, mended: reading.mend !== null, confirmed },
    usual,
    last,
  );
}

function examinePressure(text: string, confirmed: boolean, usual: UsualRanges, last: Vitals): Examined {
  const reading = readPressure(text);
  if (reading.kind !== 'read') return nothing(reading);
  const { systolic, diastolic, mend } = reading;
  const shown = `${systolic}/${diastolic}`;
  const impossible = (['systolic', 'diastolic'] as const).find((key) => !isPossible(key, reading[key]));
  if (impossible) return nothing({ kind: 'impossible', key: impossible, reading: shown });
  if (systolic <= diastolic) return nothing({ kind: 'reversed', reading: shown });
  return judged({ systolic, diastolic }, { shown, mended: mend !== null, confirmed }, usual, last);
}

function judged(
  values: Partial<Record<VitalKey, number>>,
  { shown, mended, confirmed }: { shown: string; mended: boolean; confirmed: boolean },
  usual: UsualRanges,
  last: Vitals,
): Examined {
  const flagged = (Object.entries(values) as [VitalKey, number][])
    .map(([key, value]) => [key, flagsOfValue(key, value, usual, last[key])] as const)
    .filter(([, flags]) => flags.length > 0);
  if (flagged.length === 0) return { verdict: { kind: 'good', reading: shown, mended }, values };
  return {
    verdict: { kind: 'unusual', reading: shown, mended, flags: Object.fromEntries(flagged), confirmed },
    values,
  };
}

/** The text of a saved value in its cell, as the nurse would have typed it. */
export function textOf(column: SheetColumn, values: Vitals, note: string): string {
  if (column === 'note') return note;
  if (column === 'pressure') {
    return values.systolic === null || values.diastolic === null
      ? ''
      : `${values.systolic}/${values.diastolic}`;
  }
  const value = values[column];
  return value === null ? '' : shownVital(column, value);
}
