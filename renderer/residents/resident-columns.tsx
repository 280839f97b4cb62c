import type { TFunction } from 'i18next';
import type { ResidentLine } from '../../shared/residents/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { PersonChip } from '../kit/PersonChip.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { levelWord } from './resident-words.ts';

/** The columns of the list; who has left shows the day instead of the bed. */
export function residentColumns(
  words: Words<Messages>,
  t: TFunction,
  withLeft: boolean,
): readonly Column<ResidentLine>[] {
  const texts = words.residents;
  const { fields } = texts;
  const last: Column<ResidentLine>[] = withLeft
    ? [{ key: 'leftOn', title: fields.leftOn, width: 110, value: ({ leftOn }) => leftOn }]
    : [];
  return [
    {
      key: 'name',
      title: fields.name,
      width: 140,
      value: ({ name }) => name,
      cell: ({ name }) => <PersonChip name={name} />,
    },
    { key: 'bed', title: texts.bed, width: 76, value: ({ bed }) => bed?.label ?? null },
    { key: 'zone', title: texts.zone, width: 100, filter: 'choice', value: ({ zone }) => zone?.name ?? null },
    {
      key: 'sex',
      title: fields.sex,
      width: 66,
      filter: 'choice',
      value: ({ sex }) => sex && texts.sexes[sex],
    },
    { key: 'age', title: texts.age, width: 66, align: 'end', value: ({ age }) => age },
    {
      key: 'disability',
      title: fields.disability,
      width: 100,
      filter: 'choice',
      value: ({ disability }) => disability && texts.disabilities[disability],
    },
    {
      key: 'level',
      title: fields.disabilityLevel,
      width: 90,
      filter: 'choice',
      value: ({ disabilityLevel }) => levelWord(texts, disabilityLevel),
    },
    {
      key: 'care',
      title: fields.careLevel,
      width: 100,
      filter: 'choice',
      value: ({ careLevel }) => careLevel && texts.careLevels[careLevel],
    },
    {
      key: 'caregiver',
      title: texts.caregiver,
      width: 116,
      value: ({ caregiver }) => caregiver?.name ?? null,
    },
    { key: 'admittedOn', title: fields.admittedOn, width: 110, value: ({ admittedOn }) => admittedOn },
    ...last,
    {
      key: 'standing',
      title: texts.standing,
      width: 116,
      filter: 'choice',
      value: ({ standing }) => texts.standings[standing],
      cell: ({ standing, openDoubts }) => (
        <StatusBadge tone={standing === 'registered' ? 'good' : 'attention'}>
          {texts.standings[standing]}
          {openDoubts > 0 && ` ${openDoubts}`}
        </StatusBadge>
      ),
    },
    { key: 'nationalId', title: fields.nationalId, width: 176, value: ({ nationalId }) => nationalId },
  ];
}
