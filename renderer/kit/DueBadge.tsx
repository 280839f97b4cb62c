import { useTranslation } from 'react-i18next';
import { daysBetween, type Day } from '../../shared/calendar/day.ts';
import { useToday } from '../lib/session.ts';
import { StatusBadge } from './StatusBadge.tsx';

type Props = {
  readonly due: Day | null;
  /** From how many days before on it asks for attention; 30 when nothing is said. */
  readonly soon?: number;
};

/** How near a day is: quiet while far, persimmon when near, red when past. */
export function DueBadge({ due, soon = 30 }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  if (due === null) return <StatusBadge>{t(($) => $.kit.noDate)}</StatusBadge>;
  const days = daysBetween(today, due);
  if (days < 0) return <StatusBadge tone="danger">{t(($) => $.kit.overdue, { days: -days })}</StatusBadge>;
  if (days === 0) return <StatusBadge tone="attention">{t(($) => $.kit.dueToday)}</StatusBadge>;
  return (
    <StatusBadge tone={days <= soon ? 'attention' : 'plain'}>{t(($) => $.kit.dueIn, { days })}</StatusBadge>
  );
}
