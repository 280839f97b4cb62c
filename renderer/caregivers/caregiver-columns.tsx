import type { TFunction } from 'i18next';
import type { CaregiverLine } from '../../shared/caregivers/contract.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { PersonChip } from '../kit/PersonChip.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { dayWord } from '../residents/resident-words.ts';
import { CertificateBadge } from './CertificateBadge.tsx';

export function caregiverColumns(
  words: Words<Messages>,
  language: Language,
  t: TFunction,
): readonly Column<CaregiverLine>[] {
  const texts = words.caregivers;
  const { fields } = texts;
  const namesOf = ({ residents, residentCount }: CaregiverLine) =>
    residents.length > 0
      ? residents.map(({ name }) => name).join(' ')
      : residentCount > 0
        ? t(($) => $.caregivers.residentCount, { count: residentCount })
        : null;
  return [
    {
      key: 'name',
      title: fields.name,
      width: 130,
      value: ({ name }) => name,
      cell: ({ name }) => <PersonChip name={name} />,
    },
    {
      key: 'age',
      title: texts.age,
      width: 112,
      value: ({ age }) => age,
      cell: ({ age, overAge }) => (
        <>
          {age}
          {overAge && (
            <span style={{ marginInlineStart: 'var(--nt-gap-small)' }}>
              <StatusBadge tone="information">{texts.overAge}</StatusBadge>
            </span>
          )}
        </>
      ),
    },
    { key: 'phone', title: fields.phone, width: 124, value: ({ phone }) => phone || null },
    { key: 'residents', title: texts.residents, value: namesOf },
    { key: 'kinship', title: fields.kinship, width: 130, value: ({ kinship }) => kinship || null },
    {
      key: 'poor',
      title: texts.poor,
      width: 80,
      filter: 'choice',
      value: ({ poorHousehold }) => (poorHousehold ? words.kit.yes : words.kit.no),
    },
    {
      key: 'certificate',
      title: texts.certificate,
      width: 116,
      filter: 'choice',
      value: ({ healthCertificate }) => texts.certificateStates[healthCertificate],
      cell: ({ healthCertificate }) => <CertificateBadge state={healthCertificate} />,
    },
    {
      key: 'until',
      title: fields.healthCertificateUntil,
      width: 144,
      value: ({ healthCertificateUntil }) => healthCertificateUntil,
      cell: ({ healthCertificateUntil }) => dayWord(healthCertificateUntil, language) ?? words.kit.none,
    },
    {
      key: 'startedOn',
      title: fields.startedOn,
      width: 144,
      value: ({ startedOn }) => startedOn,
      cell: ({ startedOn }) => dayWord(startedOn, language),
    },
  ];
}
