import { DateInput, type DateInputProps } from '@mantine/dates';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import { readTypedDay } from '../../shared/calendar/typed-day.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';

type Props = Omit<
  DateInputProps,
  'value' | 'onChange' | 'defaultValue' | 'minDate' | 'maxDate' | 'dateParser'
> & {
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
  /** Today may be the last day, which is what most facts need; `null` allows days to come. */
  readonly maxDate?: Day | null;
  readonly minDate?: Day;
};

/** A day, typed or picked. */
export function DayInput({ value, onChange, maxDate, ...rest }: Props) {
  const language = useLanguage();
  const today = useToday();
  const last = maxDate === undefined ? today : maxDate;
  return (
    <DateInput
      {...rest}
      {...(last === null ? {} : { maxDate: last })}
      value={value}
      valueFormat={language === 'zh-CN' ? 'YYYY年M月D日' : 'D MMM YYYY'}
      dateParser={(typed) => readTypedDay(typed, today)}
      onChange={(picked) => onChange(typeof picked === 'string' && isDay(picked) ? picked : null)}
    />
  );
}
