import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMonth } from '../../shared/calendar/day.ts';
import type { LedgerChange, LedgerPreview } from '../../shared/ledger/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { EntryGrid } from '../kit/EntryGrid.tsx';
import type { EntryColumn } from '../kit/entry.ts';
import { useWords } from '../lib/words.ts';
import styles from './ledger.module.css';
import { MonthOfSheet } from './MonthOfSheet.tsx';
import { sheetColumns, type SheetRow } from './sheet-columns.ts';

type Props = {
  readonly sheet: LedgerPreview['sheets'][number];
  readonly faults: LedgerPreview['faults'];
  readonly change: (changes: readonly LedgerChange[]) => void;
};

/** One sheet of the workbook as it stands in the file, doubtful cells marked, every cell to be written over in place. */
export function SheetView({ sheet, faults, change }: Props) {
  const { t } = useTranslation();
  const words = useWords().ledger;
  const [onlyDoubts, setOnlyDoubts] = useState(false);
  const here = useMemo(() => faults.filter((fault) => fault.sheet === sheet.name), [faults, sheet.name]);
  const reasons = useMemo(
    () => new Map(here.map((fault) => [`${fault.row}\n${fault.field}`, fault])),
    [here],
  );
  const doubtful = useMemo(() => new Set(here.map(({ row }) => row)), [here]);
  const rows = onlyDoubts ? sheet.rows.filter(({ row }) => doubtful.has(row)) : sheet.rows;
  const columns: readonly EntryColumn<SheetRow>[] = useMemo(() => sheetColumns(sheet), [sheet]);
  const stateOf = (row: string, field: string) => {
    const fault = reasons.get(`${row}\n${field}`);
    if (!fault) return undefined;
    const proposal = fault.proposal
      ? ` · ${t(($) => $.ledger.acceptProposalOf, { text: fault.proposal.text })}`
      : '';
    return { state: 'doubtful', reason: `${words.faults[fault.kind]}${proposal}` } as const;
  };

  return (
    <div className={styles['sheet']}>
      <div className={styles['sheetHead']}>
        <span className={styles['quiet']}>{words.kinds[sheet.kind]}</span>
        <Checkbox
          label={t(($) => $.ledger.showOnlyDoubts)}
          checked={onlyDoubts}
          onChange={(event) => setOnlyDoubts(event.currentTarget.checked)}
        />
        {sheet.kind === 'attendance' && (
          <MonthOfSheet
            month={sheet.month !== null && isMonth(sheet.month) ? sheet.month : null}
            onChange={(month) => change([{ what: 'month', sheet: sheet.name, month }])}
          />
        )}
        {sheet.unused.length > 0 && (
          <span className={styles['quiet']}>
            {t(($) => $.ledger.unused, { headings: sheet.unused.join('、') })}
          </span>
        )}
        {sheet.skipped.length > 0 && (
          <span className={styles['quiet']}>
            {t(($) => $.ledger.skipped, {
              rows: sheet.skipped
                .map(({ row, why }) => fill(words.withNote, { text: row, note: words.skips[why] }))
                .join('、'),
            })}
          </span>
        )}
      </div>
      <div className={styles['grid']}>
        <EntryGrid
          label={sheet.name}
          rows={rows}
          columns={columns}
          rowKey={({ row }) => String(row)}
          rowTitle={({ row, state, hidden }) =>
            `${row} ${words.states[state]}${hidden ? ` ${words.rowHidden}` : ''}`
          }
          rowHead={words.report.columns.row}
          titleWidth={104}
          dense
          cellState={stateOf}
          onEdit={(edits) =>
            change(
              edits.map(({ row, column, text }) => ({
                what: 'cell',
                sheet: sheet.name,
                row: Number(row),
                field: column,
                text,
              })),
            )
          }
        />
      </div>
    </div>
  );
}
