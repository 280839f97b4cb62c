import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { isDay, type Day } from '../../shared/calendar/day.ts';
import { dayText, weekdayText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useSession } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './month-sheet.module.css';
import { Sheet } from './Sheet.tsx';

/** The duty list of one day for the nurses' room: who answers for whom on each shift, with a place to sign. */
export function DutySheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  const { centre, today } = useSession();
  const { day: wanted = '' } = useParams();
  const day: Day = isDay(wanted) ? wanted : today;
  const query = useQuery(requests.roster.duties.queryOptions({ input: { day } }));
  return (
    <Answer query={query}>
      {({ published, shifts }) =>
        published ? (
          <Sheet
            title={t(($) => $.roster.sheet.duty, { centre: centre.name, day: dayText(day, language) })}
            subtitle={<span>{weekdayText(day, language)}</span>}
            foot={
              <>
                <span>{words.sheet.foot}</span>
                <span>{words.sheet.director}</span>
              </>
            }
          >
            {shifts.map(({ shift, caregivers, unanswered }) => (
              <table key={shift.code} className={styles['duty']}>
                <caption>
                  {language === 'zh-CN' ? shift.name : shift.nameEn} {shift.startsAt}–{shift.endsAt}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{words.sheet.onDuty}</th>
                    <th scope="col">
                      {words.sheet.bed} · {words.sheet.resident}
                    </th>
                    <th scope="col" className={styles['sign']}>
                      {words.sheet.signature}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {caregivers.map(({ id, name, residents }) => (
                    <tr key={id}>
                      <td>{name}</td>
                      <td className={styles['residents']}>
                        {residents.map((resident) => (
                          <span key={resident.id}>
                            {resident.bed} {resident.name}
                          </span>
                        ))}
                      </td>
                      <td>&nbsp;</td>
                    </tr>
                  ))}
                  {unanswered.length > 0 && (
                    <tr>
                      <td>{words.dutyUnanswered}</td>
                      <td className={styles['residents']}>
                        {unanswered.map((resident) => (
                          <span key={resident.id}>
                            {resident.bed} {resident.name}
                          </span>
                        ))}
                      </td>
                      <td>&nbsp;</td>
                    </tr>
                  )}
                </tbody>
              </table>
            ))}
          </Sheet>
        ) : (
          <EmptyState title={t(($) => $.roster.dutyPublishFirst)} />
        )
      }
    </Answer>
  );
}
