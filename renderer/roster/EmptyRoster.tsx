import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDay, type Month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useLanguage } from '../lib/language.ts';
import { useMay, useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './roster.module.css';

type Props = {
  readonly month: Month;
  readonly hasPeople: boolean;
  /** The ways to a roster. */
  readonly children: ReactNode;
};

/** A month without a roster: what is to be done about it, and whether anything is. */
export function EmptyRoster({ month, hasPeople, children }: Props) {
  const { t } = useTranslation();
  const words = useWords().roster;
  const named = { month: monthText(month, useLanguage()) };
  const isPast = lastDay(month) < useToday();
  const mayWrite = useMay('roster.write');
  const hint = isPast ? words.emptyPast : mayWrite ? words.emptyHint : words.emptyToRead;
  return (
    <EmptyState
      icon={IconCalendarUser}
      title={hasPeople ? t(($) => $.roster.empty, named) : t(($) => $.roster.noPeople, named)}
      hint={hasPeople ? hint : words.noPeopleHint}
      action={<span className={styles['note']}>{children}</span>}
    />
  );
}
