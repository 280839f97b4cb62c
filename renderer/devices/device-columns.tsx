import type { DeviceLine } from '../../shared/devices/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import { PersonChip } from '../kit/PersonChip.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { dayWord } from '../residents/resident-words.ts';
import { conditionTone } from './condition-tone.ts';

export function deviceColumns(
  { devices: texts, kit }: Words<Messages>,
  language: Language,
): readonly Column<DeviceLine>[] {
  return [
    { key: 'code', title: texts.code, width: 116, value: ({ code }) => code },
    { key: 'name', title: texts.name, width: 160, filter: 'choice', value: ({ name }) => name },
    { key: 'model', title: texts.model, width: 96, value: ({ model }) => model || null },
    { key: 'quantity', title: texts.quantity, width: 70, align: 'end', value: ({ quantity }) => quantity },
    {
      key: 'source',
      title: texts.source,
      width: 120,
      filter: 'choice',
      value: ({ source }) => texts.sources[source],
    },
    {
      key: 'receivedOn',
      title: texts.receivedOn,
      width: 136,
      value: ({ receivedOn }) => receivedOn,
      cell: ({ receivedOn }) => dayWord(receivedOn, language) ?? kit.none,
    },
    {
      key: 'holder',
      title: texts.holder,
      filter: 'text',
      value: ({ holder }) => holder?.name ?? texts.inStore,
      cell: ({ holder }) =>
        holder ? (
          <PersonChip name={holder.name} bed={holder.bed} />
        ) : (
          <StatusBadge>{texts.inStore}</StatusBadge>
        ),
    },
    {
      key: 'condition',
      title: texts.condition,
      width: 116,
      filter: 'choice',
      value: ({ condition }) => texts.conditions[condition],
      cell: ({ condition }) => (
        <StatusBadge tone={conditionTone[condition]}>{texts.conditions[condition]}</StatusBadge>
      ),
    },
    { key: 'note', title: texts.note, value: ({ note }) => note || null },
  ];
}
