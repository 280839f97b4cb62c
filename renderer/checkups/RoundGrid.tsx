import { useCallback, useMemo } from 'react';
import type { Day } from '../../shared/calendar/day.ts';
import type { RoundRow } from '../../shared/health/contract.ts';
import { flagsOf } from '../../shared/health/judgement.ts';
import type { UsualRanges } from '../../shared/health/ranges.ts';
import {
  emptyDraft,
  examineRow,
  textOf,
  type RowDraft,
  type RowVerdict,
  type SheetColumn,
} from '../../shared/health/sheet-draft.ts';
import type { Vitals } from '../../shared/health/vitals.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Edit, Entered, EntryColumn } from '../kit/entry.ts';
import { EntryGrid } from '../kit/EntryGrid.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import {
  asideFor,
  flagText,
  hintFor,
  lastVitals,
  rangeText,
  stateFor,
  titleOf,
  vitalsOf,
} from './cell-words.ts';

export type SheetRow = { readonly row: RoundRow; readonly draft: RowDraft; readonly verdict: RowVerdict };

type Props = {
  readonly day: Day;
  readonly round: number;
  readonly rows: readonly SheetRow[];
  readonly ranges: UsualRanges;
  readonly columns: readonly SheetColumn[];
  readonly readOnly: boolean;
  readonly enterGoes: 'down' | 'right';
  readonly onEdit: (edits: readonly Edit[]) => void;
  readonly onConfirm: (row: string, column: SheetColumn, text: string) => void;
};

const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  temperature: 112,
  pulse: 108,
  respiration: 100,
  pressure: 152,
  oxygen: 92,
  glucose: 108,
  weight: 108,
  height: 108,
  note: 108,
};

/** The sheet of one round: a second Enter confirms an unusual value, recorded rows stand still. */
export function RoundGrid({
  day,
  round,
  rows,
  ranges,
  columns,
  readOnly,
  enterGoes,
  onEdit,
  onConfirm,
}: Props) {
  const language = useLanguage();
  const words = useWords().checkups;
  const byId = useMemo(() => new Map(rows.map((sheet) => [sheet.row.residentId, sheet])), [rows]);

  const sheetColumns = useMemo(() => {
    const recordedFlag = (column: SheetColumn, values: Vitals, last: RoundRow['last']) => {
      const flags = flagsOf(values, ranges, lastVitals(last));
      return flagText(
        vitalsOf(column).flatMap((key) => flags[key] ?? []),
        words,
      );
    };
    const entered = columns.map((column): EntryColumn<SheetRow> => {
      const [first] = vitalsOf(column);
      const unit = first ? words.units[first] : '';
      return {
        key: column,
        title: unit ? `${titleOf(column, words)} ${unit}` : titleOf(column, words),
        hint: rangeText(column, ranges),
        width: WIDTHS[column],
        kind: 'text',
        passed: column === 'note',
        locked: ({ row }) => readOnly || row.done !== null,
        value: (sheet) => textIn(column, sheet),
        aside: ({ row, draft, verdict }) =>
          row.done
            ? recordedFlag(column, row.done.values, row.last)
            : asideFor(column, verdict.cells[column], draft.texts[column] ?? '', row.last, words),
      };
    });
    const state: EntryColumn<SheetRow> = {
      key: 'state',
      title: words.state,
      width: 92,
      kind: 'readonly',
      value: ({ row, verdict }) => (row.done ? `✓ ${words.states.done}` : words.states[verdict.state]),
    };
    return [...entered, state];
  }, [columns, words, ranges, readOnly]);

  const cellState = useCallback(
    (key: string, column: string) => {
      const sheet = byId.get(key);
      if (!sheet || column === 'state') return undefined;
      const { row, draft, verdict } = sheet;
      if (row.done) return undefined;
      const facts = { values: verdict.values, last: row.last, ranges, words };
      const named = column as SheetColumn;
      return stateFor(named, verdict.cells[named], draft.texts[named] ?? '', facts);
    },
    [byId, ranges, words],
  );

  const cellHint = (key: string, column: string) => {
    const sheet = byId.get(key);
    if (!sheet) return undefined;
    const { done, last } = sheet.row;
    if (done) {
      const [doer, typist] = [done.doer.name || words.unknownPerson, done.typist.name || words.unknownPerson];
      return `${fill(words.doneHint, { doer, typist })}${readOnly ? '' : words.alreadyRecorded}`;
    }
    return column === 'state' ? undefined : hintFor(column as SheetColumn, last, ranges, words, language);
  };

  const enter = ({ row, column, text, fresh }: Entered) => {
    const sheet = byId.get(row);
    if (!sheet || sheet.row.done || readOnly || column === 'state') return 'go';
    const named = column as SheetColumn;
    const draft = { ...sheet.draft, texts: { ...sheet.draft.texts, [named]: text } };
    const cell = examineRow(draft, ranges, lastVitals(sheet.row.last)).cells[named];
    if (cell.kind === 'empty' || cell.kind === 'good') return 'go';
    if (cell.kind === 'unusual' && cell.confirmed) return 'go';
    if (fresh) return 'stay';
    if (cell.kind === 'unusual') onConfirm(row, named, text);
    return 'go';
  };

  return (
    <EntryGrid
      label={fill(words.gridLabel, { day: dayText(day, language), round })}
      rows={rows}
      columns={sheetColumns}
      rowKey={({ row }) => row.residentId}
      rowTitle={({ row }) => (row.bed ? `${row.bed} ${row.name}` : row.name)}
      rowHead={words.resident}
      titleWidth={128}
      onEdit={onEdit}
      cellState={cellState}
      cellHint={cellHint}
      onEnter={enter}
      enterGoes={enterGoes}
    />
  );
}

function textIn(column: SheetColumn, { row, draft }: SheetRow): string {
  return row.done ? textOf(column, row.done.values, row.done.note) : (draft.texts[column] ?? '');
}

/** Every row with what is typed in it and how that fares. */
export function sheetRows(
  rows: readonly RoundRow[],
  drafts: ReadonlyMap<string, RowDraft>,
  ranges: UsualRanges,
): SheetRow[] {
  return rows.map((row) => {
    const draft = drafts.get(row.residentId) ?? emptyDraft;
    return { row, draft, verdict: examineRow(draft, ranges, lastVitals(row.last)) };
  });
}
