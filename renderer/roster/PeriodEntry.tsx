import { useTranslation } from 'react-i18next';
import { CancelButton } from './CancelButton.tsx';
import styles from './roster.module.css';

type Props = {
  readonly caregiver: string;
  readonly kind: string;
  /** First and last day as they are read. */
  readonly from: string;
  readonly until: string;
  readonly note?: string;
  readonly cancelled: { readonly reason: string } | null;
  /** Absent for those who may only read. */
  readonly onCancel?: ((reason: string) => void) | undefined;
};

/** One leave or one protection of a caregiver; a cancelled one stays, with its reason. */
export function PeriodEntry({ caregiver, kind, from, until, note, cancelled, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles['entry']} data-cancelled={cancelled !== null}>
      <strong>{caregiver}</strong>
      <span>{kind}</span>
      <span>{t(($) => $.roster.leaveFromTo, { from, until })}</span>
      {note !== undefined && <span className={styles['quiet']}>{note}</span>}
      {cancelled ? (
        <small>{t(($) => $.roster.leaveCancelled, { reason: cancelled.reason })}</small>
      ) : (
        onCancel && <CancelButton label={t(($) => $.roster.leaveCancel)} onCancel={onCancel} />
      )}
    </div>
  );
}
