import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceSheet } from '../../shared/attendance/contract.ts';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText, monthText } from '../../shared/messages/day-words.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { ReopenForm } from './ReopenForm.tsx';
import styles from './attendance.module.css';

/** Whether the month is complete or closed, and the act that follows. */
type Props = {
  readonly sheet: AttendanceSheet;
  readonly fillButton: ReactNode;
  /** What is recorded for the cell that keys go to. */
  readonly record: ReactNode;
};

export function CloseLine({ sheet, fillButton, record }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayClose = useMay('attendance.close');
  const [reopening, { open, close }] = useDisclosure(false);
  const month = monthText(sheet.month, language);
  const shut = useCommand(api.attendance.close, {
    done: () => announce(t(($) => $.attendance.closedDone, { month })),
  });
  const confirmClose = () =>
    modals.openConfirmModal({
      title: t(($) => $.attendance.closeTitle, { month }),
      children: t(($) => $.attendance.closeHint, { people: sheet.people.length }),
      labels: { confirm: t(($) => $.attendance.close), cancel: t(($) => $.kit.cancel) },
      onConfirm: () => void shut.run({ month: sheet.month }),
    });
  return (
    <div className={styles['line']}>
      {sheet.closed ? (
        <StatusBadge tone="good">
          {t(($) => $.attendance.closed, {
            at: dayText(dayAt(Date.parse(sheet.closed.at)), language),
            by: sheet.closed.by,
          })}
        </StatusBadge>
      ) : sheet.missing > 0 ? (
        <StatusBadge tone="attention">{t(($) => $.attendance.missing, { count: sheet.missing })}</StatusBadge>
      ) : (
        <StatusBadge tone="information">{t(($) => $.attendance.complete)}</StatusBadge>
      )}
      {record}
      <div className={styles['acts']}>
        {fillButton}
        {mayClose && !sheet.closed && (
          <Button loading={shut.running} onClick={confirmClose}>
            {t(($) => $.attendance.close)}
          </Button>
        )}
        {mayClose && sheet.closed && (
          <Button variant="default" onClick={open}>
            {t(($) => $.attendance.reopen)}
          </Button>
        )}
      </div>
      {reopening && <ReopenForm month={sheet.month} close={close} />}
    </div>
  );
}
