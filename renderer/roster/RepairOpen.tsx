import { useTranslation } from 'react-i18next';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { useQuery } from '@tanstack/react-query';
import type { RepairAlternative } from '../../shared/roster/repair-contract.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { blockedText, shiftText } from './request-words.ts';
import styles from './repair.module.css';

type Props = Pick<RepairAlternative, 'open'> & { readonly restBetweenShifts: number };

/** Shifts that nobody can take: one sentence each, and what keeps each person from it. */
export function RepairOpen({ open, restBetweenShifts }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = useWords();
  const words = all.rosterRepair;
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  if (open.length === 0) return null;
  return (
    <section aria-label={words.openTitle} className={styles['open']}>
      <h3>{words.openTitle}</h3>
      {open.map((slot, index) => (
        <details key={`${slot.day} ${slot.shift} ${JSON.stringify(slot.part)}`} open={index === 0}>
          <summary>
            <StatusBadge tone="attention">
              {t(($) => $.rosterRepair.openSlot, {
                day: shortDayText(slot.day, language),
                shift: shiftText(slot.shift, shifts, language),
                missing: slot.missing,
              })}
            </StatusBadge>
          </summary>
          <ul>
            {slot.blocks.map(({ caregiverId, caregiver, by }) => (
              <li key={caregiverId}>
                {caregiver}：{by === null ? words.openFree : blockedText(all.roster, by, restBetweenShifts)}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
