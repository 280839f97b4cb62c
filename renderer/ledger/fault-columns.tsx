import type { LedgerReport } from '../../shared/ledger/report.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { toneOf } from './state-tone.ts';

type Fault = LedgerReport['faults'][number];

/** The columns of a list of doubts: where, what stands there, why it is doubted, what became of the row. */
export function faultColumns(words: Words<Messages>['ledger']): readonly Column<Fault>[] {
  const heads = words.report.columns;
  const outcome = ({ effect, state }: Fault) =>
    effect === 'cell' && state === 'new' ? words.report.withoutCell : words.states[state];
  return [
    { key: 'sheet', title: heads.sheet, width: 112, value: ({ sheet }) => sheet },
    { key: 'row', title: heads.row, width: 64, align: 'end', value: ({ row }) => row },
    { key: 'column', title: heads.column, width: 120, value: ({ column }) => column },
    { key: 'raw', title: heads.raw, width: 184, value: ({ raw }) => raw },
    {
      key: 'reason',
      title: heads.reason,
      value: ({ kind, other }) =>
        other === '' ? words.faults[kind] : fill(words.withFact, { text: words.faults[kind], fact: other }),
    },
    { key: 'proposal', title: heads.proposal, width: 184, value: ({ proposal }) => proposal?.text ?? null },
    {
      key: 'outcome',
      title: heads.outcome,
      width: 152,
      value: outcome,
      cell: (fault) => <StatusBadge tone={toneOf(fault.state)}>{outcome(fault)}</StatusBadge>,
    },
  ];
}
