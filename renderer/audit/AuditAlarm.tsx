import { Link } from 'wouter';
import type { AuditStanding } from '../../shared/audit/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './audit.module.css';
import { useAuditStanding } from './use-standing.ts';

/** The first line that is not as it was written, or null when nothing was found. */
export function firstAtFault({ faults, lost }: AuditStanding): number | null {
  const seqs = [...faults, ...lost].map(({ seq }) => seq);
  return seqs.length > 0 ? Math.min(...seqs) : null;
}

/** Stands above every page of who may read the log, from sign-in on, as long as the log is not what it was. */
export function AuditAlarm() {
  const words = useWords().audit;
  const { data } = useAuditStanding(useMay('audit.read'));
  const seq = data ? firstAtFault(data) : null;
  if (!data || (seq === null && !data.unreadable)) return null;
  return (
    <div className={styles['alarm']} role="alert">
      <strong>
        {seq === null ? fill(words.alarmUnreadable, { seq: data.whole }) : fill(words.alarm, { seq })}
      </strong>
      <Link href="/audit">{words.alarmLook}</Link>
    </div>
  );
}
