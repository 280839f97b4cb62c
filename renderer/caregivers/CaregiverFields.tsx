import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { sexes } from '../../shared/residents/codes.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';
import { readId, type CaregiverDraft } from './caregiver-draft.ts';

/** The facts of a caregiver as fields. */
export function CaregiverFields({ form }: { readonly form: UseFormReturnType<CaregiverDraft> }) {
  const words = useWords();
  const { fields, kinshipHint } = words.caregivers;
  const id = readId(form.values.nationalId);
  const differs = id.sex !== null && form.values.sex !== '' && id.sex !== form.values.sex;
  return (
    <div className={styles['fields']}>
      <TextInput label={fields.name} required maxLength={40} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={fields.nationalId}
        required
        maxLength={30}
        autoComplete="off"
        {...form.getInputProps('nationalId')}
        error={id.wrong ? words.residents.problems.nationalId : undefined}
      />
      <Select
        label={fields.sex}
        placeholder={id.sex ? words.residents.sexes[id.sex] : ''}
        data={sexes.map((value) => ({ value, label: words.residents.sexes[value] }))}
        value={form.values.sex || null}
        onChange={(picked) => form.setFieldValue('sex', (picked ?? '') as CaregiverDraft['sex'])}
        error={differs ? words.residents.problems.sex : undefined}
      />
      <TextInput label={fields.phone} maxLength={40} {...form.getInputProps('phone')} />
      <DayInput
        label={fields.startedOn}
        required
        value={form.values.startedOn}
        onChange={(picked) => form.setFieldValue('startedOn', picked)}
      />
      <DayInput
        label={fields.healthCertificateUntil}
        clearable
        maxDate={null}
        value={form.values.healthCertificateUntil}
        onChange={(picked) => form.setFieldValue('healthCertificateUntil', picked)}
      />
      <TextInput
        className={styles['wide'] ?? ''}
        label={fields.address}
        maxLength={200}
        {...form.getInputProps('address')}
      />
      <TextInput
        label={fields.kinship}
        description={kinshipHint}
        maxLength={40}
        {...form.getInputProps('kinship')}
      />
      <Checkbox
        className={styles['whole'] ?? ''}
        label={fields.poorHousehold}
        {...form.getInputProps('poorHousehold', { type: 'checkbox' })}
      />
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
