import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { DayInput } from '../kit/DayInput.tsx';
import type { Person } from './person.ts';

export type Period = {
  readonly caregiverId: string | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
};

type Props = {
  readonly people: readonly Person[];
  readonly period: Period;
  readonly onChange: (period: Period) => void;
  /** The last day may stay open. */
  readonly openEnd?: boolean;
};

/** Who, from which day, until which day. */
export function PeriodFields({ people, period, onChange, openEnd = false }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t(($) => $.roster.caregiver)}
        w="8rem"
        searchable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={period.caregiverId}
        onChange={(caregiverId) => onChange({ ...period, caregiverId })}
      />
      <DayInput
        label={t(($) => $.roster.from)}
        w="9.5rem"
        maxDate={null}
        value={period.startsOn}
        onChange={(startsOn) =>
          onChange({ ...period, startsOn, endsOn: period.endsOn ?? (openEnd ? null : startsOn) })
        }
      />
      <DayInput
        label={t(($) => $.roster.until)}
        w="9.5rem"
        maxDate={null}
        {...(period.startsOn ? { minDate: period.startsOn } : {})}
        value={period.endsOn}
        onChange={(endsOn) => onChange({ ...period, endsOn })}
      />
    </>
  );
}
