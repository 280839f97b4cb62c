import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../shared/calendar/day.ts';
import { disabilities } from '../../shared/identity/certificate.ts';
import { careLevels, sexes } from '../../shared/residents/codes.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { requests } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';

type Props = {
  readonly field: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** The place to write what is right, fit for the field that is in doubt. Null: it stays unknown. */
export function DoubtValue({ field, label, value, onChange }: Props) {
  const texts = useWords().residents;
  const lists: Record<string, readonly (readonly [string, string])[]> = {
    sex: sexes.map((code) => [code, texts.sexes[code]]),
    disability: disabilities.map((code) => [code, texts.disabilities[code]]),
    disabilityLevel: Object.entries(texts.levels),
    careLevel: careLevels.map((code) => [code, texts.careLevels[code]]),
  };
  const choices = lists[field];
  if (field === 'bed') return <BedValue label={label} value={value} onChange={onChange} />;
  if (choices)
    return (
      <Select
        label={label}
        value={value}
        clearable
        placeholder={texts.doubtUnknown}
        onChange={onChange}
        data={choices.map(([code, name]) => ({ value: code, label: name }))}
      />
    );
  if (field === 'admittedOn' || field === 'birthOn')
    return (
      <DayInput label={label} value={value !== null && isDay(value) ? value : null} onChange={onChange} />
    );
  return (
    <TextInput
      label={label}
      autoComplete="off"
      maxLength={200}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

function BedValue({ label, value, onChange }: Omit<Props, 'field'>) {
  const { t } = useTranslation();
  const texts = useWords().residents;
  const board = useQuery(requests.beds.board.queryOptions({ input: {} }));
  const free = (board.data?.beds ?? []).filter(({ occupant }) => occupant === null);
  return (
    <Select
      label={label}
      value={value}
      clearable
      searchable
      placeholder={free.length === 0 ? texts.noFreeBed : texts.doubtUnknown}
      onChange={onChange}
      data={free.map((bed) => ({ value: bed.label, label: t(($) => $.beds.bedLabel, { bed: bed.label }) }))}
    />
  );
}
