import { TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';

type Props = { readonly label: string; readonly value: string; readonly onChange: (typed: string) => void };

/** What a list is searched by; the label says what may be typed. */
export function SearchBox({ label, value, onChange }: Props) {
  return (
    <TextInput
      w="20rem"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size="1.125rem" aria-hidden />}
      value={value}
      maxLength={60}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
