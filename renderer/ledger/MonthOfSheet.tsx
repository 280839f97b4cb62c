import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addMonths, monthOf, type Month } from '../../shared/calendar/day.ts';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { useToday } from '../lib/session.ts';

type Props = { readonly month: Month | null; readonly onChange: (month: Month) => void };

/** The month of an attendance sheet, where its title does not say it or says it wrong. */
export function MonthOfSheet({ month, onChange }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  if (month !== null) return <MonthSwitch month={month} onChange={onChange} />;
  return (
    <Button size="compact-md" variant="default" onClick={() => onChange(addMonths(monthOf(today), -1))}>
      {t(($) => $.ledger.setMonth)}
    </Button>
  );
}
