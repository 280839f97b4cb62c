import type { ComplaintLine } from '../../shared/complaints/contract.ts';
import { clockText } from '../audit/clock-text.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayWord } from '../residents/resident-words.ts';

export type OwnLine = Pick<ComplaintLine, 'id' | 'recordedAt' | 'happenedOn' | 'kind'>;

/** When it was recorded, when it happened and what kind it is. */
export function useOwnColumns(): readonly Column<OwnLine>[] {
  const words = useWords();
  const language = useLanguage();
  const texts = words.complaints;
  return [
    {
      key: 'recordedAt',
      title: texts.columns.recordedAt,
      width: 190,
      value: ({ recordedAt }) => recordedAt,
      cell: ({ recordedAt }) => clockText(recordedAt, language).slice(0, -3),
    },
    {
      key: 'happenedOn',
      title: texts.columns.happenedOn,
      width: 136,
      value: ({ happenedOn }) => happenedOn,
      cell: ({ happenedOn }) => dayWord(happenedOn, language),
    },
    {
      key: 'kind',
      title: texts.columns.kind,
      width: 120,
      filter: 'choice',
      value: ({ kind }) => texts.kinds[kind],
    },
  ];
}

/** The same with who was harmed, whom it concerns and how it stands, for the director. */
export function useComplaintColumns(): readonly Column<ComplaintLine>[] {
  const own = useOwnColumns();
  const { complaints: texts } = useWords();
  const { columns, duties } = texts;
  return [
    ...own,
    { key: 'resident', title: columns.resident, filter: 'text', value: ({ resident }) => resident || null },
    {
      key: 'concern',
      title: columns.concern,
      filter: 'text',
      value: ({ concern, concernKind }) => concern || texts.concernKinds[concernKind],
    },
    { key: 'recordedBy', title: columns.recordedBy, width: 104, value: ({ recordedBy }) => recordedBy },
    {
      key: 'duties',
      title: columns.duties,
      width: 236,
      value: ({ duties: left }) => left.map((duty) => duties.names[duty]).join(' ') || null,
      cell: ({ duties: left, late }) =>
        left.length > 0 && (
          <StatusBadge tone={late ? 'danger' : 'attention'}>
            {left.map((duty) => duties.names[duty]).join(' · ')}
          </StatusBadge>
        ),
    },
    {
      key: 'state',
      title: columns.state,
      width: 110,
      filter: 'choice',
      value: ({ state }) => texts.states[state],
      cell: ({ state }) => (
        <StatusBadge tone={state === 'open' ? 'information' : 'good'}>{texts.states[state]}</StatusBadge>
      ),
    },
  ];
}
