import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { complaintKinds, tellers } from '../../shared/complaints/kinds.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { useWords } from '../lib/words.ts';
import { ConcernFields } from './ConcernFields.tsx';
import styles from './complaints.module.css';
import type { Draft, FormFacts } from './draft.ts';
import { ResidentField } from './ResidentField.tsx';

type Props = { readonly form: UseFormReturnType<Draft>; readonly facts: FormFacts };

/** What is asked of a complaint, in the order in which it is told. */
export function ComplaintFields({ form, facts }: Props) {
  const texts = useWords().complaints;
  const { fields } = texts;
  const { values } = form;
  return (
    <>
      <Select
        label={fields.kind}
        required
        data-autofocus
        data={complaintKinds.map((value) => ({ value, label: texts.kinds[value] }))}
        {...form.getInputProps('kind')}
      />
      <DayInput
        label={fields.happenedOn}
        required
        value={values.happenedOn}
        onChange={(picked) => form.setFieldValue('happenedOn', picked)}
      />
      <TextInput
        label={fields.happenedTime}
        placeholder={fields.happenedTimeHint}
        maxLength={40}
        {...form.getInputProps('happenedTime')}
      />
      <TextInput
        label={fields.place}
        required
        placeholder={fields.placeHint}
        maxLength={100}
        {...form.getInputProps('place')}
      />
      <ResidentField form={form} />
      <Select
        label={fields.doer}
        required
        searchable
        allowDeselect={false}
        data={facts.doers.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('doer')}
      />
      <ConcernFields form={form} facts={facts} />
      <Select
        label={fields.teller}
        required
        data={tellers.map((value) => ({ value, label: texts.tellers[value] }))}
        {...form.getInputProps('teller')}
      />
      <TextInput
        className={styles['wide'] ?? ''}
        label={fields.tellerName}
        placeholder={fields.tellerNameHint}
        maxLength={40}
        disabled={values.teller === 'anonymous'}
        {...form.getInputProps('tellerName')}
      />
      <Textarea
        className={styles['whole'] ?? ''}
        label={fields.said}
        required
        placeholder={fields.saidHint}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={2000}
        {...form.getInputProps('said')}
      />
      <Textarea
        className={styles['whole'] ?? ''}
        label={fields.doneAtOnce}
        required
        placeholder={fields.doneAtOnceHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...form.getInputProps('doneAtOnce')}
      />
    </>
  );
}
