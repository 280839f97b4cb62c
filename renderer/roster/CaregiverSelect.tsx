import { Select, type ComboboxItem, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { requests } from '../lib/api.ts';

type Props = Omit<SelectProps, 'data' | 'filter' | 'value' | 'onChange'> & {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Left out of the choice: the other side of a swap. */
  readonly without?: string | null;
};

/** Somebody of those who work here now, found by hanzi or pinyin. */
export function CaregiverSelect({ value, onChange, without = null, ...rest }: Props) {
  const { data: people = [] } = useCaregivers();
  const pinyin = new Map(people.map((person) => [person.id, person.pinyin]));
  return (
    <Select
      {...rest}
      searchable
      openOnFocus={false}
      data={people.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options, search }) => {
        const typed = search.trim().toLowerCase();
        return (options as ComboboxItem[]).filter(
          ({ value: id, label }) =>
            typed === '' || label.toLowerCase().includes(typed) || (pinyin.get(id) ?? '').startsWith(typed),
        );
      }}
      value={value}
      onChange={onChange}
    />
  );
}

export function useCaregivers() {
  return useQuery(requests.caregivers.list.queryOptions({ input: { search: '', presence: 'at-work' } }));
}
