import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaregiverFile } from '../../shared/caregivers/contract.ts';
import { FactList } from '../kit/FactList.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayWord } from '../residents/resident-words.ts';
import styles from '../residents/residents.module.css';
import { CertificateBadge } from './CertificateBadge.tsx';

export function CaregiverFactList({ file }: { readonly file: CaregiverFile }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const texts = words.caregivers;
  const { fields } = texts;
  const residents =
    file.residents.length > 0 ? (
      <span className={styles['badges']}>
        {file.residents.map(({ id, name }) => (
          <Link key={id} href={`/residents/${id}`}>
            {name}
          </Link>
        ))}
      </span>
    ) : file.residentCount > 0 ? (
      t(($) => $.caregivers.residentCount, { count: file.residentCount })
    ) : (
      texts.noResidents
    );
  const facts = [
    { label: fields.sex, value: words.residents.sexes[file.sex] },
    {
      label: texts.age,
      value: (
        <span className={styles['badges']}>
          {t(($) => $.residents.ageYears, { age: file.age })}
          {file.overAge && <StatusBadge tone="information">{texts.overAge}</StatusBadge>}
        </span>
      ),
    },
    { label: fields.nationalId, value: file.nationalId },
    { label: fields.phone, value: file.phone },
    { label: texts.residents, value: residents },
    { label: fields.kinship, value: file.kinship },
    {
      label: texts.certificate,
      value: (
        <span className={styles['badges']}>
          <CertificateBadge state={file.healthCertificate} />
          {dayWord(file.healthCertificateUntil, language)}
        </span>
      ),
    },
    { label: fields.poorHousehold, value: file.poorHousehold ? words.kit.yes : words.kit.no },
    { label: fields.startedOn, value: dayWord(file.startedOn, language) },
    { label: fields.address, value: file.address },
    { label: fields.note, value: file.note },
  ];
  const retires = dayWord(file.retiresOn, language) ?? '';
  return (
    <>
      {file.endedOn !== null && (
        <p className={styles['small']}>
          <StatusBadge>{texts.ended}</StatusBadge>{' '}
          {t(($) => $.caregivers.endedLine, {
            date: dayWord(file.endedOn, language) ?? '',
            reason: file.endReason ?? '',
          })}
        </p>
      )}
      <FactList facts={facts} />
      <p className={styles['small']}>
        {t(($) => $.caregivers.retirementHint, { date: retires })}
        {file.overAge && texts.overAgeHint} {!file.numbersInFull && words.residents.numbersMasked}
      </p>
    </>
  );
}
