import { Button } from '@mantine/core';
import IconReportMoney from '@tabler/icons-react/dist/esm/icons/IconReportMoney.mjs';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import type { api } from '../lib/api.ts';
import { useWords } from '../lib/words.ts';

type Standing = Awaited<ReturnType<typeof api.payroll.month>>;

/** A month without a run: what must be done first, and where. */
export function EmptyMonth({ month, standing }: { readonly month: Month; readonly standing: Standing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, go] = useLocation();
  const words = useWords();
  const mayPrepare = useMay('payroll.prepare');
  const name = monthText(month, language);
  const year = month.slice(0, 4);
  const next = !standing.attendanceClosed
    ? {
        hint: t(($) => $.payroll.needAttendance, { month: name }),
        to: `/attendance?month=${month}`,
        label: t(($) => $.payroll.toAttendance),
      }
    : !standing.holidaysKnown
      ? {
          hint: t(($) => $.payroll.needHolidays, { year }),
          to: `/policy?tab=holidays&year=${year}`,
          label: t(($) => $.payroll.toPolicy),
        }
      : standing.withoutTerm.length > 0
        ? {
            hint: t(($) => $.payroll.needTerms, { names: standing.withoutTerm.join(words.policy.and) }),
            to: '/pay-terms',
            label: t(($) => $.payroll.toTerms),
          }
        : {
            hint: mayPrepare ? t(($) => $.payroll.emptyReady) : t(($) => $.payroll.emptyForDirector),
            to: null,
            label: '',
          };
  return (
    <EmptyState
      icon={IconReportMoney}
      title={t(($) => $.payroll.emptyTitle, { month: name })}
      hint={next.hint}
      action={
        next.to !== null && (
          <Button variant="default" onClick={() => go(next.to ?? '')}>
            {next.label}
          </Button>
        )
      }
    />
  );
}
