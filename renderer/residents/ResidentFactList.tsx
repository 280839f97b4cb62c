import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { FactList } from '../kit/FactList.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayWord, levelWord } from './resident-words.ts';
import styles from './residents.module.css';

/** The facts of a file. `short`: what the side panel shows. */
export function ResidentFactList({
  file,
  short = false,
}: {
  readonly file: ResidentFile;
  readonly short?: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().residents;
  const { fields } = texts;
  const guardian = [file.guardianName, file.guardianRelation, file.guardianPhone].filter(Boolean).join(' · ');
  const checkups =
    file.checkups &&
    (file.checkups.count === 0
      ? texts.noCheckups
      : t(($) => $.residents.checkupsLine, {
          count: file.checkups.count,
          date: dayWord(file.checkups.latestOn, language) ?? '',
        }));
  const facts = [
    { label: fields.sex, value: file.sex && texts.sexes[file.sex], always: true },
    {
      label: texts.age,
      value: file.age !== null && t(($) => $.residents.ageYears, { age: file.age }),
      always: true,
    },
    { label: fields.nationalId, value: file.nationalId, always: true },
    { label: fields.birthOn, value: dayWord(file.birthOn, language) },
    { label: fields.certificateNo, value: file.certificateNo },
    {
      label: fields.disability,
      value: [file.disability && texts.disabilities[file.disability], levelWord(texts, file.disabilityLevel)]
        .filter(Boolean)
        .join(' '),
      always: true,
    },
    { label: fields.careLevel, value: file.careLevel && texts.careLevels[file.careLevel], always: true },
    { label: fields.hardship, value: file.hardship },
    { label: fields.admittedOn, value: dayWord(file.admittedOn, language), always: true },
    { label: texts.bed, value: [file.bed?.label, file.zone?.name].filter(Boolean).join(' · '), always: true },
    {
      label: texts.caregiver,
      value: file.caregiver && <Link href={`/caregivers/${file.caregiver.id}`}>{file.caregiver.name}</Link>,
      always: true,
    },
    { label: fields.guardianName, value: guardian, always: true },
    { label: fields.address, value: file.address },
    ...(checkups === null ? [] : [{ label: texts.checkups, value: checkups, always: true }]),
    { label: fields.note, value: file.note },
  ].filter(({ always }) => always || !short);
  return (
    <>
      <FactList facts={facts.map(({ label, value }) => ({ label, value: value || null }))} />
      {!file.numbersInFull && <p className={styles['small']}>{texts.numbersMasked}</p>}
    </>
  );
}
