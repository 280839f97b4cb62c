import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { dayWord } from './resident-words.ts';
import styles from './residents.module.css';

/** Where a file stands: registered, to verify and why that matters, left and why. */
export function StandingLine({ file }: { readonly file: ResidentFile }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().residents;
  const open = file.doubts.filter(({ resolvedAt }) => resolvedAt === null).length;
  return (
    <div>
      <div className={styles['badges']}>
        <StatusBadge tone={file.standing === 'registered' ? 'good' : 'attention'}>
          {texts.standings[file.standing]}
        </StatusBadge>
        {file.leftOn !== null && <StatusBadge>{texts.left}</StatusBadge>}
        {file.leftOn === null && file.bed === null && (
          <StatusBadge tone="attention">{t(($) => $.kit.noBed)}</StatusBadge>
        )}
        {file.leftOn === null && file.caregiver === null && (
          <StatusBadge tone="attention">{texts.noCaregiver}</StatusBadge>
        )}
      </div>
      {open > 0 && (
        <p className={styles['small']}>{t(($) => $.residents.provisionalHint, { count: open })}</p>
      )}
      {file.leftOn !== null && (
        <p className={styles['small']}>
          {t(($) => $.residents.leftLine, {
            date: dayWord(file.leftOn, language) ?? '',
            reason: file.leftReason ?? '',
          })}
        </p>
      )}
    </div>
  );
}
