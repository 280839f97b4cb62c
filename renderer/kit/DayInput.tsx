import { DateInput, type DateInputProps } from '@mantine/dates';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import { readTypedDay } from '../../shared/calendar/typed-day.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';

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
  const words = useWords().kit;
  const isChinese = language === 'zh-CN';
  const last = maxDate === undefined ? today : maxDate;
  return (
    <DateInput
      {...rest}
      {...(last === null ? {} : { maxDate: last })}
      value={value}
      valueFormat={isChinese ? 'YYYY年M月D日' : 'D MMM YYYY'}
      {...(isChinese && { monthLabelFormat: 'YYYY年M月', yearLabelFormat: 'YYYY年' })}
      ariaLabels={{
        previousMonth: words.previousMonth,
        nextMonth: words.nextMonth,
        previousYear: words.previousYear,
        nextYear: words.nextYear,
        previousDecade: words.previousDecade,
        nextDecade: words.nextDecade,
      }}
      dateParser={(typed) => readTypedDay(typed, today)}
      onChange={(picked) => onChange(typeof picked === 'string' && isDay(picked) ? picked : null)}
    />
  );
}
