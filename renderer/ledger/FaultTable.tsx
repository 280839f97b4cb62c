import type { LedgerReport } from '../../shared/ledger/report.ts';
import { DataTable } from '../kit/DataTable.tsx';
import { useWords } from '../lib/words.ts';
import { faultColumns } from './fault-columns.tsx';

/** Every doubt of an import with what became of its row. */
export function FaultTable({ faults }: Pick<LedgerReport, 'faults'>) {
  const words = useWords().ledger;
  return (
    <DataTable
      label={words.doubts}
      rows={faults}
      rowKey={({ sheet, row, field, kind }) => [sheet, row, field, kind].join('\n')}
      columns={faultColumns(words)}
      height={`${Math.min(24, 7 + faults.length * 2.25)}rem`}
    />
  );
}
