import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { fill } from '../../shared/messages/fill.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import { BACKUP_PATH } from './path.ts';
import { instantText } from './words-of.ts';

/** The director's one line on the first page: the last good backup, where it is, when one was tried out. */
export function LastBackup() {
  const words = useWords().backup;
  const language = useLanguage();
  const standing = useQuery(
    requests.backup.standing.queryOptions({ input: {}, enabled: useMay('backup.manage') }),
  );
  if (!standing.data) return null;
  const { last, drill, backupLate } = standing.data;
  return (
    <p className={styles['line']}>
      {backupLate && <StatusBadge tone="attention">{words.lateNever}</StatusBadge>}
      <span>
        {last
          ? fill(words.linePlain, {
              when: instantText(last.at, language),
              place: last.place,
              tested: drill
                ? fill(words.drilledOn, { when: instantText(drill.at, language) })
                : words.neverDrilled,
            })
          : words.lineNone}
      </span>
      <Link href={BACKUP_PATH}>{words.title}</Link>
    </p>
  );
}
