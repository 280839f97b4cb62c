import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { requests } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { personChoices, personFilter } from '../residents/person-choices.ts';
import type { Draft } from './draft.ts';

/** Who was harmed: chosen by those who may read the register, typed by the others. */
export function ResidentField({ form }: { readonly form: UseFormReturnType<Draft> }) {
  const { fields } = useWords().complaints;
  const mayRead = useMay('residents.read');
  const residents = useQuery(requests.residents.list.queryOptions({ input: {}, enabled: mayRead }));
  if (!mayRead)
    return (
      <TextInput
        label={fields.resident}
        placeholder={fields.residentHint}
        maxLength={40}
        {...form.getInputProps('residentName')}
      />
    );
  const people = (residents.data ?? []).map((line) => ({ ...line, bed: line.bed?.label ?? null }));
  return (
    <Select
      label={fields.resident}
      placeholder={fields.residentHint}
      searchable
      clearable
      data={personChoices(people)}
      filter={personFilter(people)}
      {...form.getInputProps('residentId')}
    />
  );
}
