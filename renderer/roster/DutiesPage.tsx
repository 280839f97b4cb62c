import { ActionIcon, Button } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { addDays, isDay, monthOf, type Day } from '../../shared/calendar/day.ts';
import { dayText, weekdayText } from '../../shared/messages/day-words.ts';
import type { ShiftDuties } from '../../shared/roster/duty-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { PrintButton } from '../kit/PrintButton.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { shiftName } from './looks.ts';
import styles from './roster.module.css';

/** Who answers for whom on one day, shift by shift. */
export function DutiesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [, go] = useLocation();
  const { day: wanted = '' } = useParams();
  const day: Day = isDay(wanted) ? wanted : today;
  const query = useQuery(requests.roster.duties.queryOptions({ input: { day } }));
  const step = (by: number) => go(`/roster/duties/${addDays(day, by)}`);
  return (
    <Page
      title={t(($) => $.roster.duties)}
      note={
        <>
          <ActionIcon
            variant="subtle"
            size="2.125rem"
            aria-label={t(($) => $.kit.back)}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size="1.125rem" aria-hidden />
          </ActionIcon>
          {dayText(day, language)} {weekdayText(day, language)}
          <ActionIcon
            variant="subtle"
            size="2.125rem"
            aria-label={t(($) => $.kit.next)}
            onClick={() => step(1)}
          >
            <IconChevronRight size="1.125rem" aria-hidden />
          </ActionIcon>
        </>
      }
      acts={
        <>
          <Button variant="default" onClick={() => go(`/roster?month=${monthOf(day)}`)}>
            {t(($) => $.roster.title)}
          </Button>
          <PrintButton href={`/print/duties/${day}`} />
        </>
      }
    >
      <Answer query={query}>
        {({ published, shifts }) =>
          published ? (
            <div className={styles['duties']}>
              {shifts.map((duties) => (
                <ShiftPanel key={duties.shift.code} duties={duties} />
              ))}
            </div>
          ) : (
            <EmptyState icon={IconListCheck} title={t(($) => $.roster.dutyPublishFirst)} />
          )
        }
      </Answer>
    </Page>
  );
}

function ShiftPanel({ duties: { shift, caregivers, unanswered } }: { readonly duties: ShiftDuties }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().roster;
  return (
    <Panel title={`${shift.code} ${shiftName(shift, language)} ${shift.startsAt}–${shift.endsAt}`}>
      {unanswered.length > 0 && (
        <p>
          <StatusBadge tone="danger">{words.dutyUnanswered}</StatusBadge>{' '}
          {unanswered.map(({ name, bed }) => `${name}${bed ? ` ${bed}` : ''}`).join('、')}
          <br />
          <small className={styles['quiet']}>{words.dutyUnansweredHint}</small>
        </p>
      )}
      {caregivers.length === 0 && <p>{words.dutyNobody}</p>}
      <table className={styles['dutyTable']}>
        <tbody>
          {caregivers.map(({ id, name, residents }) => (
            <tr key={id}>
              <th scope="row">
                {name}{' '}
                <small className={styles['quiet']}>
                  {t(($) => $.roster.dutyCount, { count: residents.length })}
                </small>
              </th>
              <td>
                <div className={styles['chips']}>
                  {residents.map((resident) => (
                    <span key={resident.id} className={styles['chip']}>
                      {resident.bed} {resident.name}{' '}
                      {resident.basis === 'own' && <small>{words.dutyBasis.own}</small>}
                    </span>
                  ))}
                  {residents.length === 0 && words.dutyNone}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
