import { Autocomplete, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ageOn } from '../../shared/calendar/day.ts';
import { disabilities } from '../../shared/identity/certificate.ts';
import { careLevels, sexes } from '../../shared/residents/codes.ts';
import type { ResidentField } from '../../shared/residents/facts.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { readDraft, type ResidentDraft } from './resident-draft.ts';
import { dayWord, levelWord } from './resident-words.ts';
import styles from './residents.module.css';

type Props = {
  readonly form: UseFormReturnType<ResidentDraft>;
  readonly certificateDiffers: boolean;
  readonly onCertificateDiffers: (differs: boolean) => void;
};

/** The facts of a resident as fields; the numbers are read while they are typed and say what they mean. */
export function ResidentFields({ form, certificateDiffers, onCertificateDiffers }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const texts = useWords().residents;
  const { fields } = texts;
  const { id, certificate, problems, differs } = readDraft(form.values, today);
  const fault = (field: ResidentField & keyof typeof texts.problems) =>
    problems.has(field) && !(field === 'certificateNo' && certificateDiffers)
      ? texts.problems[field]
      : undefined;
  const text = (field: 'address' | 'guardianName' | 'guardianRelation' | 'guardianPhone', most: number) => (
    <TextInput label={fields[field]} maxLength={most} {...form.getInputProps(field)} />
  );
  const options = (codes: readonly string[], names: Readonly<Record<string, string>>) => [
    { value: '', label: texts.unknown },
    ...codes.map((code) => ({ value: code, label: names[code] ?? code })),
  ];
  const useCertificate = () => {
    if (certificate)
      form.setValues({ disability: certificate.disability, disabilityLevel: String(certificate.level) });
  };
  const agrees =
    certificate?.disability === form.values.disability &&
    String(certificate?.level) === form.values.disabilityLevel;

  return (
    <div className={styles['fields']}>
      <TextInput label={fields.name} required maxLength={40} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={fields.nationalId}
        maxLength={30}
        autoComplete="off"
        {...form.getInputProps('nationalId')}
        error={fault('nationalId')}
      />
      <Select
        label={fields.sex}
        data={options(sexes, texts.sexes)}
        {...form.getInputProps('sex')}
        error={fault('sex')}
      />
      {id && (
        <p className={styles['hint']}>
          {t(($) => $.residents.fromId, {
            sex: texts.sexes[id.sex],
            birth: dayWord(id.birthOn, language) ?? '',
            age: ageOn(id.birthOn, today),
          })}
        </p>
      )}
      <TextInput
        label={fields.certificateNo}
        maxLength={34}
        autoComplete="off"
        {...form.getInputProps('certificateNo')}
        error={fault('certificateNo')}
      />
      <Select
        label={fields.disability}
        data={options(disabilities, texts.disabilities)}
        {...form.getInputProps('disability')}
        error={fault('disability')}
      />
      <Select
        label={fields.disabilityLevel}
        data={options(['1', '2', '3', '4'], texts.levels)}
        {...form.getInputProps('disabilityLevel')}
        error={fault('disabilityLevel')}
      />
      {certificate && !agrees && (
        <p className={styles['hint']}>
          {t(($) => $.residents.fromCertificate, {
            disability: texts.disabilities[certificate.disability],
            level: levelWord(texts, certificate.level) ?? '',
          })}
          <Button size="compact-sm" variant="white" onClick={useCertificate}>
            {texts.useCertificate}
          </Button>
        </p>
      )}
      {(differs || certificateDiffers) && (
        <Checkbox
          className={styles['whole'] ?? ''}
          label={texts.certificateDiffers}
          description={texts.certificateDiffersHint}
          checked={certificateDiffers}
          onChange={(event) => onCertificateDiffers(event.currentTarget.checked)}
        />
      )}
      <Select
        label={fields.careLevel}
        data={options(careLevels, texts.careLevels)}
        {...form.getInputProps('careLevel')}
      />
      <Autocomplete
        label={fields.hardship}
        maxLength={40}
        data={Object.values(texts.hardships)}
        {...form.getInputProps('hardship')}
      />
      <DayInput
        label={fields.admittedOn}
        value={form.values.admittedOn}
        onChange={(picked) => form.setFieldValue('admittedOn', picked)}
        error={fault('admittedOn')}
      />
      {text('guardianName', 40)}
      {text('guardianRelation', 40)}
      {text('guardianPhone', 40)}
      <TextInput
        className={styles[id === null ? 'wide' : 'whole'] ?? ''}
        label={fields.address}
        maxLength={200}
        {...form.getInputProps('address')}
      />
      {id === null && (
        <DayInput
          label={fields.birthOn}
          value={form.values.birthOn}
          onChange={(picked) => form.setFieldValue('birthOn', picked)}
        />
      )}
      <Textarea
        className={styles['whole'] ?? ''}
        label={fields.note}
        maxLength={500}
        autosize
        minRows={1}
        {...form.getInputProps('note')}
      />
    </div>
  );
}
