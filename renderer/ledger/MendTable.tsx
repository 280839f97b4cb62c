import type { LedgerReport } from '../../shared/ledger/report.ts';
import { DataTable } from '../kit/DataTable.tsx';
import type { Column } from '../kit/table.ts';
import { useWords } from '../lib/words.ts';

type Mend = LedgerReport['mends'][number];

/** Every cell that was read beyond its letter: where, what stood there, how it was read, and why that changes nothing. */
export function MendTable({
  mends,
  height = '24rem',
}: Pick<LedgerReport, 'mends'> & { readonly height?: string }) {
  const words = useWords().ledger;
  const heads = words.report.columns;
  const columns: readonly Column<Mend>[] = [
    { key: 'sheet', title: heads.sheet, width: 144, value: ({ sheet }) => sheet, filter: 'choice' },
    { key: 'row', title: heads.row, width: 72, align: 'end', value: ({ row }) => row },
    { key: 'column', title: heads.column, width: 160, value: ({ column }) => column, filter: 'choice' },
    { key: 'raw', title: heads.raw, value: ({ raw }) => raw, filter: 'text' },
    { key: 'read', title: heads.understood, value: ({ read }) => read, filter: 'text' },
    {
      key: 'kind',
      title: heads.reason,
      width: 192,
      value: ({ kind }) => words.mends[kind],
      filter: 'choice',
    },
  ];
  return (
    <DataTable
      label={words.mendsTab}
      rows={mends}
      rowKey={({ sheet, row, field, kind }) => [sheet, row, field, kind].join('\n')}
      columns={columns}
      height={height}
    />
  );
}
