import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { ChangeTable } from './RepairChanges.tsx';
import { daysText, momentText } from './request-words.ts';
import styles from './repair.module.css';

/** What was mended in a month: who was sick, in which version, and each cell with its reason. */
export function RepairDone({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = useWords();
  const words = all.rosterRepair;
  const list = useQuery(requests.roster.repair.list.queryOptions({ input: { month } }));
  return (
    <Answer query={list}>
      {(repairs) =>
        repairs.length === 0 ? (
          <p className={styles['quiet']}>{words.none}</p>
        ) : (
          <ul className={styles['done']}>
            {repairs.map((repair) => (
              <li key={repair.id}>
                <details>
                  <summary>
                    {t(($) => $.rosterRepair.line, {
                      caregiver: repair.caregiver,
                      days: daysText(repair, all, language),
                      kind: words.kinds[repair.kind],
                      version: repair.version,
                      at: momentText(repair.at, language),
                      by: repair.by,
                    })}
                  </summary>
                  {repair.note !== '' && <p className={styles['quiet']}>{repair.note}</p>}
                  <ChangeTable changes={repair.changes} />
                </details>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}
