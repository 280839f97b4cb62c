import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { momentText } from './request-words.ts';
import styles from './requests.module.css';

/** The swaps that were agreed in a month: who with whom, who asked, why, when and by whom, and in which version. */
export function SwapList({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterRequests;
  const list = useQuery(requests.roster.swaps.list.queryOptions({ input: { month } }));
  return (
    <Answer query={list}>
      {(swaps) =>
        swaps.length === 0 ? (
          <p className={styles['quiet']}>{texts.swapNone}</p>
        ) : (
          <table className={styles['changes']}>
            <thead>
              <tr>
                <th>{texts.swapColumns.one}</th>
                <th>{texts.swapColumns.other}</th>
                <th>{texts.swapColumns.askedBy}</th>
                <th>{texts.swapColumns.reason}</th>
                <th>{texts.swapColumns.at}</th>
                <th>{texts.swapColumns.version}</th>
              </tr>
            </thead>
            <tbody>
              {swaps.map((swap) => (
                <tr key={swap.id}>
                  {[swap.one, swap.other].map(({ caregiverId, caregiver, day, shift }) => (
                    <td key={caregiverId}>
                      {t(($) => $.rosterRequests.swapSide, {
                        name: caregiver,
                        day: shortDayText(day, language),
                        shift: shift ?? words.roster.rest,
                      })}
                    </td>
                  ))}
                  <td>{swap.askedBy}</td>
                  <td>{swap.reason}</td>
                  <td>
                    {momentText(swap.at, language)} {swap.by}
                  </td>
                  <td>{t(($) => $.rosterRequests.swapVersion, { version: swap.version })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Answer>
  );
}
