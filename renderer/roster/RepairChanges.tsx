import { useTranslation } from 'react-i18next';
import { shortDayText } from '../../shared/messages/day-words.ts';
import type { RepairAlternative, RepairChangeLine } from '../../shared/roster/repair-contract.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { hoursOf, whyText } from './repair-words.ts';
import { RotationLetter } from './RotationLetters.tsx';
import { ruleText } from './rule-text.ts';
import styles from './repair.module.css';

/** What one alternative changes, cell by cell with its reason; how far all are from their fair shares; what to mind. */
export function RepairChanges({ alternative }: { readonly alternative: RepairAlternative }) {
  const { t } = useTranslation();
  const all = useWords();
  const words = all.rosterRepair;
  const { changes, figures, remarks, proven } = alternative;
  const { before, after } = figures.shares;
  return (
    <>
      {figures.cells === 0 && <p className={styles['quiet']}>{words.noChanges}</p>}
      <ChangeTable changes={changes} />
      {figures.cells > 0 && (
        <p className={styles['shares']}>
          <span className={styles['quiet']}>{words.shares}</span>
          <span>
            {words.share.minutes}{' '}
            {t(($) => $.rosterRepair.shareHours, {
              before: String(hoursOf(before.minutes)),
              after: String(hoursOf(after.minutes)),
            })}
          </span>
          {(['nights', 'weekends', 'holidays'] as const).map((kind) => (
            <span key={kind}>
              {words.share[kind]}{' '}
              {t(($) => $.rosterRepair.shareCount, {
                before: String(before[kind]),
                after: String(after[kind]),
              })}
            </span>
          ))}
          <span className={styles['quiet']}>{proven ? words.proven : words.notProven}</span>
        </p>
      )}
      {remarks.length > 0 && (
        <details className={styles['more']}>
          <summary>
            {words.remarks} {remarks.length}
          </summary>
          <ul className={styles['remarks']}>
            {remarks.map((found) => (
              <li key={`${found.caregiverId} ${found.rule} ${found.days[0]}`}>
                {found.caregiver}：{ruleText(all.roster, found)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Changed cells with what stood there, what stands there now, and why. */
export function ChangeTable({ changes }: { readonly changes: readonly RepairChangeLine[] }) {
  const language = useLanguage();
  const all = useWords();
  const words = all.rosterRepair;
  return (
    <table className={styles['changes']}>
      <thead>
        <tr>
          <th>{words.columns.day}</th>
          <th>{words.columns.caregiver}</th>
          <th>{words.columns.before}</th>
          <th>{words.columns.after}</th>
          <th>{words.columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.caregiverId} ${change.day}`}>
            <td>{shortDayText(change.day, language)}</td>
            <td>{change.caregiver}</td>
            <td>
              <RotationLetter code={change.before} />
            </td>
            <td>
              <RotationLetter code={change.after} />
            </td>
            <td>{whyText(change, all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
