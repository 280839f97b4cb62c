import type { Language } from '../../shared/messages/language.ts';
import type { ResidentLine } from '../../shared/residents/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { PersonChip } from '../kit/PersonChip.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { dayWord, levelWord } from './resident-words.ts';

/** The columns of the list; who has left shows the day instead of the bed. */
export function residentColumns(
  rows: readonly ResidentLine[],
  words: Words<Messages>,
  language: Language,
  withLeft: boolean,
): readonly Column<ResidentLine>[] {
  const texts = words.residents;
  const { fields } = texts;
  const day = (key: 'admittedOn' | 'leftOn'): Column<ResidentLine> => ({
    key,
    title: fields[key],
    width: 136,
    value: (row) => row[key],
    cell: (row) => dayWord(row[key], language) ?? words.kit.none,
  });
  const zone: Column<ResidentLine> = {
    key: 'zone',
    title: texts.zone,
    width: 96,
    filter: 'choice',
    value: (row) => row.zone?.name ?? null,
  };
  return [
    {
      key: 'name',
      title: fields.name,
      width: 130,
      value: ({ name }) => name,
      cell: ({ name }) => <PersonChip name={name} />,
    },
    { key: 'bed', title: texts.bed, width: 70, value: ({ bed }) => bed?.label ?? null },
    // A house that is not divided into zones needs no column for them.
    ...(rows.some((row) => row.zone !== null) ? [zone] : []),
    {
      key: 'sex',
      title: fields.sex,
      width: 74,
      filter: 'choice',
      value: ({ sex }) => sex && texts.sexes[sex],
    },
    { key: 'age', title: texts.age, width: 58, align: 'center', value: ({ age }) => age },
    {
      key: 'disability',
      title: fields.disability,
      width: 92,
      filter: 'choice',
      value: ({ disability }) => disability && texts.disabilities[disability],
    },
    {
      key: 'level',
      title: fields.disabilityLevel,
      width: 84,
      filter: 'choice',
      value: ({ disabilityLevel }) => levelWord(texts, disabilityLevel),
    },
    {
      key: 'care',
      title: fields.careLevel,
      width: 92,
      filter: 'choice',
      value: ({ careLevel }) => careLevel && texts.careLevels[careLevel],
    },
    {
      key: 'caregiver',
      title: texts.caregiver,
      width: 104,
      value: ({ caregiver }) => caregiver?.name ?? null,
    },
    day('admittedOn'),
    ...(withLeft ? [day('leftOn')] : []),
    {
      key: 'standing',
      title: texts.standing,
      width: 112,
      filter: 'choice',
      value: ({ standing }) => texts.standings[standing],
      cell: ({ standing, openDoubts }) => (
        <StatusBadge tone={standing === 'registered' ? 'good' : 'attention'}>
          {texts.standings[standing]}
          {openDoubts > 0 && ` ${openDoubts}`}
        </StatusBadge>
      ),
    },
    { key: 'nationalId', title: fields.nationalId, width: 170, value: ({ nationalId }) => nationalId },
  ];
}
